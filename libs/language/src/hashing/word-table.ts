import { ownCopy } from '../memory/remembered.js';
import { gramsOfWordMax, writeCharacterGrams } from './character-grams.js';
import { hashOf, spread } from './hashing.js';

/** Words held, about those of a thousand posts; when the room is used up, all are forgotten and worked out again. */
const wordsMax = 16_384;
const spreadsMax = 2 ** 19;
/** Longer words get a number but are not recognised when they come again, so that odd posts cannot fill the memory. */
const wordCharactersMax = 40;
/** Words of one post, at most: they must all fit in at once. */
export const wordsOfPostMax = 4096;

/**
 * Words by number, with their hashes worked out: the words of a post were nearly all in the posts before, and hashing
 * their character n-grams costs more than all that is done with them.
 */
class WordTable {
  /** Per word: `hashOf` of it. */
  readonly hashes = new Uint32Array(wordsMax);
  /** Per word: where its spread hashes begin. The first is the word's own, those of its n-grams follow. */
  readonly starts = new Uint32Array(wordsMax + 1);
  readonly spreads = new Uint32Array(spreadsMax);
  private readonly numbers = new Map<string, number>();
  private size = 0;
  private readonly found = new Uint32Array(wordsOfPostMax);
  /** Per word: the last call of `differentNumbersOf` that met it. */
  private readonly metAt = new Uint32Array(wordsMax);
  private calls = 0;
  /** How often all were forgotten: numbers from before mean other words. */
  clears = 0;

  /**
   * Numbers of a post's words, in order; equal words of up to 40 characters have equal numbers. The result and the
   * numbers hold until the next call.
   * @throws RangeError for more than `wordsOfPostMax` words
   */
  numbersOf(words: readonly string[]): Uint32Array {
    if (words.length > wordsOfPostMax) throw new RangeError(`A post has at most ${wordsOfPostMax} words`);
    this.makeRoom(words.length);
    for (let i = 0; i < words.length; i += 1)
      this.found[i] = this.numbers.get(words[i]!) ?? this.learn(words[i]!);
    return this.found.subarray(0, words.length);
  }

  /** The same, but each number once: where it first stands. */
  differentNumbersOf(words: readonly string[]): Uint32Array {
    return this.different(this.numbersOf(words));
  }

  /** Leaves each number where it first stands, in place. @returns the beginning of `numbers` */
  different(numbers: Uint32Array): Uint32Array {
    this.calls += 1;
    let different = 0;
    for (const number of numbers) {
      if (this.metAt[number] === this.calls) continue;
      this.metAt[number] = this.calls;
      numbers[different] = number;
      different += 1;
    }
    return numbers.subarray(0, different);
  }

  private makeRoom(words: number): void {
    const fits =
      this.size + words <= wordsMax && this.starts[this.size]! + words * (1 + gramsOfWordMax) <= spreadsMax;
    if (fits) return;
    this.numbers.clear();
    this.size = 0;
    this.clears += 1;
  }

  private learn(word: string): number {
    const number = this.size;
    const hash = hashOf(word);
    const start = this.starts[number]!;
    this.hashes[number] = hash;
    this.spreads[start] = spread(hash);
    this.starts[number + 1] = writeCharacterGrams(word, this.spreads, start + 1);
    this.size += 1;
    if (word.length <= wordCharactersMax) this.numbers.set(ownCopy(word), number);
    return number;
  }
}

/** One for all models of a thread: their words are the same. */
export const wordTable = new WordTable();
/** Numbers are below this. */
export const wordNumbersMax = wordsMax;
