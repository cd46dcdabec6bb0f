import { describe, expect, it } from '@jest/globals';
import { shortened } from './shortened.js';

describe('a shortened text', () => {
  it.each([
    ['fits', 'lampu jalan padam', 17, 'lampu jalan padam'],
    ['is cut between words', 'lampu jalan padam sejak semalam', 20, 'lampu jalan padam…'],
    ['is cut in a word that has no end near', 'a'.repeat(30), 10, `${'a'.repeat(9)}…`],
    ['is never cut inside a character', '😀'.repeat(11), 10, `${'😀'.repeat(4)}…`],
    ['is cut however long it is', 'kata '.repeat(10_000), 12, 'kata kata…'],
  ])('%s', (_, text, unitsMax, expected) => {
    expect(shortened(text, unitsMax)).toBe(expected);
  });
});
