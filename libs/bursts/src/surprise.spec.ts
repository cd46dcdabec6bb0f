import { describe, expect, it } from '@jest/globals';
import { criticalCount, logGamma, surprise } from './surprise.js';

describe('surprise', () => {
  it('is the Poisson tail when variance equals the mean (tables)', () => {
    expect(10 ** -surprise(5, 1, 1)).toBeCloseTo(0.0036598468, 9);
    expect(10 ** -surprise(10, 3, 1)).toBeCloseTo(0.0011024881, 9);
    expect(10 ** -surprise(1, 0.01, 1)).toBeCloseTo(1 - Math.exp(-0.01), 12);
    expect(10 ** -surprise(80, 100, 1)).toBeCloseTo(0.9825486775, 9);
  });

  it('is the negative binomial tail beyond: size 2, p ½ has P(X ≥ n) = (n + 2) / 2^(n + 1)', () => {
    for (const n of [1, 3, 10, 40, 900]) {
      const exact = -(Math.log10(n + 2) - (n + 1) * Math.log10(2));
      expect(surprise(n, 2, 2)).toBeCloseTo(exact, 8);
    }
  });

  it('joins the two without a jump, and a wider spread is always less surprised', () => {
    expect(surprise(30, 8, 1.0001)).toBeCloseTo(surprise(30, 8, 1), 2);
    const spreads = [1, 1.5, 3, 8].map((dispersion) => surprise(30, 8, dispersion));
    expect([...spreads].sort((a, b) => b - a)).toEqual(spreads);
  });

  it('stays finite for counts and means of any size', () => {
    for (const [count, mean, dispersion] of [
      [1e6, 10, 3],
      [5_000, 4_900, 50],
      [3, 1e-9, 1],
      [1e5, 1e-6, 1.01],
    ] as const)
      expect(Number.isFinite(surprise(count, mean, dispersion))).toBe(true);
    expect(surprise(0, 5, 2)).toBe(0);
  });

  it('has a critical count: the first that reaches the threshold', () => {
    const critical = criticalCount(6, 2.5, 1.8, 1);
    expect(surprise(critical, 2.5, 1.8)).toBeGreaterThanOrEqual(6);
    expect(surprise(critical - 1, 2.5, 1.8)).toBeLessThan(6);
    expect(criticalCount(6, 2.5, 1.8, 500)).toBe(500);
  });

  it('rests on ln Γ', () => {
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  });
});
