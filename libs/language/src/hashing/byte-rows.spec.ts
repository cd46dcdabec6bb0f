import { describe, expect, it } from '@jest/globals';
import { ByteRows } from './byte-rows.js';

function plainSums(bytes: Int8Array, columns: number, rows: Uint32Array): number[] {
  const sums = new Array<number>(columns).fill(0);
  for (const row of rows) for (let k = 0; k < columns; k += 1) sums[k]! += bytes[row * columns + k]!;
  return sums;
}

describe('byte rows', () => {
  it.each([1, 3, 4, 12])('sums %i columns as adding them one by one does', (columns) => {
    const bytes = Int8Array.from({ length: columns * 50 }, (_, i) => ((i * 7919) % 256) - 128);
    const rows = Uint32Array.from({ length: 1000 }, (_, i) => (i * 31) % 50);
    expect([...new ByteRows(bytes, columns).sum(rows)]).toEqual(plainSums(bytes, columns, rows));
  });

  it.each([127, -128])('does not overflow with thousands of rows of %i', (extreme) => {
    const rows = new Uint32Array(5000);
    const sums = new ByteRows(new Int8Array(5).fill(extreme), 5).sum(rows);
    expect([...sums]).toEqual(new Array(5).fill(extreme * 5000));
  });

  it('is zero without rows', () => {
    expect([...new ByteRows(new Int8Array(6), 3).sum(new Uint32Array(0))]).toEqual([0, 0, 0]);
  });
});
