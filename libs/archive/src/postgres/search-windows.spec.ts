import { describe, expect, it } from '@jest/globals';
import { firstStretch, nextStretch } from './search-windows.js';

const hour = 3_600_000;

describe('how far back a search looks next', () => {
  it('reaches as far as the hits among the newest posts promise', () => {
    const seen = { posts: 399, hits: 39, milliseconds: 399 * hour };
    expect(firstStretch(seen, 20)).toBe(20 * 10 * hour);
  });

  it('takes a word that was not among them for rare, not for absent', () => {
    const seen = { posts: 399, hits: 0, milliseconds: 399 * hour };
    expect(firstStretch(seen, 20)).toBe(20 * 400 * hour);
  });

  it('reaches somewhere even where there are no posts, or all of one instant', () => {
    expect(firstStretch({ posts: 0, hits: 0, milliseconds: 0 }, 20)).toBe(hour);
    expect(firstStretch({ posts: 400, hits: 3, milliseconds: 0 }, 20)).toBe(hour);
    expect(nextStretch(0, 0, 20)).toBe(hour);
  });

  it('at least doubles what is covered, so that twenty years take few looks', () => {
    expect(nextStretch(100 * hour, 1_000, 1)).toBe(100 * hour);
    expect(nextStretch(100 * hour, 4, 20)).toBe(400 * hour);
  });
});
