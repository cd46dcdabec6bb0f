/** Rows added before the 16-bit lanes could overflow: 256 × 255 < 65,536. */
const rowsAtOnceMax = 256;
const bytesOfWord = 4;
const bias = 128;

/**
 * A table of signed bytes whose rows are summed, as for the features of a post. Four bytes are added at a time, in two
 * halves of a 32-bit word: each byte is kept as 0–255, and the bias taken off at the end. Sums are exact.
 */
export class ByteRows {
  /** Per row, its bytes in words; the last word of a row is padded. */
  private readonly words: Uint32Array;
  private readonly wordsOfRow: number;

  constructor(
    bytes: Int8Array,
    private readonly columns: number,
  ) {
    const rows = bytes.length / columns;
    this.wordsOfRow = Math.ceil(columns / bytesOfWord);
    this.words = new Uint32Array(rows * this.wordsOfRow);
    const biased = new Uint8Array(this.words.buffer);
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1)
        biased[row * this.wordsOfRow * bytesOfWord + column] = bytes[row * columns + column]! + bias;
  }

  /** Sum of each column over the given rows. */
  sum(rows: Uint32Array): Int32Array {
    const sums = new Int32Array(this.wordsOfRow * bytesOfWord).fill(-bias * rows.length);
    for (let from = 0; from < rows.length; from += rowsAtOnceMax)
      for (let word = 0; word < this.wordsOfRow; word += 1)
        this.addWords(rows, from, Math.min(rows.length, from + rowsAtOnceMax), word, sums);
    return sums.subarray(0, this.columns);
  }

  /** Adds the four columns of `word` of the rows `from` to before `to`. */
  private addWords(rows: Uint32Array, from: number, to: number, word: number, sums: Int32Array): void {
    const { words, wordsOfRow } = this;
    let even = 0;
    let odd = 0;
    for (let i = from; i < to; i += 1) {
      const four = words[rows[i]! * wordsOfRow + word]!;
      even = (even + (four & 0x00ff00ff)) | 0;
      odd = (odd + ((four >>> 8) & 0x00ff00ff)) | 0;
    }
    const column = word * bytesOfWord;
    sums[column]! += even & 0xffff;
    sums[column + 1]! += odd & 0xffff;
    sums[column + 2]! += even >>> 16;
    sums[column + 3]! += odd >>> 16;
  }
}
