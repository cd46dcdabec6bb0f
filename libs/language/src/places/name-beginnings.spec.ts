import { describe, expect, it } from '@jest/globals';
import { mayBeginName, NameBeginnings } from './name-beginnings.js';
import { emptyNameHash, extendNameHash } from './name-hash.js';
import { NameKeys } from './name-keys.js';

describe('beginnings of names', () => {
  const names = Array.from({ length: 500 }, (_, i) => `tempat${(i * 7919) % 1000}baru`);
  const beginnings = new NameBeginnings();
  const keys = new NameKeys(beginnings);
  for (const name of names) keys.add(name);
  const may = (text: string) => mayBeginName(beginnings.bits, extendNameHash(emptyNameHash, text));

  it('never denies a beginning, the empty and the whole name included', () => {
    for (const name of names)
      for (let length = 0; length <= name.length; length += 1) expect(may(name.slice(0, length))).toBe(true);
  });

  it('denies nearly all else', () => {
    const wrong = Array.from({ length: 2000 }, (_, i) => `kata${i}`).filter(may);
    expect(wrong.length).toBeLessThan(50);
  });
});
