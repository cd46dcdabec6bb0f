import { wordNumbersMax, wordTable } from './word-table.js';

/**
 * Adds up what a model makes of one word.
 * @param spreads the word's hash, then those of its character n-grams, `from` to before `to`
 * @param sums where to add, from index `at` on
 */
export type SumOfWord = (
  spreads: Uint32Array,
  from: number,
  to: number,
  sums: Float32Array,
  at: number,
) => void;

/**
 * Sums of a linear model by word. A word's n-grams are many and its sums are few: they are worked out when the word is
 * first met and kept for as long as the word table keeps the word.
 */
export class WordSums {
  readonly sums: Float32Array;
  private readonly isKnown = new Uint8Array(wordNumbersMax);
  private tableClears = -1;

  /** @param columns sums of one word */
  constructor(
    readonly columns: number,
    private readonly sumOfWord: SumOfWord,
  ) {
    this.sums = new Float32Array(wordNumbersMax * columns);
  }

  /** Where in `sums` those of a word begin. @param number of the word in the word table, which must not have been asked since */
  of(number: number): number {
    const at = number * this.columns;
    if (this.tableClears === wordTable.clears && this.isKnown[number] === 1) return at;
    this.learn(number, at);
    return at;
  }

  private learn(number: number, at: number): void {
    if (this.tableClears !== wordTable.clears) {
      this.isKnown.fill(0);
      this.tableClears = wordTable.clears;
    }
    const { spreads, starts } = wordTable;
    this.sums.fill(0, at, at + this.columns);
    this.sumOfWord(spreads, starts[number]!, starts[number + 1]!, this.sums, at);
    this.isKnown[number] = 1;
  }
}
