import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '@kentongan/database';
import pg from 'pg';
import { runOn } from '../support/commands.js';
import { Desk, freePort } from '../support/desk.js';
import { DeskSession } from '../support/desk-session.js';
import { storedSignals } from '../support/desk-state.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { goldenFacts, goldenPosts, goldenRegion, goldenWatchWord, send } from './golden-desk.js';

const folderOfGolden = fileURLToPath(new URL('../../e2e/golden/', import.meta.url));
const goldenBackups = readdirSync(folderOfGolden).filter((name) => name.endsWith('.tar.gz'));
const goldenBytesMax = 200_000;

interface Restored {
  readonly version: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly migrations: readonly string[];
}

it('there is a golden backup, and each is small', () => {
  expect(goldenBackups).toContain('kentongan-0.1.0.tar.gz');
  for (const name of goldenBackups)
    expect(statSync(join(folderOfGolden, name)).size).toBeLessThan(goldenBytesMax);
});

describe.each(goldenBackups)('the data directory of %s', (name) => {
  const folder = openTemporaryFolder();
  const dataDirectory = join(folder.path, 'data');
  let desk: Desk;
  let restored: Restored;

  beforeAll(async () => {
    // As the old version left it: today's migrations are run by the start itself, as after an update.
    const end = await runOn(dataDirectory, ['restore', join(folderOfGolden, name), '--no-upgrade']);
    expect({ code: end.code, errors: end.code === 0 ? '' : end.errors }).toEqual({ code: 0, errors: '' });
    restored = JSON.parse(end.output) as Restored;
    desk = await Desk.start({ dataDirectory, port: await freePort() });
  }, 120_000);
  afterAll(async () => {
    await desk?.stop();
    folder.remove();
  });

  it('is restored as it was then', () => {
    expect(name).toContain(restored.version);
    expect(restored.migrations).toEqual([]);
    expect(restored.counts).toMatchObject({ 'archive.posts': goldenPosts, 'collector.seen': goldenPosts });
  });

  it('opens with today’s program, and everything is there', async () => {
    const search = `/api/archive/search?region=${goldenRegion}&q=${encodeURIComponent(`"${goldenWatchWord}"`)}`;
    expect(await desk.get(`/api/archive/count?region=${goldenRegion}`)).toMatchObject({ count: goldenPosts });
    expect((await desk.get<{ hits: unknown[] }>(search)).hits).toHaveLength(20);
    expect((await storedSignals(desk, goldenRegion)).length).toBeGreaterThan(0);
    const admin = await DeskSession.signIn(desk, 'sri');
    const { facts } = await admin.get<{ facts: unknown[] }>(`/api/facts?region=${goldenRegion}`);
    expect(facts).toHaveLength(goldenFacts);
    const { issues } = await admin.get<{ issues: { title: string }[] }>(`/api/issues?region=${goldenRegion}`);
    expect(issues.map(({ title }) => title)).toContain('Kabar tanggul jebol');
    const officer = await DeskSession.signIn(desk, 'budi');
    expect(await officer.get(`/api/regions/${goldenRegion}`)).toMatchObject({ name: 'Kota Lama' });
  });

  it('knows its posts and authors again, and takes a fresh one', async () => {
    expect(new Set(await send(desk, 0, goldenPosts))).toEqual(new Set(['unchanged']));
    expect(await send(desk, goldenPosts, goldenPosts + 1)).toEqual(['accepted']);
    await until(
      () => desk.get<{ count: number }>(`/api/archive/count?region=${goldenRegion}`),
      ({ count }) => count === goldenPosts + 1,
      20,
    );
  });

  it('is backed up while it works, and that backup restores', async () => {
    const file = join(folder.path, 'again.tar.gz');
    expect(await runOn(dataDirectory, ['backup', file])).toMatchObject({ code: 0 });
    const elsewhere = join(folder.path, 'elsewhere');
    const end = await runOn(elsewhere, ['restore', file]);
    expect(JSON.parse(end.output)).toMatchObject({ counts: { 'archive.posts': goldenPosts + 1 } });
  });

  it('is not touched by a restore while it works', async () => {
    const end = await runOn(dataDirectory, ['restore', join(folderOfGolden, name), '--replace']);
    expect(end.code).toBe(1);
    expect(end.errors).toContain('in use by process');
  });

  it('is refused in words by an older program', async () => {
    await desk.stop();
    await writeFutureMigration(dataDirectory);
    const older = Desk.spawn({ dataDirectory, port: await freePort() });
    expect(await older.ended(60)).toBe(1);
    expect(older.log).toMatch(/newer Kentongan: schema responder holds FromTheFuture/);
    expect(older.log).toContain('Install the newer version again');
    const backup = await runOn(dataDirectory, ['backup', join(folder.path, 'newer.tar.gz')]);
    expect(backup).toMatchObject({ code: 1, errors: expect.stringContaining('newer Kentongan') });
  });
});

/** As if a later version had been here. */
async function writeFutureMigration(dataDirectory: string): Promise<void> {
  const server = await startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'database') });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(
    `INSERT INTO responder.migrations (timestamp, name) VALUES (1999999999999, 'FromTheFuture1999999999999')`,
  );
  await client.end();
  await server.stop();
}
