import { describe, expect, it } from '@jest/globals';
import type { LiveEntry } from './live-entry.js';
import { LiveRing } from './live-ring.js';

const entries = (from: number, to: number, bytes = 10): LiveEntry[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    id: from + i,
    kind: 'issue',
    regionId: 'kota-uji',
    recipient: null,
    agencyId: null,
    frame: Buffer.alloc(bytes),
  }));
const ids = (found: readonly LiveEntry[] | null) => found?.map(({ id }) => id) ?? null;

describe('the ring of live events', () => {
  it('gives what came after an id, or says that it no longer has all of it', () => {
    const ring = new LiveRing({ ringEventsMax: 5, ringBytesMax: 1_000 });
    expect(ring.after(0, 10)).toBeNull();
    ring.push(entries(1, 3));
    ring.push(entries(4, 8));
    expect(ring.oldest).toBe(4);
    expect(ids(ring.after(3, 10))).toEqual([4, 5, 6, 7, 8]);
    expect(ids(ring.after(5, 2))).toEqual([6, 7]);
    expect(ids(ring.after(8, 10))).toEqual([]);
    expect(ring.after(2, 10)).toBeNull();
  });

  it('keeps within its bytes, even when one event alone is larger', () => {
    const ring = new LiveRing({ ringEventsMax: 100, ringBytesMax: 100 });
    ring.push(entries(1, 20));
    expect(ring.oldest).toBe(11);
    ring.push(entries(21, 21, 5_000));
    expect(ring.oldest).toBeNull();
    ring.push(entries(22, 22));
    expect(ids(ring.after(21, 10))).toEqual([22]);
  });
});
