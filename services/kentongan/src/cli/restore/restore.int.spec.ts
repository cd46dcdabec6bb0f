import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allStreams, factsRecorded, postsAnalyzed, type Stream } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import pg from 'pg';
import { runBackup } from '../backup/run-backup.js';
import { inventedPost, Place, region, WorkingDesk } from '../backup/testing/working-desk.js';
import { Manifest, manifestEntry } from '../backup-file/manifest.js';
import { publishLines, streamLines } from '../backup-file/stream-lines.js';
import { encodeTarEntry, readTar, type TarEntry, tarEnd } from '../backup-file/tar.js';
import { runRestore } from './run-restore.js';

const quiet = { update: () => {}, stop: () => {} };
const posts = 30;

let source: Place;
let place: Place;
let folder: string;
let good: Buffer;

const restore = (file: string, replace = false, to = place) =>
  runRestore({
    configuration: to.configuration,
    file,
    replace,
    upgrade: true,
    lineSinks: new Map(),
    newStreams: null,
    progress: quiet,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kentongan-broken-'));
  [source, place] = [await Place.make(), await Place.make()];
  const desk = await WorkingDesk.start(source);
  await desk.json('PUT', `/api/regions/${region}`, { regionId: region, name: 'Kota Uji', mode: 'live' });
  const ts = Date.now() - 3_600_000;
  await desk.post(Array.from({ length: posts }, (_, number) => inventedPost(number, ts)));
  await desk.until(async () => (await desk.archived()) === posts);
  await desk.stop();
  await source.database.pool.query(
    `INSERT INTO detector.rules (region_id, partition, from_offset, rules) VALUES ($1, 0, 3, '{"old":1}'), ($1, 0, 17, '{"new":1}')`,
    [region],
  );
  const { file } = await runBackup({
    configuration: source.configuration,
    path: join(folder, 'good.tar.gz'),
    version: '0.1.0',
    now: new Date(),
    lineSources: [],
    progress: quiet,
  });
  good = readFileSync(file);
}, 60_000);
afterAll(async () => {
  await source?.remove();
  await place?.remove();
  rmSync(folder, { recursive: true, force: true });
});

function written(name: string, bytes: Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** The good backup with its entries changed. */
async function changed(change: (entries: TarEntry[], manifest: Manifest) => TarEntry[]): Promise<Buffer> {
  const entries: TarEntry[] = [];
  for await (const entry of readTar(bytesOf(gunzipSync(good)))) entries.push(entry);
  const manifest = Manifest.parse(JSON.parse(entries.at(-1)?.bytes.toString() ?? ''));
  const blocks = change(entries.slice(0, -1), manifest).flatMap((entry) => encodeTarEntry(entry, 0));
  return gzipSync(Buffer.concat([...blocks, tarEnd]));
}

async function* bytesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const asEntry = (manifest: object): TarEntry => ({
  name: manifestEntry,
  bytes: Buffer.from(JSON.stringify(manifest)),
});

describe('a file that is not a whole backup', () => {
  const broken: readonly (readonly [string, () => Buffer | Promise<Buffer>, RegExp])[] = [
    ['empty', () => Buffer.alloc(0), /cut off/],
    ['something else', () => Buffer.from('bukan cadangan'), /no backup/],
    ['an archive of something else', () => gzipSync(Buffer.alloc(4_096, 7)), /not what a backup holds/],
    ['cut in the middle', () => good.subarray(0, good.length / 2), /cut off/],
    ['cut before its last bytes', () => gzipSync(gunzipSync(good).subarray(0, -4_096)), /cut off/],
    ['one byte changed', () => flipped(good), /damaged|not what/],
    [
      'one row changed, packed anew',
      () =>
        changed((entries, manifest) => [
          ...entries.map((entry) =>
            entry.name.startsWith('tables/archive.posts/')
              ? { ...entry, bytes: Buffer.from(entry.bytes.toString().replace('lampu', 'rampu')) }
              : entry,
          ),
          asEntry(manifest),
        ]),
      /archive\.posts.* not what was backed up/,
    ],
    [
      'a table left out',
      () =>
        changed((entries, manifest) => [
          ...entries.filter(({ name }) => !name.startsWith('tables/collector.seen/')),
          asEntry(manifest),
        ]),
      /collector\.seen.* not what was backed up/,
    ],
    [
      'of a newer format',
      () =>
        changed((entries, manifest) => [...entries, asEntry({ ...manifest, format: 2, version: '9.0.0' })]),
      /newer Kentongan wrote it \(9\.0\.0\)/,
    ],
    [
      'of a newer version',
      () =>
        changed((entries, manifest) => [
          ...entries,
          asEntry({
            ...manifest,
            migrations: { ...manifest.migrations, collector: ['FromTheFuture1999999999999'] },
          }),
        ]),
      /newer Kentongan \(collector\.FromTheFuture/,
    ],
    [
      'with SQL where a bound belongs',
      () =>
        changed((entries, manifest) => [
          ...entries,
          asEntry({
            ...manifest,
            partitions: [{ ...manifest.partitions[0], bound: 'DEFAULT; DROP SCHEMA public --' }],
          }),
        ]),
      /list of contents/,
    ],
  ];
  it.each(broken)('%s: is refused in words, and nothing is touched', async (name, make, words) => {
    const file = written(`${name}.tar.gz`, await make());
    await expect(restore(file)).rejects.toThrow(words);
    expect(await place.schemas()).toEqual([]);
    expect(existsSync(join(place.dataDirectory, 'collector-keys.json'))).toBe(false);
  });

  it('fails half-way: rows, tables and files are as before', async () => {
    // Rows that PostgreSQL refuses, with a digest that is right: only the COPY itself can find out.
    const file = written(
      'refused.tar.gz',
      await changed((entries, manifest) => {
        const last = manifest.tables.at(-1);
        return [
          ...entries,
          asEntry({
            ...manifest,
            tables: [...manifest.tables.slice(0, -1), { ...last, rows: (last?.rows ?? 0) + 1 }],
          }),
        ];
      }),
    );
    await expect(restore(file)).rejects.toThrow(/rows of|Not everything/);
    expect(await place.schemas()).toEqual([]);
    expect(existsSync(join(place.dataDirectory, 'collector-keys.json'))).toBe(false);
  });
});

const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 0x10;
  return copy;
};

describe('a place that is not empty', () => {
  let file: string;
  beforeAll(async () => {
    file = written('good.tar.gz', good);
    await restore(file);
  });

  it('is left alone unless told, and then becomes the desk of the backup', async () => {
    await place.database.pool.query(`DELETE FROM archive.posts; UPDATE gateway.live_head SET last_id = 77`);
    await expect(restore(file)).rejects.toThrow(/already.*--replace/);
    const { rows: kept } = await place.database.pool.query('SELECT last_id FROM gateway.live_head');
    expect(kept).toEqual([{ last_id: '77' }]);
    const { manifest } = await restore(file, true);
    const { rows } = await place.database.pool.query('SELECT count(*)::int AS count FROM archive.posts');
    expect(rows).toEqual([{ count: posts }]);
    expect(manifest.tables.find(({ table, schema }) => schema === 'archive' && table === 'posts')?.rows).toBe(
      posts,
    );
  });

  it('is left alone while a desk works there, told or not', async () => {
    const working = new pg.Client({ connectionString: place.database.url, application_name: 'kentongan' });
    await working.connect();
    try {
      await expect(restore(file, true)).rejects.toThrow(/at work.*stop it first/);
    } finally {
      await working.end();
    }
  });

  it('is left alone when only its keys are another desk’s', async () => {
    const other = await Place.make();
    try {
      writeFileSync(join(other.dataDirectory, 'collector-keys.json'), 'kunci lain');
      await expect(restore(file, false, other)).rejects.toThrow(/collector-keys\.json already/);
      expect(await other.schemas()).toEqual([]);
      expect(readFileSync(join(other.dataDirectory, 'collector-keys.json'), 'utf8')).toBe('kunci lain');
    } finally {
      await other.remove();
    }
  });
});

describe('a restore onto new streams', () => {
  it('moves every message that is kept, and the detector begins at their beginning', async () => {
    const [to, elsewhere] = [await Place.make(), await Place.make()];
    const newStreams = createPostgresLog({ pool: elsewhere.database.pool });
    const old = createPostgresLog({ pool: source.database.pool });
    try {
      const file = written('moved.tar.gz', good);
      await source.database.pool.query('UPDATE messaging.positions SET owner = NULL');
      await runRestore({
        configuration: to.configuration,
        file,
        replace: false,
        upgrade: true,
        lineSinks: new Map(),
        newStreams,
        progress: quiet,
      });
      for (const stream of allStreams) {
        const [before, after] = [await valuesOf(old, stream), await valuesOf(newStreams, stream)];
        expect({ stream: stream.name, after }).toEqual({ stream: stream.name, after: before });
      }
      expect(await valuesOf(newStreams, postsAnalyzed)).toHaveLength(posts);
      const { rows } = await to.database.pool.query(
        `SELECT (SELECT count(*)::int FROM detector.positions) AS partitions,
           (SELECT max(next_offset) FROM detector.positions) AS "nextOffset",
           (SELECT jsonb_agg(jsonb_build_array(from_offset, rules)) FROM detector.rules) AS rules`,
      );
      expect(rows).toEqual([{ partitions: expect.any(Number), nextOffset: null, rules: [[0, { new: 1 }]] }]);
      expect(rows[0].partitions).toBeGreaterThan(0);
    } finally {
      await old.close();
      await newStreams.close();
      await to.remove();
      await elsewhere.remove();
    }
  });

  it('takes messages of a desk whose streams lay elsewhere, values of any kind', async () => {
    const elsewhere = await Place.make();
    const port = createPostgresLog({ pool: elsewhere.database.pool });
    try {
      await port.apply(allStreams);
      const bytes = Uint8Array.of(0, 255, 10, 34);
      const lines = [
        JSON.stringify({
          key: 'a',
          value: Buffer.from(bytes).toString('base64'),
          headers: { 'dead.reason': 'x' },
        }),
        JSON.stringify({ key: 'b', value: null, headers: {} }),
      ];
      await publishLines(port, factsRecorded, lines);
      const told: string[] = [];
      for await (const line of streamLines(port, factsRecorded)) told.push(line);
      expect(told).toEqual(lines);
    } finally {
      await port.close();
      await elsewhere.remove();
    }
  });
});

async function valuesOf(port: StreamPort, stream: Stream): Promise<string[]> {
  const values: string[] = [];
  for await (const line of streamLines(port, stream)) values.push(line);
  return values.sort();
}

describe('the file itself', () => {
  it('is never written over, and one that failed leaves nothing', async () => {
    const options = {
      configuration: source.configuration,
      version: '0.1.0',
      now: new Date(),
      lineSources: [],
      progress: quiet,
    };
    await expect(runBackup({ ...options, path: join(folder, 'good.tar.gz') })).rejects.toThrow(
      /overwrites nothing/,
    );
    const empty = await Place.make();
    const target = mkdtempSync(join(folder, 'empty-'));
    try {
      const failing = runBackup({ ...options, configuration: empty.configuration, path: target });
      await expect(failing).rejects.toThrow(/no desk/);
      expect(readdirSync(target)).toEqual([]);
    } finally {
      await empty.remove();
    }
  });
});
