import { describe, expect, it } from 'vitest';
import { excerptOf, segmentsOf } from './text-segments.js';

describe('highlights', () => {
  it('marks the spans and loses no character', () => {
    const text = 'Banjir rob di Genuk, banjir lagi';
    const segments = segmentsOf(text, [
      { start: 21, end: 27 },
      { start: 0, end: 10 },
    ]);
    expect(segments.filter((each) => each.isMarked).map((each) => each.text)).toEqual([
      'Banjir rob',
      'banjir',
    ]);
    expect(segments.map((each) => each.text).join('')).toBe(text);
  });

  it('passes over spans that overlap, lie outside or are no numbers', () => {
    const spans = [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
      { start: -3, end: 2 },
      { start: 5, end: 900 },
      { start: Number.NaN, end: 3 },
      { start: 6, end: 6 },
    ];
    const segments = segmentsOf('jalan rusak', spans);
    expect(segments).toEqual([
      { text: 'jala', isMarked: true },
      { text: 'n rusak', isMarked: false },
    ]);
  });
});

describe('the excerpt of a long post', () => {
  const long = `${'kata '.repeat(900)}genangan ${'lagi '.repeat(100)}`;

  it('leaves a short text whole', () => {
    expect(excerptOf('pendek', [], 300)).toMatchObject({ isCutBefore: false, isCutAfter: false });
  });

  it('shows where the first highlight stands', () => {
    const start = long.indexOf('genangan');
    const excerpt = excerptOf(long, [{ start, end: start + 8 }], 300);
    expect(excerpt.segments.find((each) => each.isMarked)?.text).toBe('genangan');
    expect(excerpt.isCutBefore && excerpt.isCutAfter).toBe(true);
    expect(excerpt.segments.map((each) => each.text).join('').length).toBeLessThanOrEqual(300);
  });

  it('begins at the beginning without one, and cuts between words', () => {
    const text = excerptOf(long, [], 300)
      .segments.map((each) => each.text)
      .join('');
    expect(text.startsWith('kata kata')).toBe(true);
    expect(text.endsWith('kata')).toBe(true);
  });

  it('does not cut a character in two', () => {
    const text = excerptOf('😀'.repeat(200), [], 101)
      .segments.map((each) => each.text)
      .join('');
    expect(text).toBe('😀'.repeat(50));
  });
});
