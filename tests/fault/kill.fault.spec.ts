import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, type DeskOptions, freePort, runReplay } from '../support/desk.js';
import {
  darkWeek,
  inOrder,
  poisonedWater,
  quietHistory,
  rumour,
  writePosts,
} from '../support/invented-history.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import {
  archivedCount,
  differenceOf,
  noDifference,
  replayInPeace,
  replayUnderFire,
  untilArchived,
} from './kill-runs.js';

const stopSecondsMax = 10;
const folder = openTemporaryFolder();
afterAll(() => folder.remove());

const twoRumours = inOrder([
  ...quietHistory({ seed: 1, startsAt: '2024-03-01T00:00:00Z', days: 20, postsPerDay: 295 }),
  ...rumour({ name: 'air', startsAt: '2024-03-16T12:10:00Z', minutes: 90, count: 60, ...poisonedWater }),
  ...rumour({ name: 'listrik', startsAt: '2024-03-18T02:10:00Z', minutes: 60, count: 40, ...darkWeek }),
]);

describe('a desk that dies', () => {
  const file = join(folder.path, 'kabar.ndjson');
  let peaceful: DeskOptions;

  beforeAll(async () => {
    writePosts(file, twoRumours);
    peaceful = { dataDirectory: join(folder.path, 'damai'), port: await freePort() };
  });

  it('has the same archive and the same alarms as one that nobody shot', async () => {
    const shot = { dataDirectory: join(folder.path, 'tembak'), port: await freePort() };
    const plan = { kills: 3, lines: twoRumours.length, alarmsExpected: 4 };
    const [peace, fire] = await Promise.all([
      replayInPeace(peaceful, file),
      replayUnderFire(shot, file, plan),
    ]);

    // The faults happened: each shot killed another process while posts were on their way, the first amid the replay.
    expect(fire.kills.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL']);
    expect(new Set(fire.kills.map(({ pid }) => pid)).size).toBe(3);
    for (const { archived } of fire.kills) expect(archived).toBeLessThan(twoRumours.length);
    expect(fire.kills[0]?.isReplayRunning).toBe(true);

    expect(peace.posts).toHaveLength(twoRumours.length);
    expect(new Set(peace.alarms.map(({ signalId }) => signalId)).size).toBe(2);
    expect(differenceOf(peace, fire)).toEqual(noDifference);
    expect(fire.summary.accepted + fire.summary.unchanged).toBe(twoRumours.length);
  }, 240_000);

  it('ends politely under load within ten seconds, and loses nothing', async () => {
    const region = 'gelombang-dua';
    const wave = quietHistory({ seed: 2, startsAt: '2024-05-01T00:00:00Z', days: 15, postsPerDay: 200 });
    const waveFile = join(folder.path, 'gelombang.ndjson');
    writePosts(waveFile, wave);
    const before = await Desk.start(peaceful);
    const replay = runReplay(peaceful, [waveFile, '--region', region]);
    const archived = await untilArchived(before, 1, region);
    const askedAt = performance.now();
    await before.stop();
    const stopSeconds = (performance.now() - askedAt) / 1_000;
    const after = await Desk.start(peaceful);
    try {
      const summary = await replay;
      expect(archived).toBeLessThan(wave.length);
      expect(before.process.exitCode).toBe(0);
      expect(stopSeconds).toBeLessThanOrEqual(stopSecondsMax);
      expect(summary.accepted + summary.unchanged).toBe(wave.length);
      await untilArchived(after, wave.length, region);
      expect(await archivedCount(after, region)).toBe(wave.length);
    } finally {
      await after.stop();
    }
  }, 120_000);
});
