import { describe, expect, it } from '@jest/globals';
import type { StreamRecord } from '../stream.port.js';
import { clusters, type ReadingPlace, takeRound } from './round.js';
import type { Slice } from './stream-store.js';

const record = (partition: number, offset: number): StreamRecord => ({
  partition,
  offset,
  key: '',
  value: null,
  headers: {},
  appendedAt: '',
});
const place = (partition: number, sequence: number, position: number): ReadingPlace => ({
  partition,
  cursor: { sequence, day: 'd' },
  position,
});
const slice = (sequence: number, ...records: StreamRecord[]): Slice => ({ sequence, day: 'd', records });
const offsets = (records: readonly StreamRecord[] | undefined) => records?.map(({ offset }) => offset);

describe('takeRound', () => {
  const slices = [
    slice(7, record(0, 0), record(1, 0), record(0, 1)),
    slice(8, record(1, 1), record(1, 2), record(0, 2)),
  ];

  it('takes the oldest records over all partitions and stops inside an append', () => {
    const [first, second] = [place(0, 7, 0), place(1, 7, 0)];
    const taken = takeRound([first, second], slices, 4);
    expect(offsets(taken.get(first))).toEqual([0, 1]);
    expect(offsets(taken.get(second))).toEqual([0, 1]);
    expect([first.cursor.sequence, first.position, second.cursor.sequence, second.position]).toEqual([
      8, 2, 8, 2,
    ]);
    const rest = takeRound([first, second], slices.slice(1), 4);
    expect(offsets(rest.get(first))).toEqual([2]);
    expect(offsets(rest.get(second))).toEqual([2]);
    expect(first.cursor.sequence).toBe(9);
  });

  it('leaves out partitions of others and what was read before', () => {
    const mine = place(1, 7, 1);
    expect(offsets(takeRound([mine], slices, 10).get(mine))).toEqual([1, 2]);
  });

  it('does not take a place back that is further', () => {
    const ahead = place(0, 20, 9);
    takeRound([place(1, 7, 0), ahead], slices, 10);
    expect(ahead.cursor.sequence).toBe(20);
  });
});

describe('clusters', () => {
  it('lets a partition that was held back read alone', () => {
    const groups = clusters([place(0, 1_000, 0), place(1, 3, 0), place(2, 990, 0)]);
    expect(groups.map((group) => group.map(({ partition }) => partition))).toEqual([[1], [2, 0]]);
  });
});
