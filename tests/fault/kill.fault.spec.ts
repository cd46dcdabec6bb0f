import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk, type DeskOptions, freePort, runReplay } from '../support/desk.js';
import { quietHistory, twoRumours, writePosts } from '../support/invented-history.js';
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

const kabar = twoRumours();

describe('a desk that dies', () => {
  const file = join(folder.path, 'kabar.ndjson');
  let peaceful: DeskOptions;

  beforeAll(async () => {
    writePosts(file, kabar);
    peaceful = { dataDirectory: join(folder.path, 'damai'), port: await freePort() };
  });

  it('has the same archive and the same alarms as one that nobody shot', async () => {
    const shot = { dataDirectory: join(folder.path, 'tembak'), port: await freePort() };
    const plan = { kills: 3, lines: kabar.length };
    const [peace, fire] = await Promise.all([
      replayInPeace(peaceful, file),
      replayUnderFire(shot, file, plan),
    ]);

    // The faults happened: each shot killed another process while posts were on their way, the first amid the replay.
    expect(fire.kills.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL']);
    expect(new Set(fire.kills.map(({ pid }) => pid)).size).toBe(3);
    for (const { archived } of fire.kills) expect(archived).toBeLessThan(kabar.length);
    expect(fire.kills[0]?.isReplayRunning).toBe(true);

    expect(peace.posts).toHaveLength(kabar.length);
    expect(new Set(peace.alarms.map(({ signalId }) => signalId)).size).toBe(2);
    expect(differenceOf(peace, fire)).toEqual(noDifference);
    expect(fire.summary.accepted + fire.summary.unchanged).toBe(kabar.length);
  }, 240_000);

  it('ends politely under load within ten seconds, and loses nothing', async () => {
    const region = 'gelombang-dua';
    const wave = quietHistory({ seed: 2, startsAt: '2024-05-01T00:00:00Z', days: 15, postsPerDay: 200 });
    const waveFile = join(folder.path, 'gelombang.ndjson');
    writePosts(waveFile, wave);
    const before = await Desk.start(peaceful);
    const replay = runReplay(peaceful, [waveFile, '--region', region]);
    const archived = await untilArchived(before, 1, region);
    const sender = endlessSender(before, region);
    const askedAt = performance.now();
    await before.stop();
    const stopSeconds = (performance.now() - askedAt) / 1_000;
    sender.destroy();
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

/** A sender that never ends its request: the desk must not wait for it. */
function endlessSender(desk: Desk, region: string): ClientRequest {
  const sender = request(`${desk.url}/api/posts?region=${region}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${desk.token}`, 'content-type': 'application/x-ndjson' },
  });
  sender.on('error', () => {}); // being cut is what is wanted
  sender.write('{"id":"tanpa akhir"');
  return sender;
}
