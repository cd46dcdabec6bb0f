import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AnalyzedPost, allStreams, postsAnalyzed } from '@kentongan/contracts';
import { migrate } from '@kentongan/database';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { Logger } from '@nestjs/common';
import { detectorMigrations } from './detector.migrations.js';
import { detectorSchema } from './detector.schema.js';
import { DetectorQueries } from './detector-queries.js';
import { analyzedRecord } from './testing/analyzed-post.js';
import { DetectorProcess, killed, saying, townPosts, wantedSignals } from './testing/detector-process.js';

Logger.overrideLogger(false);
const regionIds = ['kota-a', 'kota-b', 'kota-c', 'kota-d', 'kota-e', 'kota-f', 'kota-g', 'kota-h'];
const pieces = 8;
const secondsMax = 30;

let database: TestDatabase;
let port: StreamPort;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, detectorSchema, detectorMigrations);
  port = createPostgresLog({ pool: database.pool });
  await port.apply(allStreams);
});
afterAll(async () => {
  await Promise.all(killed.splice(0));
  await port.close();
  await database.drop();
});

const publish = (posts: readonly AnalyzedPost[]) =>
  port.publish(
    postsAnalyzed,
    posts.flatMap((post) => regionIds.map((regionId) => analyzedRecord(regionId, post))),
  );

async function stored(regionId: string): Promise<string[]> {
  const query = { regionIds: [regionId], order: 'oldest', limit: 200 } as const;
  const signals = await new DetectorQueries(database.pool).signals(query);
  return signals.map(({ signal }) => saying(signal));
}

/** Which detector owns each partition, by what the tables say. */
async function owners(): Promise<Map<number, string>> {
  const { rows } = await database.pool.query<{ partition: number; owner: string }>(
    `SELECT partition, owner FROM ${detectorSchema}.positions`,
  );
  return new Map(rows.map(({ partition, owner }) => [partition, owner]));
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + secondsMax * 1_000; !(await isDone()); await pause(25))
    if (Date.now() > deadline) throw new Error('waited in vain');
}

describe('detectors that share the regions', () => {
  it('say together what one alone would say, while some come and go under load', async () => {
    const posts = townPosts('live');
    const wanted = wantedSignals(posts);
    expect(wanted.length).toBeGreaterThan(2);
    expect(wanted.join()).toContain('"textKeys"');
    const size = Math.ceil(posts.length / pieces);
    const seen: Map<number, string>[] = [];
    const running = [await DetectorProcess.start(database.url)];
    for (let piece = 0; piece < pieces; piece += 1) {
      const published = publish(posts.slice(piece * size, (piece + 1) * size));
      if (piece % 2 === 0) running.push(await DetectorProcess.start(database.url));
      else if (piece === 5) running.shift()?.kill();
      else await running.shift()?.stop();
      await published;
      await pause(300);
      seen.push(await owners());
    }
    const said = async () => (await Promise.all(regionIds.map(stored))).flat().length;
    await until(async () => (await said()) >= wanted.length * regionIds.length);
    await Promise.all(running.map((detector) => detector.stop()));

    const sharing = seen.map((each) => new Set(each.values()).size);
    expect(Math.max(...sharing)).toBeGreaterThan(1);
    const hands = seen.map((each) => each.get(seen[0]?.keys().next().value ?? 0));
    expect(new Set(hands).size).toBeGreaterThan(1);
    for (const regionId of regionIds)
      expect({ regionId, said: await stored(regionId) }).toEqual({
        regionId,
        said: wantedSignals(posts, regionId),
      });
  }, 60_000);
});
