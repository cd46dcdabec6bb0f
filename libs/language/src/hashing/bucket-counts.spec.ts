import { describe, expect, it } from '@jest/globals';
import { BucketCounts } from './bucket-counts.js';
import { writeCharacterGrams } from './character-grams.js';
import { bucketOf, hashOf, joined } from './hashing.js';

describe('bucket counts', () => {
  it('counts, and forgets all of it at clear', () => {
    const counts = new BucketCounts(4);
    counts.add(3);
    counts.add(9);
    counts.add(3);
    expect([...counts.touched()]).toEqual([3, 9]);
    expect(counts.countOf(3)).toBe(2);
    counts.clear();
    expect([...counts.touched()]).toEqual([]);
    expect(counts.countOf(3)).toBe(0);
  });

  it('ignores new features beyond its maximum but goes on counting the known ones', () => {
    const counts = new BucketCounts(4, 1);
    for (const bucket of [5, 6, 5]) counts.add(bucket);
    expect([...counts.touched()]).toEqual([5]);
    expect(counts.countOf(5)).toBe(2);
  });

  it('adds the n-grams that hashing each substring would', () => {
    const counts = new BucketCounts(16);
    const spreads = new Uint32Array(20);
    counts.addSpreads(spreads, 0, writeCharacterGrams('ada', spreads, 0));
    const substrings = [' a', ' ad', ' ada', 'ad', 'ada', 'ada ', 'da', 'da ', 'a '];
    expect([...counts.touched()].sort()).toEqual(
      substrings.map((gram) => bucketOf(hashOf(gram, 0x43), 16)).sort(),
    );
  });
});

describe('hashing', () => {
  it('stays within its buckets and tells order apart', () => {
    for (const text of ['', 'a', 'ü', '😀', 'x'.repeat(1000)]) {
      expect(bucketOf(hashOf(text), 5)).toBeLessThan(32);
      expect(bucketOf(hashOf(text), 5)).toBeGreaterThanOrEqual(0);
    }
    expect(joined(hashOf('tidak'), hashOf('baik'))).not.toBe(joined(hashOf('baik'), hashOf('tidak')));
  });

  it('spreads words evenly: no bucket of 16 gets a quarter of 2,000', () => {
    const filled = new Array<number>(16).fill(0);
    for (let i = 0; i < 2000; i += 1) filled[bucketOf(hashOf(`kata${i}`), 4)]! += 1;
    expect(Math.max(...filled)).toBeLessThan(200);
  });
});
