import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReplayOptions } from './arguments.js';
import { runReplay } from './run-replay.js';
import { type FakeDesk, startFakeDesk } from './testing/fake-desk.js';

let folder: string;
let desk: FakeDesk;
const said: string[] = [];
const progress = {
  start: () => {},
  update: () => {},
  stop: () => {},
  say: (message: string) => void said.push(message),
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
  desk = await startFakeDesk();
  said.length = 0;
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const line = (id: number, more: object = {}) =>
  JSON.stringify({
    id,
    ts: new Date(Date.UTC(2025, 0, 1, 0, 0, id)).toISOString(),
    text: `kabar ${id}`,
    ...more,
  });
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const replay = (files: readonly string[], options: Partial<ReplayOptions> = {}) =>
  runReplay(
    {
      files,
      region: 'history',
      source: 'replay',
      mode: 'historical',
      speed: null,
      isShiftedToNow: false,
      locationFields: [],
      url: desk.url,
      token: 'benar',
      ...options,
    },
    progress,
  );

describe('a replay', () => {
  it('sends every post of plain and packed files once, under the name of its file', async () => {
    const summary = await replay([
      file('a.ndjson', lines(9_000)),
      file('b.ndjson.gz', gzipSync(`${lines(3)}\n`)),
    ]);
    expect(summary).toMatchObject({
      name: 'replay',
      read: 9_003,
      accepted: 9_003,
      unchanged: 0,
      rejected: {},
    });
    expect([...desk.stored.keys()].filter((id) => id.startsWith('file:b.ndjson:'))).toHaveLength(3);
    expect(desk.requests[0]).toBe('/api/posts?region=history&source=replay&mode=historical');
    expect(desk.requests.length).toBeGreaterThan(3); // in several requests, so that a break costs little
  });

  it('counts what is refused with its reason, too long a line included', async () => {
    const broken = `${line(1)}\n{"id":\n${line(2, { text: 'a'.repeat(300_000) })}\n${line(3)}`;
    expect(await replay([file('a.ndjson', broken)])).toMatchObject({
      read: 4,
      accepted: 2,
      rejected: { notJson: 1, lineTooLong: 1 },
    });
  });

  it('sends the fields of a post alone, joins the place, and keeps the rest at home', async () => {
    const more = { village: 'Kemijen', district: 'Semarang Timur', label: 'x', location: null, likes: 2 };
    await replay([file('a.ndjson', line(1, more))], { locationFields: ['village', 'district'] });
    expect([...desk.stored.values()]).toEqual([
      {
        id: 1,
        ts: '2025-01-01T00:00:01.000Z',
        text: 'kabar 1',
        platform: 'file:a.ndjson',
        likes: 2,
        location: 'Kemijen, Semarang Timur',
      },
    ]);
  });

  it('moves the last post of all files to now and keeps the distances', async () => {
    const before = Date.now();
    await replay([file('a.ndjson', lines(11)), file('b.ndjson', line(5))], {
      isShiftedToNow: true,
      mode: 'live',
    });
    const times = [...desk.stored.values()].map(({ ts }) => Date.parse(String(ts)));
    expect(Math.max(...times)).toBeGreaterThanOrEqual(before);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now());
    expect(times[10]! - times[0]!).toBe(10_000);
    expect(times[10]! - times[11]!).toBe(5_000);
  });

  it('makes a historical region when the one named is not there', async () => {
    desk.plan({ kind: 'status', status: 404 });
    expect(await replay([file('a.ndjson', lines(2))], { region: 'arsip', mode: undefined })).toMatchObject({
      accepted: 2,
    });
    expect(desk.requests.at(-1)).toContain('mode=historical');
    expect(said[0]).toContain('arsip');
  });
});

describe('a desk that fails', () => {
  it('gets again what it did not acknowledge, and nothing is lost or counted twice', async () => {
    desk.plan(
      undefined,
      { kind: 'cutAfter', outcomes: 1_000 },
      { kind: 'status', status: 503 },
      { kind: 'silentCut' },
    );
    const summary = await replay([file('a.ndjson', lines(6_000))]);
    expect(desk.faultsServed()).toBe(3);
    expect(desk.stored.size).toBe(6_000);
    expect(summary.read).toBe(6_000);
    expect(summary.accepted + summary.unchanged).toBe(6_000);
    expect(summary.unchanged).toBeGreaterThan(0); // stored before the cut, told after it
    expect(said.length).toBe(1); // told once, not at each try
  });

  it('is waited for when it asks for time', async () => {
    desk.plan({ kind: 'status', status: 429, retryAfter: '1' });
    expect(await replay([file('a.ndjson', lines(2))])).toMatchObject({ accepted: 2 });
  });

  it.each([
    [401, { token: 'salah' }, /token/i],
    [404, {}, /unknown region/],
    [409, {}, /live/],
  ])('with %d ends the replay with its reason', async (status, options, message) => {
    if (status !== 401)
      desk.plan({ kind: 'status', status, body: { error: { message: { en: 'unknown region, or live' } } } });
    await expect(replay([file('a.ndjson', lines(2))], options)).rejects.toThrow(message);
    expect(desk.stored.size).toBe(0);
  });
});

it('says which packed file is broken', async () => {
  const packed = gzipSync(lines(100));
  await expect(replay([file('a.ndjson.gz', packed.subarray(0, packed.length - 20))])).rejects.toThrow(
    /a\.ndjson\.gz cannot be read/,
  );
});
