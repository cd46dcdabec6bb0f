import type { ArchiveHit, PostLabel } from '@kentongan/contracts';
import { placeWords } from '@kentongan/contracts/correct-post';

type Post = ArchiveHit['post'];
export type PlaceLabel = Extract<PostLabel, { part: 'place' }>;

export interface PlaceChoice {
  /** As corrections name them; '' = a place that the text does not name. */
  readonly words: string;
  /** The place that stands; null: the words name none. */
  readonly code: string | null;
  /** What the program held possible, and what was chosen. */
  readonly codes: readonly string[];
}

/** The words of a post that are or were taken for places, in the order of the text; each once. */
export function placeChoices({ text, analysis, corrections }: Post): PlaceChoice[] {
  const choices = new Map<string, PlaceChoice>();
  const mentions = [...analysis.places, ...(corrections?.said.places ?? [])].sort(
    (a, b) => a.start - b.start,
  );
  for (const mention of mentions) {
    const words = placeWords(text, mention);
    const known = choices.get(words)?.codes ?? [];
    choices.set(words, { words, code: null, codes: [...new Set([...known, ...mention.codes])] });
  }
  for (const mention of analysis.places) {
    const words = placeWords(text, mention);
    const choice = choices.get(words);
    if (choice?.code === null) choices.set(words, { ...choice, code: mention.codes[0] ?? null });
  }
  return [...choices.values()];
}
