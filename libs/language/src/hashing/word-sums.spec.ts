import { describe, expect, it } from '@jest/globals';
import { WordSums } from './word-sums.js';
import { wordNumbersMax, wordTable } from './word-table.js';

describe('sums of words', () => {
  const ofWord = (sums: WordSums, word: string) => {
    const at = sums.of(wordTable.numbersOf([word])[0]!);
    return [...sums.sums.subarray(at, at + sums.columns)];
  };

  it('are worked out once for a word, and anew when the word table has forgotten it', () => {
    let times = 0;
    const sums = new WordSums(2, (spreads, from, to, into, at) => {
      times += 1;
      into[at]! += to - from;
      into[at + 1]! += spreads[from]! % 1000;
    });
    const banjir = ofWord(sums, 'banjir');
    expect(banjir[0]).toBeGreaterThan(10);
    expect(ofWord(sums, 'banjir')).toEqual(banjir);
    expect(times).toBe(1);
    expect(ofWord(sums, 'rob')).not.toEqual(banjir);
    const { clears } = wordTable;
    for (let i = 0; i < wordNumbersMax; i += 1) wordTable.numbersOf([`lain${i}`]);
    expect(wordTable.clears).toBeGreaterThan(clears);
    // Its number now is that of another word, whose sums must not be taken for its own.
    expect(ofWord(sums, 'banjir')).toEqual(banjir);
    expect(times).toBe(3);
  });
});
