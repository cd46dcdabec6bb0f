import { describe, expect, it } from '@jest/globals';
import { ownCopy, remembered } from './remembered.js';

/** Counts how often each word is worked out. */
function counting(wordsMax: number) {
  const made: string[] = [];
  const lengthOf = remembered(wordsMax, (word) => {
    made.push(word);
    return word.length;
  });
  return { made, lengthOf };
}

describe('remembered', () => {
  it('works a word out once, a result of 0 or an empty text too', () => {
    const { made, lengthOf } = counting(10);
    expect([lengthOf('banjir'), lengthOf(''), lengthOf('banjir'), lengthOf('')]).toEqual([6, 0, 6, 0]);
    expect(made).toEqual(['banjir', '']);
  });

  it('forgets what was not asked for while two generations of words went by, and keeps what was', () => {
    const { made, lengthOf } = counting(2);
    for (const word of ['tetap', 'satu', 'tetap', 'dua', 'tetap', 'tiga', 'empat', 'tetap', 'lima', 'satu'])
      expect(lengthOf(word)).toBe(word.length);
    expect(made.filter((word) => word === 'tetap')).toHaveLength(1);
    expect(made.filter((word) => word === 'satu')).toHaveLength(2);
  });

  it('does not keep words longer than any real one', () => {
    const { made, lengthOf } = counting(10);
    const long = 'a'.repeat(41);
    expect([lengthOf(long), lengthOf(long)]).toEqual([41, 41]);
    expect(made).toHaveLength(2);
  });
});

describe('ownCopy', () => {
  it('changes no text', () => {
    for (const text of ['', 'a', 'pertanggungjawaban', '😂😂😂😂😂😂😂', ' depan'])
      expect(ownCopy(text)).toBe(text);
  });
});
