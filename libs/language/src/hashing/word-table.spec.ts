import { describe, expect, it } from '@jest/globals';
import { writeCharacterGrams } from './character-grams.js';
import { hashOf, spread } from './hashing.js';
import { wordNumbersMax, wordsOfPostMax, wordTable } from './word-table.js';

function expectRight(words: readonly string[], numbers: Uint32Array): void {
  words.forEach((word, i) => {
    const number = numbers[i]!;
    const grams = new Uint32Array(100);
    const gramCount = writeCharacterGrams(word, grams, 0);
    expect(wordTable.hashes[number]).toBe(hashOf(word));
    expect([...wordTable.spreads.subarray(wordTable.starts[number]!, wordTable.starts[number + 1]!)]).toEqual(
      [spread(hashOf(word)), ...grams.subarray(0, gramCount)],
    );
  });
}

describe('word table', () => {
  it('gives equal words equal numbers, and each number once on request', () => {
    const words = ['jalan', 'rusak', 'jalan', 'lagi', 'rusak'];
    const numbers = [...wordTable.numbersOf(words)];
    expect(numbers[2]).toBe(numbers[0]);
    expect(new Set(numbers).size).toBe(3);
    expect([...wordTable.differentNumbersOf(words)]).toEqual([numbers[0], numbers[1], numbers[3]]);
  });

  it('stays right when it runs full and starts afresh', () => {
    const often = ['banjir', 'di', 'mana-mana'];
    wordTable.numbersOf(['awal', ...often]);
    const numbersOfOften = new Set<number>();
    for (let post = 0; post * 100 < wordNumbersMax * 2; post += 1) {
      const words = [...often, ...Array.from({ length: 100 }, (_, i) => `kata${post}x${i}`)];
      const numbers = wordTable.numbersOf(words);
      numbersOfOften.add(numbers[0]!);
      expect(Math.max(...numbers)).toBeLessThan(wordNumbersMax);
      if (post % 20 === 0) expectRight(words, numbers);
    }
    // Numbered anew: the table did run full.
    expect(numbersOfOften.size).toBeGreaterThan(1);
  });

  it('refuses a post that could not fit in whole', () => {
    expect(() => wordTable.numbersOf(new Array(wordsOfPostMax + 1).fill('a'))).toThrow(RangeError);
    expectRight(['x'.repeat(500), 'y'.repeat(500)], wordTable.numbersOf(['x'.repeat(500), 'y'.repeat(500)]));
  });
});
