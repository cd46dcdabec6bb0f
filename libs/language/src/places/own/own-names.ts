import type { OwnPlace } from '@kentongan/contracts';
import type { Token } from '../../tokens/token.js';
import { tokenize } from '../../tokens/tokenize.js';
import { isLevelWord, type OwnWord, ownWords } from './own-words.js';

/** Corrections of a region that are kept; above it the oldest goes. */
export const placeLessonsMax = 2_000;
const nameWordsMax = 10;

/** What an officer said that words name: a place, or (null) none. */
export interface PlaceLesson {
  readonly words: string;
  readonly code: string | null;
  /** ISO instant; of two lessons on the same words the later one holds. */
  readonly at: string;
}

/** Characters `start` to before `end` are one of the region's own names. */
export interface OwnRun {
  readonly start: number;
  readonly end: number;
  readonly code: string | null;
  /** By an officer's correction, and not by the list that the desk keeps. */
  readonly isLearned: boolean;
}

interface Meaning {
  readonly code: string | null;
  readonly isLearned: boolean;
}

const wordsOf = (name: string): readonly string[] => ownWords(tokenize(name)).map(({ key }) => key);

/** `gunung anyar` and `gununganyar` are one name. */
const nameOf = (words: readonly string[]): string => words.join('');

/**
 * Names that mean something in one region alone: those that its desk lists, and those that its officers corrected, which win.
 * A bare name says nothing of the same name behind *kecamatan* or *desa*: there the word before it decides.
 */
export class OwnNames {
  private listed: ReadonlyMap<string, string> = new Map();
  private readonly lessons = new Map<string, PlaceLesson & { readonly name: string }>();
  private meanings = new Map<string, Meaning>();
  /** Beginnings of all names, letter by letter, so that most words of a post end the search at once. */
  private beginnings = new Set<string>();
  /** Settled when the next post is read: thousands of lessons arrive in one rush when the program starts. */
  private isSettled = true;

  /** Puts the desk's list in the place of the one before. */
  list(places: readonly OwnPlace[]): void {
    this.listed = new Map(places.map(({ name, placeCode }) => [nameOf(wordsOf(name)), placeCode]));
    this.isSettled = false;
  }

  /** @param key what the lesson is about: a later one with the same key takes its place, null takes it back */
  record(key: string, lesson: PlaceLesson | null): void {
    this.lessons.delete(key);
    const name = lesson ? nameOf(wordsOf(lesson.words)) : '';
    if (lesson && name !== '') this.lessons.set(key, { ...lesson, name });
    if (this.lessons.size > placeLessonsMax) this.lessons.delete(this.oldestKey());
    this.isSettled = false;
  }

  /** Own names in a post, left to right, the longest first where several begin. */
  find(tokens: readonly Token[]): OwnRun[] {
    if (!this.isSettled) this.settle();
    if (this.meanings.size === 0) return [];
    const words = ownWords(tokens);
    const runs: OwnRun[] = [];
    for (let first = 0; first < words.length; ) {
      const found = this.longestAt(words, first);
      if (found) runs.push(found.run);
      first = found ? found.end : first + 1;
    }
    return runs;
  }

  private longestAt(words: readonly OwnWord[], first: number): { run: OwnRun; end: number } | null {
    const before = words[first - 1];
    if (before && words[first]!.goesOn && isLevelWord(before.key)) return null;
    let name = '';
    let longest: { run: OwnRun; end: number } | null = null;
    for (let at = first; at < words.length && at < first + nameWordsMax; at += 1) {
      const word = words[at]!;
      if (at > first && !word.goesOn) break;
      name += word.key;
      if (!this.beginnings.has(name)) break;
      const meaning = this.meanings.get(name);
      if (meaning) longest = { run: { start: words[first]!.start, end: word.end, ...meaning }, end: at + 1 };
    }
    return longest;
  }

  private settle(): void {
    this.isSettled = true;
    this.meanings = new Map([...this.listed].map(([name, code]) => [name, { code, isLearned: false }]));
    const byTime = [...this.lessons.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
    for (const { name, code } of byTime) this.meanings.set(name, { code, isLearned: true });
    this.beginnings = new Set();
    for (const name of this.meanings.keys())
      for (let length = 1; length <= name.length; length += 1) this.beginnings.add(name.slice(0, length));
  }

  private oldestKey(): string {
    let oldest = '';
    let at = '';
    for (const [key, lesson] of this.lessons)
      if (oldest === '' || lesson.at < at) {
        oldest = key;
        at = lesson.at;
      }
    return oldest;
  }
}
