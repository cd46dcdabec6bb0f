import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { everything } from '@kentongan/archive';
import { ArchiverHandlers } from '@kentongan/archiver';
import { allStreams, type Stream } from '@kentongan/contracts';
import { decodeBatch, done } from '@kentongan/messaging';
import { seededRandom } from '../support/random.js';
import { until } from '../support/until.js';
import { counts } from './support/counts.js';
import { archivedEffects, postRecord } from './support/oracle-posts.js';
import { recordResult } from './support/results.js';
import { Suite } from './support/suite.js';

const goldenFolder = new URL('../../../libs/contracts/golden/', import.meta.url);
const publishedAtOnce = 500;

describe('what comes again, late or from long ago', () => {
  let suite: Suite;
  afterEach(() => suite.close());

  it('R13: the whole stream three times over changes no document and no count', async () => {
    suite = await Suite.open({ name: 'r13' });
    const count = counts(10_000);
    await suite.publish(suite.oracle.issueMany(count));
    await suite.startConsumer();
    await suite.drained();
    await until(
      () => suite.archivedCount(),
      (archived) => archived === count,
      10,
    );
    const before = await countsOf(suite);
    const archiver = new ArchiverHandlers(suite.archive);
    for (let replay = 1; replay <= 3; replay += 1) {
      const subscription = await suite.port.subscribe({
        stream: suite.stream,
        group: `${suite.name}-replay-${replay}`,
        batchMessagesMax: 500,
        startAt: async () => 0,
        handle: (batch) => archiver.onPostsAnalyzed(batch),
      });
      await until(
        async () => staleSeen(suite),
        (seen) => seen >= count * replay,
        120,
      );
      await subscription.stop();
    }
    expect(await countsOf(suite)).toEqual(before);
    const verdict = await suite.verdict(staleSeen(suite));
    recordResult({ suite: 'R13', fault: 'whole stream replayed', count: 3, verdict });
    expect(verdict.problems).toEqual([]);
  }, 600_000);

  it('R14: revisions in any order end with the newest, and an older one that comes late is no failure', async () => {
    suite = await Suite.open({ name: 'r14' });
    const issued = suite.oracle.issueMany(counts(5_000));
    const random = seededRandom(14);
    const records = [3, 1, 2]
      .flatMap((revision) => issued.map((each) => postRecord(suite.region, each, revision)))
      .map((record) => ({ record, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ record }) => record);
    for (let at = 0; at < records.length; at += publishedAtOnce)
      await suite.port.publish(suite.stream, records.slice(at, at + publishedAtOnce));
    for (const { id } of issued) suite.oracle.accept(id);
    const consumer = await suite.startConsumer();
    await suite.drained();
    const verdict = await suite.verdict(consumer.countOf('drop', 'stale'), 3);
    recordResult({ suite: 'R14', fault: 'shuffled revisions', count: verdict.faultsSeen, verdict });
    expect(verdict.problems).toEqual([]);
    expect(await suite.deadLetters()).toBe(0);
  }, 300_000);

  it('R25: every version of every event that was ever written is still read', async () => {
    suite = await Suite.open({ name: 'r25' });
    const golden = readdirSync(goldenFolder).filter((name) => name.endsWith('.golden.json'));
    const read: string[] = [];
    for (const { name, stream } of golden.map((each) => ({ name: each, stream: streamOf(each) }))) {
      const own: Stream = { ...stream, name: `${suite.name}.${name}`, keep: 'log', retentionHours: 1 };
      await suite.port.apply([own]);
      await suite.port.publish(own, [{ key: name, value: readFileSync(new URL(name, goldenFolder)) }]);
      const subscription = await suite.port.subscribe({
        stream: own,
        group: suite.group,
        batchMessagesMax: 10,
        handle: (batch) =>
          decodeBatch(own, batch, async (messages) => {
            read.push(...messages.map(({ event }) => `${event.type}.v${event.v}.golden.json`));
            return messages.map(() => done);
          }),
      });
      await until(
        () => subscription.lag(),
        (lag) => lag === 0,
        30,
      );
      await subscription.stop();
      expect((await suite.port.states([own]))[0]?.deadLetters).toBe(0);
    }
    expect(read.sort()).toEqual(golden.sort());
  }, 120_000);
});

function staleSeen({ observer, stream }: Suite): number {
  return observer.outcomes
    .filter(({ at, reason }) => at.stream === stream.name && reason === 'stale')
    .reduce((sum, { count }) => sum + count, 0);
}

/** Everything that counts posts, and the posts themselves. */
async function countsOf({ archive, region }: Suite) {
  const selection = { regionId: region, query: everything };
  const [count, facets, histogram, posts] = await Promise.all([
    archive.count(selection),
    archive.facets({ ...selection, valuesMax: 10 }),
    archive.histogram({ ...selection, unit: 'day', timeZone: 'Asia/Jakarta' }),
    archivedEffects(archive, region),
  ]);
  expect(count.ok && facets.ok && histogram.ok).toBe(true);
  return { count, facets, histogram, posts: posts.map(({ id, payload }) => `${id} ${payload}`).sort() };
}

function streamOf(goldenFile: string): Stream {
  const [type = '', version = ''] = goldenFile.replace('.golden.json', '').split('.v');
  const stream = allStreams.find((each) =>
    each.events.some((event) => event.type === type && `${event.v}` === version),
  );
  if (!stream) throw new Error(`no stream carries ${goldenFile}`);
  return stream;
}
