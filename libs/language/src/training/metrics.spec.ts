import { describe, expect, it } from '@jest/globals';
import { accuracy, macroF1, macroF1Interval, scoresOf } from './metrics.js';

const expected = ['a', 'a', 'a', 'b', 'b', 'c'];
const predicted = ['a', 'a', 'b', 'b', 'c', 'a'];

describe('metrics', () => {
  it('scores one class', () => {
    expect(scoresOf('a', expected, predicted)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3, n: 3 });
    expect(scoresOf('c', expected, predicted)).toEqual({ precision: 0, recall: 0, f1: 0, n: 1 });
  });

  it('averages classes, not rows', () => {
    expect(macroF1(expected, predicted)).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3);
    expect(accuracy(expected, predicted)).toBe(0.5);
    expect(macroF1(expected, expected)).toBe(1);
  });

  it('is 0, not NaN, without rows', () => {
    expect([macroF1([], []), accuracy([], [])]).toEqual([0, 0]);
  });

  it('puts the figure inside its interval, the same one every time', () => {
    const many = Array.from({ length: 200 }, (_, i) => (i % 2 ? 'a' : 'b'));
    const guessed = many.map((label, i) => (i % 5 === 0 ? 'a' : label));
    const [low, high] = macroF1Interval(many, guessed);
    expect(low).toBeLessThan(macroF1(many, guessed));
    expect(high).toBeGreaterThan(macroF1(many, guessed));
    expect(high - low).toBeLessThan(0.15);
    expect(macroF1Interval(many, guessed)).toEqual([low, high]);
  });
});
