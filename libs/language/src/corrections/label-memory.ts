import type { Lesson, PostLabel } from '@kentongan/contracts';
import { negationDigest } from './word-digests.js';

/** Of a region; above it the oldest lesson goes. */
export const lessonsMax = 2_000;
/** Shared content words among all content words of two texts (Jaccard). Below it, one word more may turn the meaning. */
const similarityMin = 0.8;
/** Two words say too little: *mantap pak* is said of everything. */
const wordsMin = 3;

type Label = Exclude<PostLabel, { part: 'place' }>;
export type LearnedPart = Label['part'];

/** The label that a person gave to a similar text, with how alike the texts are: 1 = a copy. */
export interface Recalled {
  readonly label: Label;
  readonly similarity: number;
}

interface Kept extends Omit<Lesson, 'label'> {
  readonly key: string;
  readonly label: Label;
}

/**
 * What officers of one region said of texts, recalled for their copies and for texts with the same content words. Not a
 * model: it never reaches further than nearly the same words.
 */
export class LabelMemory {
  private readonly lessons = new Map<string, Kept>();
  private readonly byCopy = new Map<string, Set<Kept>>();
  private readonly byDigest = new Map<number, Set<Kept>>();

  /** @param key what the lesson is about; null takes it back */
  record(key: string, lesson: Lesson | null): void {
    this.forget(key);
    if (!lesson || lesson.label.part === 'place') return;
    const kept: Kept = { ...lesson, label: lesson.label, key };
    this.lessons.set(key, kept);
    if (kept.nearCopyKey !== null) into(this.byCopy, kept.nearCopyKey, kept);
    for (const digest of kept.wordDigests) into(this.byDigest, digest, kept);
    if (this.lessons.size > lessonsMax) this.forget(this.oldestKey());
  }

  get isEmpty(): boolean {
    return this.lessons.size === 0;
  }

  /**
   * The best lesson of each part for a text: the most alike, of equals the newest.
   * @param digests of the text, as `wordDigestsOf` gives them
   */
  recall(nearCopyKey: string | null, digests: readonly number[]): Map<LearnedPart, Recalled> {
    const best = new Map<LearnedPart, { readonly kept: Kept; readonly similarity: number }>();
    const offer = (kept: Kept, similarity: number): void => {
      const known = best.get(kept.label.part);
      const gain = similarity - (known?.similarity ?? 0);
      if (!known || gain > 0 || (gain === 0 && kept.at > known.kept.at))
        best.set(kept.label.part, { kept, similarity });
    };
    for (const kept of this.byCopy.get(nearCopyKey ?? '') ?? []) offer(kept, 1);
    for (const [kept, shared] of this.sharing(digests)) {
      const similarity = shared / (digests.length + kept.wordDigests.length - shared);
      if (similarity >= similarityMin && isSameNegation(digests, kept.wordDigests)) offer(kept, similarity);
    }
    return new Map(
      [...best].map(([part, { kept, similarity }]) => [part, { label: kept.label, similarity }]),
    );
  }

  /** Lessons with the number of digests that they share. */
  private sharing(digests: readonly number[]): Map<Kept, number> {
    const shared = new Map<Kept, number>();
    if (digests.length < wordsMin) return shared;
    for (const digest of digests)
      for (const kept of this.byDigest.get(digest) ?? [])
        if (kept.wordDigests.length >= wordsMin) shared.set(kept, (shared.get(kept) ?? 0) + 1);
    return shared;
  }

  private forget(key: string): void {
    const kept = this.lessons.get(key);
    if (!kept) return;
    this.lessons.delete(key);
    if (kept.nearCopyKey !== null) outOf(this.byCopy, kept.nearCopyKey, kept);
    for (const digest of kept.wordDigests) outOf(this.byDigest, digest, kept);
  }

  private oldestKey(): string {
    let oldest: Kept | null = null;
    for (const kept of this.lessons.values()) if (!oldest || kept.at < oldest.at) oldest = kept;
    return oldest?.key ?? '';
  }
}

const isSameNegation = (a: readonly number[], b: readonly number[]): boolean =>
  a.includes(negationDigest) === b.includes(negationDigest);

function into<Key>(index: Map<Key, Set<Kept>>, key: Key, kept: Kept): void {
  const known = index.get(key);
  if (known) known.add(kept);
  else index.set(key, new Set([kept]));
}

function outOf<Key>(index: Map<Key, Set<Kept>>, key: Key, kept: Kept): void {
  const known = index.get(key);
  known?.delete(kept);
  if (known?.size === 0) index.delete(key);
}
