import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AnalyzedPost,
  allStreams,
  decodeEvent,
  issuesSignalled,
  postsAnalyzed,
  RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import { migrate } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { Logger } from '@nestjs/common';
import { detectorMigrations } from './detector.migrations.js';
import { detectorSchema } from './detector.schema.js';
import { DetectorQueries } from './detector-queries.js';
import { analyzedPost, analyzedRecord, configuredRecord } from './testing/analyzed-post.js';
import { DetectorProcess, killed, saying, townPosts, wantedSignals } from './testing/detector-process.js';

const regionId = 'kota-uji';
Logger.overrideLogger(false);
describe('the detector on a stream', () => {
  let database: TestDatabase;
  let port: StreamPort;
  beforeEach(async () => {
    database = await createTestDatabase();
    await migrate(database.url, detectorSchema, detectorMigrations);
    port = createPostgresLog({ pool: database.pool });
    await port.apply(allStreams);
  });
  afterEach(async () => {
    await Promise.all(killed.splice(0));
    await port.close();
    await database.drop();
  });

  const publish = (posts: readonly AnalyzedPost[]) =>
    port.publish(
      postsAnalyzed,
      posts.map((post) => analyzedRecord(regionId, post)),
    );
  const stored = async () => {
    const signals = await new DetectorQueries(database.pool).signals({
      regionIds: [regionId],
      order: 'oldest',
      limit: 200,
    });
    return signals.map(({ signal }) => saying(signal));
  };
  const nextOffset = async () => {
    const { rows } = await database.pool.query<{ next: string | null }>(
      `SELECT max(next_offset) AS next FROM ${detectorSchema}.positions`,
    );
    return Number(rows[0]?.next ?? 0);
  };
  const until = async (isDone: () => Promise<boolean>) => {
    for (const deadline = Date.now() + 20_000; !(await isDone()); await pause(20))
      if (Date.now() > deadline) throw new Error('waited in vain');
  };
  const published = async () => {
    const records = (
      await Promise.all([0, 1, 2].map((partition) => port.read(issuesSignalled.name, partition, 0, 1_000)))
    ).flat();
    return records.map(({ value }) => {
      const decoded = decodeEvent(issuesSignalled, value!);
      if (!decoded.ok) throw new Error(decoded.detail);
      return saying(decoded.event.data);
    });
  };

  it.each(['live', 'historical'] as const)(
    'that is killed again and again says each thing once (%s)',
    async (mode) => {
      const posts = townPosts(mode);
      const wanted = wantedSignals(posts);
      expect(wanted.length).toBeGreaterThan(2);
      let killedInWork = 0;
      let savedAtKill = 0;
      for (let from = 0; from < posts.length; from += 400) {
        const detector = await DetectorProcess.start(database.url);
        await publish([...posts.slice(from, from + 400), ...posts.slice(from + 350, from + 400)]);
        await pause(50 + ((from * 7) % 500));
        detector.kill();
        const offset = await nextOffset();
        savedAtKill = Math.max(savedAtKill, offset);
        if (offset < from * 1.125 + 450) killedInWork += 1;
      }
      expect(killedInWork).toBeGreaterThan(0);
      expect(savedAtKill).toBeGreaterThan(0);
      const last = await DetectorProcess.start(database.url);
      await until(
        async () => (await stored()).length >= wanted.length && (await published()).length >= wanted.length,
      );
      await last.stop();
      expect(await stored()).toEqual(wanted);
      expect([...new Set(await published())].sort()).toEqual([...wanted].sort());
    },
  );

  it('knows after a restart which posts it has counted', async () => {
    const posts = townPosts('live').slice(0, 60);
    const before = await DetectorProcess.start(database.url);
    // Saved in several pieces: a single one may by chance lie where a wrong reading of it finds it all the same.
    for (let from = 0; from < 60; from += 20) {
      await publish(posts.slice(from, from + 20));
      await until(async () => (await nextOffset()) >= from + 20);
    }
    await before.stop();
    const after = await DetectorProcess.start(database.url);
    await publish(posts);
    await until(async () => (await nextOffset()) >= 120);
    await after.stop();
    const { rows } = await database.pool.query<{ counters: unknown }>(
      `SELECT state::json -> 'counters' AS counters FROM ${detectorSchema}.regions`,
    );
    expect(rows).toMatchObject([{ counters: { counted: 60, copies: 60 } }]);
  });

  it.each([
    ['made anew', 'DROP SCHEMA messaging CASCADE', { counted: 90, copies: 30 }],
    [
      'shorter than what was read',
      'UPDATE detector.positions SET next_offset = 5000',
      { counted: 90, copies: 90 },
    ],
  ])('on a stream that is %s passes over nothing and counts nothing twice', async (_, damage, counters) => {
    const posts = townPosts('live').slice(0, 90);
    const before = await DetectorProcess.start(database.url);
    await publish(posts.slice(0, 60));
    await until(async () => (await nextOffset()) >= 60);
    await before.stop();
    const rules = `INSERT INTO ${detectorSchema}.rules (region_id, partition, from_offset, rules)
      SELECT '${regionId}', partition, at, jsonb_build_object('timeZone', 'Asia/Makassar', 'watchCounts', '[]'::jsonb)
      FROM ${detectorSchema}.regions, unnest(ARRAY[20, 50]) AS at`;
    await database.pool.query(`${rules}; ${damage}`);
    await port.close();
    port = createPostgresLog({ pool: database.pool });
    await port.apply(allStreams);
    const warnings: string[] = [];
    Logger.overrideLogger({ warn: (text: string) => warnings.push(text), log() {}, error() {} });
    const after = await DetectorProcess.start(database.url);
    await publish(posts.slice(30));
    const total = counters.counted + counters.copies;
    const counted = async () => {
      const { rows } = await database.pool.query<{ counters: { counted: number; copies: number } }>(
        `SELECT state::json -> 'counters' AS counters FROM ${detectorSchema}.regions`,
      );
      return rows[0]?.counters ?? { counted: 0, copies: 0 };
    };
    await until(async () => {
      const now = await counted();
      return now.counted + now.copies >= total;
    });
    await after.stop();
    Logger.overrideLogger(false);
    expect(await counted()).toMatchObject(counters);
    expect(warnings).toEqual([expect.stringContaining('is read from its beginning')]);
    const kept = await database.pool.query(`SELECT from_offset::int AS at FROM ${detectorSchema}.rules`);
    expect(kept.rows).toEqual([{ at: 0 }]);
    const again = await DetectorProcess.start(database.url);
    await again.stop();
    expect(await counted()).toMatchObject(counters);
  });

  it('that was replaced writes no more', async () => {
    const posts = townPosts('live');
    const first = await DetectorProcess.start(database.url);
    await publish(posts.slice(0, 300));
    await until(async () => (await nextOffset()) >= 300);
    await database.pool.query(`UPDATE ${detectorSchema}.positions SET owner = gen_random_uuid()`);
    await publish(posts.slice(300, 600));
    await pause(400);
    first.kill();
    expect(await nextOffset()).toBe(300);
  });

  it('applies a watch rule from the post on at which it was told, again after a restart', async () => {
    const rule = { id: 'lampu', phrases: ['lampu jalan'], count: 2, windowMinutes: 60 };
    const settings = RegionSettings.parse({ regionId, name: 'Kota Uji', mode: 'live', watchRules: [rule] });
    const watched = (from: number) =>
      [0, 1, 2].map((i) => analyzedPost(`w${from + i}`, from + i * 0.1, { watchRules: ['lampu'] }));
    const before = await DetectorProcess.start(database.url);
    await publish(watched(0));
    await until(async () => (await nextOffset()) >= 3);
    await port.publish(regionsConfigured, [configuredRecord(settings)]);
    await pause(300);
    await publish(watched(100));
    await until(async () => (await stored()).length === 1);
    before.kill();
    const [first] = await stored();
    const after = await DetectorProcess.start(database.url);
    await publish(watched(200));
    await until(async () => (await stored()).length === 2);
    await after.stop();
    expect((await stored())[0]).toBe(first);
    const page = await new DetectorQueries(database.pool).signals({ order: 'newest', limit: 1 });
    expect(page[0]?.signal).toMatchObject({
      key: { kind: 'watchRule', value: 'lampu' },
      tippingPost: { postId: 'uji:w201' },
    });
    expect(
      await new DetectorQueries(database.pool).signals({
        order: 'newest',
        limit: 9,
        after: page[0]!.sequence,
      }),
    ).toHaveLength(1);
  });
});
