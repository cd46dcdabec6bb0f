import { describe, expect, it } from '@jest/globals';
import { chanceOf, foundEvidence, lengthMin, missingEvidence } from './evidence.js';

describe('evidence of one word', () => {
  it('is worth less the longer the post and the more common the word', () => {
    expect(chanceOf(0.001, 100)).toBeCloseTo(1 - 0.999 ** 100, 12);
    expect(foundEvidence(0.75, chanceOf(0.001, 100))).toBeLessThan(foundEvidence(0.75, chanceOf(0.001, 20)));
    expect(foundEvidence(0.75, chanceOf(0.01, 20))).toBeLessThan(foundEvidence(0.75, chanceOf(0.001, 20)));
  });

  it('treats very short posts like short ones', () => {
    expect(chanceOf(0.001, 3)).toBe(chanceOf(0.001, lengthMin));
  });

  it('costs something when a rare word is missing and nothing when every post holds it', () => {
    expect(missingEvidence(0.75, 0)).toBeCloseTo(Math.log(0.25), 12);
    expect(missingEvidence(0.75, chanceOf(0.3, 400))).toBeGreaterThanOrEqual(0);
  });

  it('stays finite for impossible shares', () => {
    for (const share of [0, 0.5, 1, 2])
      expect(Number.isFinite(missingEvidence(0.75, chanceOf(share, 1e6)))).toBe(true);
  });
});
