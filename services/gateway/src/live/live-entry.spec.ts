import { describe, expect, it } from '@jest/globals';
import { type Audience, frameOf, isFor, type LiveEntry, resyncFrame } from './live-entry.js';

const entry = (changes: Partial<LiveEntry>): LiveEntry => ({
  id: 1,
  kind: 'issue',
  regionId: 'kota-uji',
  recipient: null,
  agencyId: null,
  frame: Buffer.alloc(0),
  ...changes,
});
const officer: Audience = { regionId: 'kota-uji', userId: 'u-rina', role: 'officer', agencyId: null };
const pdam: Audience = { regionId: 'kota-uji', userId: 'u-pdam', role: 'agency', agencyId: 'pdam' };

describe('a live event', () => {
  it('reaches everybody at the desks of its region and nobody elsewhere', () => {
    expect(isFor(entry({}), officer)).toBe(true);
    expect(isFor(entry({ kind: 'source' }), { ...officer, role: 'auditor' })).toBe(true);
    expect(isFor(entry({ regionId: 'kota-lain' }), officer)).toBe(false);
  });

  it('reaches an agency only when it concerns that agency', () => {
    expect(isFor(entry({ agencyId: 'pdam' }), pdam)).toBe(true);
    expect(isFor(entry({ agencyId: 'dinkes' }), pdam)).toBe(false);
    expect(isFor(entry({}), pdam)).toBe(false);
    expect(isFor(entry({ kind: 'source' }), pdam)).toBe(false);
    expect(isFor(entry({}), { ...pdam, agencyId: null })).toBe(false);
  });

  it('of an inbox reaches its owner alone', () => {
    const inbox = entry({ kind: 'inbox', recipient: 'u-rina' });
    expect(isFor(inbox, officer)).toBe(true);
    expect(isFor(inbox, { ...officer, userId: 'u-budi' })).toBe(false);
    const shared = entry({ kind: 'inbox', recipient: 'agency:pdam' });
    expect(isFor(shared, pdam)).toBe(true);
    expect(isFor(shared, { ...pdam, agencyId: 'dinkes' })).toBe(false);
    expect(isFor(shared, officer)).toBe(false);
  });

  it('is written as server-sent events want it, whatever its text holds', () => {
    const payload = JSON.stringify({ title: 'baris satu\nbaris dua\r\ndata: palsu\u2028' });
    const frame = frameOf(7, 'issue', payload).toString();
    expect(frame).toBe(`id: 7\nevent: issue\ndata: ${payload}\n\n`);
    expect(frame.trimEnd().split(/\r\n|\n|\r/)).toHaveLength(3);
    expect(resyncFrame(9).toString()).toBe('id: 9\nevent: resync\ndata: {"type":"resync"}\n\n');
  });
});
