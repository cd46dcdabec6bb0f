import { describe, expect, it } from '@jest/globals';
import { murmur2, partitionOf } from './partition.js';

describe('murmur2', () => {
  // Known answers of Apache Kafka's own UtilsTest.
  it.each([
    ['21', -973_932_308],
    ['foobar', -790_332_482],
    ['a-little-bit-long-string', -985_981_536],
    ['a-little-bit-longer-string', -1_486_304_829],
    ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
    ['abc', 479_470_107],
  ])('agrees with Kafka on %s', (text, expected) => {
    expect(murmur2(Buffer.from(text))).toBe(expected);
  });

  it('does not depend on where the bytes lie in their buffer', () => {
    const shifted = Buffer.from('xfoobar').subarray(1);
    expect(murmur2(shifted)).toBe(-790_332_482);
  });
});

describe('partitionOf', () => {
  it('stays within the partitions and uses all of them', () => {
    const used = new Set<number>();
    for (let n = 0; n < 1_000; n += 1) used.add(partitionOf(`kota|post:${n}`, 12));
    expect([...used].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});
