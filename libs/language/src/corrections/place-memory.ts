import { type Lesson, type PlaceMention, placeWords } from '@kentongan/contracts';

/** Of a region; above it the oldest goes. */
const placeLessonsMax = 2_000;
const confidence = 0.95;

interface Kept {
  readonly key: string;
  readonly words: string;
  /** Null: in this region these words name no place. */
  readonly code: string | null;
  readonly at: string;
}

/** What words mean in one region by the latest word of its officers: *gajah* the road, *bener* no district. */
export class PlaceMemory {
  private readonly lessons = new Map<string, Kept>();
  private readonly byWords = new Map<string, Kept>();

  /** @param key what the lesson is about; null takes it back, and the lesson before it holds again */
  record(key: string, lesson: Lesson | null): void {
    this.forget(key);
    if (lesson?.label.part !== 'place' || lesson.label.words === '') return;
    const { words, code } = lesson.label;
    this.lessons.set(key, { key, words, code, at: lesson.at });
    if (this.lessons.size > placeLessonsMax) this.forget(this.oldestKey());
    this.settle(words);
  }

  get isEmpty(): boolean {
    return this.lessons.size === 0;
  }

  /** The mentions of a text as officers of the region read their words; null = they said nothing of them. */
  reread(text: string, mentions: readonly PlaceMention[]): PlaceMention[] | null {
    let isTaught = false;
    const read = mentions.flatMap((mention): PlaceMention[] => {
      const lesson = this.byWords.get(placeWords(text, mention));
      if (!lesson) return [mention];
      isTaught = true;
      return lesson.code === null ? [] : [{ ...mention, codes: [lesson.code], confidence }];
    });
    return isTaught ? read : null;
  }

  private forget(key: string): void {
    const kept = this.lessons.get(key);
    if (!kept) return;
    this.lessons.delete(key);
    this.settle(kept.words);
  }

  private settle(words: string): void {
    const newest = [...this.lessons.values()]
      .filter((each) => each.words === words)
      .sort((a, b) => (a.at < b.at ? 1 : -1))[0];
    if (newest) this.byWords.set(words, newest);
    else this.byWords.delete(words);
  }

  private oldestKey(): string {
    let oldest: Kept | null = null;
    for (const kept of this.lessons.values()) if (!oldest || kept.at < oldest.at) oldest = kept;
    return oldest?.key ?? '';
  }
}
