import { describe, expect, it } from '@jest/globals';
import type { PlacedRecord } from '../publish-queue.js';
import { Chunk, encodeChunk } from './chunk.js';

const at = '2026-01-05T00:00:00.000Z';

describe('a chunk of the log', () => {
  it('gives back keys, headers, bytes and nulls unchanged, with the offsets of each partition', () => {
    const placed: PlacedRecord[] = [
      { partition: 2, key: 'banjir Semarang é 🌊', value: Buffer.from([0, 255, 192, 128]) },
      {
        partition: 0,
        key: '',
        value: null,
        headers: { reason: 'poison', 'dead.detail': 'a "quoted"\nline' },
      },
      { partition: 2, key: 'nul\u0000key', value: Buffer.alloc(0), headers: {} },
    ];
    const chunk = new Chunk(5, '2026-01-05', at, [8, 0, 12], encodeChunk(placed));
    expect(chunk.records.map(({ partition, offset }) => [partition, offset])).toEqual([
      [2, 10],
      [0, 7],
      [2, 11],
    ]);
    expect(chunk.records.map(({ key }) => key)).toEqual(placed.map(({ key }) => key));
    expect(chunk.records.map(({ value }) => value && [...value])).toEqual([[0, 255, 192, 128], null, []]);
    expect(chunk.records.map(({ headers }) => headers)).toEqual([{}, placed[1]?.headers, {}]);
    expect(chunk.records[0]?.appendedAt).toBe(at);
  });

  it('may hold no record at all', () => {
    expect(new Chunk(1, '2026-01-05', at, [3], encodeChunk([])).records).toEqual([]);
  });

  it('refuses a format it does not know', () => {
    expect(() => new Chunk(1, '2026-01-05', at, [3], Buffer.from([9])).records).toThrow('format 9');
  });
});
