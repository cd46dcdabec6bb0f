import { describe, expect, it } from '@jest/globals';
import { judge } from './judge.js';
import { noiseOf } from './noise.js';

const score = { value: 80, noise: 2 };
const rate = { value: 0.1, noise: 0.05, isLowerBetter: true } as const;

describe('the gate', () => {
  it.each([
    [score, 78, true, 'ok'],
    [score, 77.9, false, 'FAILED'],
    [score, 82.1, true, 'better'],
    [rate, 0.15, true, 'ok'],
    [rate, 0.16, false, 'FAILED'],
    [rate, 0.01, true, 'better'],
    [score, Number.NaN, false, 'FAILED'],
  ] as const)('holds %o against %d', (stored, value, isOk, word) => {
    const verdict = judge('figure', value, stored);
    expect(verdict.isOk).toBe(isOk);
    expect(verdict.words.startsWith(word)).toBe(true);
  });

  it('says what fell, from what, by how much, and what chance would explain', () => {
    expect(judge('sentiment macroF1', 76, score).words).toBe(
      'FAILED sentiment macroF1: 76 (stored 80, chance ±2): it fell by 4, more than chance explains',
    );
  });

  it('fails on a stored figure that is not measured, and on a measured one that is not stored', () => {
    expect(judge('figure', null, score, 'no smsa/valid.tsv')).toMatchObject({ isOk: false });
    expect(judge('figure', 80, undefined)).toMatchObject({ isOk: false });
    expect(judge('figure', null, undefined, 'this version has no such evaluation')).toMatchObject({
      isOk: true,
    });
  });
});

describe('noise', () => {
  it('is half the half width of the interval, else of the binomial one', () => {
    expect(noiseOf({}, { value: 85, n: 1_260, interval: [82.7, 87.3] })).toBe(1.15);
    expect(noiseOf({}, { value: 50, n: 100, interval: null })).toBe(4.9);
    expect(noiseOf({}, { value: 100, n: 100, interval: null })).toBeGreaterThan(1);
    expect(noiseOf({ noise: 7 }, { value: 1, n: 5, interval: null })).toBe(7);
  });
});
