import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { logStream, type Stream } from '@kentongan/contracts';
import { done, partitionOf } from '@kentongan/messaging';
import { type Effect, judge, Oracle, type Verdict } from '@kentongan/testing';
import { percentile } from '../bench/percentile.js';
import { seededRandom } from '../support/random.js';
import { until } from '../support/until.js';
import type { Consumer } from './support/consumer.js';
import { counts } from './support/counts.js';
import { openParts } from './support/parts.js';
import { recordResult } from './support/results.js';
import { Suite } from './support/suite.js';

const partitions = 12;
const sentAtOnce = 20;
const sendMilliseconds = 20;
const keysMax = 200;
/** The first messages pay for connections and for code that was never run. */
const warmUpMessages = 500;
const hotKey = 'kunci-panas';
const slowKey = 'kunci-lambat';
const slowMilliseconds = 20;
const turns = 2;
/** The bound of the other keys' p95, against that of the same load spread evenly. */
const slowerMax = 2;
/** Below it a ratio of two latencies is noise of the machine. */
const noiseMilliseconds = 20;
const lagErrorShareMax = 0.05;
const publishedAtOnce = 500;
/** One member has four batches in work at once, whatever it waits for; three have twelve. */
const waitMilliseconds = 25;
const waitingBatchMessages = 10;
const fasterByThree = 1.8;
/** A search server shows what was written after its refresh. */
const seenAfterSeconds = 1.5;

describe('uneven and heavy load', () => {
  let suite: Suite;
  afterEach(() => suite.close());

  it('R12: a hot key and a slow key hold up their own partitions, not the keys of the others', async () => {
    suite = await Suite.open({ name: 'r12' });
    const count = counts(20_000);
    await latenciesUnder(suite, 'pemanasan', Math.min(count, warmUpMessages), 0);
    const [even, skewed]: Latencies[][] = [[], []];
    // In turns, so that whatever else the machine does slows both.
    for (let turn = 0; turn < turns; turn += 1) {
      even?.push(await latenciesUnder(suite, `rata-${turn}`, count / turns, 0));
      skewed?.push(await latenciesUnder(suite, `miring-${turn}`, count / turns, 0.9));
    }
    const p95 = (all: readonly Latencies[] = []) =>
      percentile(
        all.flatMap(({ others }) => others),
        95,
      );
    const [evenP95, skewedP95] = [p95(even), p95(skewed)];
    for (const { hotMessages, verdict } of skewed ?? []) {
      expect(hotMessages).toBeGreaterThan((count / turns) * 0.85);
      expect(verdict.problems).toEqual([]);
      recordResult({
        suite: 'R12',
        fault: 'hot key and slow key',
        count: count / turns,
        verdict,
        figures: {
          evenP95Milliseconds: evenP95,
          skewedP95Milliseconds: skewedP95,
          ratio: Math.round((skewedP95 / Math.max(evenP95, noiseMilliseconds)) * 100) / 100,
        },
      });
    }
    expect(skewedP95).toBeLessThanOrEqual(slowerMax * Math.max(evenP95, noiseMilliseconds));
  }, 300_000);

  it('R21: a backlog is measured right and drained when consumers join and leave', async () => {
    suite = await Suite.open({ name: 'r21', partitions: 6 });
    const backlog = counts(50_000);
    const runs = counts(3);
    const first = await suite.startConsumer();
    await suite.freshSeconds(); // a group is known for sure once it has committed
    await suite.drained();
    await first.signal('SIGTERM');
    let worstError = 0;
    let joined = 0;
    const drainSeconds = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      for (const [index, members] of [1, 3].entries()) {
        const before = suite.oracle.obligations.size;
        for (let sent = 0; sent < backlog; sent += publishedAtOnce)
          await suite.publish(suite.oracle.issueMany(publishedAtOnce));
        const published = suite.oracle.obligations.size - before;
        const lag = await suite.lag();
        expect(lag).toBeGreaterThanOrEqual(published * (1 - lagErrorShareMax));
        expect(lag).toBeLessThanOrEqual(published * (1 + lagErrorShareMax));
        const startedAt = performance.now();
        const plan = { batchMessagesMax: 25, restBeforeWriteMilliseconds: 100 };
        const consumers = [await suite.startConsumer(plan)];
        if (members === 3) {
          await until(
            () => suite.lag(),
            (lag) => lag < published * 0.9,
            120,
          );
          consumers.push(...(await Promise.all([suite.startConsumer(plan), suite.startConsumer(plan)])));
          joined += 2;
          worstError = Math.max(worstError, await lagErrorWhileFrozen(suite, consumers, published));
        }
        await suite.drained(300);
        drainSeconds[index] = (performance.now() - startedAt) / 1_000;
        for (const consumer of consumers) await consumer.signal('SIGTERM');
      }
    }
    await suite.startConsumer();
    const verdict = await suite.verdict(joined);
    const [one = 0, three = 0] = drainSeconds;
    const figures = { drainOneSeconds: one, drainThreeSeconds: three, lagErrorShare: worstError };
    recordResult({ suite: 'R21', fault: 'backlog, consumers join', count: backlog, verdict, figures });
    expect(verdict.problems).toEqual([]);
    expect(worstError).toBeLessThanOrEqual(lagErrorShareMax);
  }, 1_200_000);

  it('R21: three consumers whose handlers wait for something drain a backlog 1.8 times as fast as one', async () => {
    suite = await Suite.open({ name: 'r21w' });
    const backlog = counts(60_000);
    const stream = logStream(`${suite.group}.antre`, {
      events: [],
      key: () => '',
      partitions,
      retentionHours: 1,
    });
    await suite.port.apply([stream]);
    const oracle = new Oracle('menunggu');
    const issued = oracle.issueMany(backlog);
    const records = issued.map((each) => ({ key: each.id, value: Buffer.from(JSON.stringify(each)) }));
    await suite.port.publish(stream, records);
    for (const { id } of issued) oracle.accept(id);
    const one = await drainWaiting(suite, stream, backlog, 1);
    const three = await drainWaiting(suite, stream, backlog, 3);
    expect([...one.handledBy.values()].map(({ size }) => size)).toEqual([partitions]);
    // Joining takes turns: the first may have had partitions that became another's.
    for (const member of [0, 1, 2])
      expect(three.handledBy.get(member)?.size ?? 0).toBeGreaterThanOrEqual(partitions / 3);
    const verdict = judge({
      issued: oracle.issued,
      obligations: oracle.obligations,
      effects: three.effects.values(),
      faultsSeen: three.handledBy.size,
      freshPassed: true, // everything had to pass for this line to be reached
    });
    const figures = { drainOneSeconds: one.seconds, drainThreeSeconds: three.seconds };
    recordResult({ suite: 'R21', fault: 'consumers that wait: 1, then 3', count: backlog, verdict, figures });
    expect(verdict.problems).toEqual([]);
    expect(one.seconds / three.seconds).toBeGreaterThanOrEqual(fasterByThree);
  }, 300_000);
});

/** Seconds until a backlog is drained by so many members, what came of it, and who handled which partitions. */
async function drainWaiting(suite: Suite, stream: Stream, backlog: number, members: number) {
  const group = `${suite.group}-${members}`;
  const handledBy = new Map<number, Set<number>>();
  const effects = new Map<string, Effect>();
  const parts = Array.from({ length: members }, () => openParts(suite.servers, suite.observer));
  const startedAt = performance.now();
  try {
    await Promise.all(
      parts.map(({ streams }, member) =>
        streams.subscribe({
          stream,
          group,
          batchMessagesMax: waitingBatchMessages,
          handle: async ({ partition, records }) => {
            await pause(waitMilliseconds);
            handledBy.set(member, (handledBy.get(member) ?? new Set()).add(partition));
            for (const { value } of records) {
              const effect = JSON.parse(String(value)) as Effect;
              effects.set(effect.id, effect);
            }
            return records.map(() => done);
          },
        }),
      ),
    );
    await until(
      async () => effects.size,
      (count) => count >= backlog,
      120,
    );
    return { seconds: (performance.now() - startedAt) / 1_000, handledBy, effects };
  } finally {
    await Promise.all(parts.map((each) => each.close()));
  }
}

/** How far the lag is from what is not archived, as a share of the backlog, while nobody works. */
async function lagErrorWhileFrozen(
  suite: Suite,
  consumers: readonly Consumer[],
  backlog: number,
): Promise<number> {
  await Promise.all(consumers.map((each) => each.signal('SIGSTOP')));
  try {
    await pause(seenAfterSeconds * 1_000);
    const waiting = suite.oracle.obligations.size - (await suite.archivedCount());
    return Math.abs((await suite.lag()) - waiting) / backlog;
  } finally {
    await Promise.all(consumers.map((each) => each.signal('SIGCONT')));
  }
}

interface Latencies {
  /** Milliseconds from publishing to handling, of keys that share no partition with the hot or the slow one. */
  readonly others: readonly number[];
  readonly hotMessages: number;
  readonly verdict: Verdict;
}

/** Publishes `count` messages at a steady pace, `hotShare` of them of one key, and times their way. */
async function latenciesUnder(
  { port, group }: Suite,
  name: string,
  count: number,
  hotShare: number,
): Promise<Latencies> {
  const stream = logStream(`${group}.${name}`, { events: [], key: () => '', partitions, retentionHours: 1 });
  await port.apply([stream]);
  const oracle = new Oracle(name);
  const random = seededRandom(12);
  const sent = new Map<string, { readonly key: string; readonly at: number }>();
  const handled = new Map<string, Effect & { readonly at: number }>();
  const subscription = await port.subscribe({
    stream,
    group,
    batchMessagesMax: 100,
    handle: async ({ records }) => {
      for (const { key, value } of records) {
        if (key === slowKey) await pause(slowMilliseconds);
        const effect = JSON.parse(new TextDecoder().decode(value ?? undefined)) as Effect;
        if (!handled.has(effect.id)) handled.set(effect.id, { ...effect, at: performance.now() });
      }
      return records.map(() => done);
    },
  });
  const keyNow = (): string => {
    if (random() < hotShare) return hotKey;
    return hotShare > 0 && random() < 0.1 ? slowKey : `kunci-${Math.floor(random() * keysMax)}`;
  };
  const publishes: Promise<void>[] = [];
  for (let n = 0; n < count; n += sentAtOnce) {
    const records = oracle.issueMany(sentAtOnce).map((issued) => {
      const key = keyNow();
      sent.set(issued.id, { key, at: performance.now() });
      return { key, value: new TextEncoder().encode(JSON.stringify(issued)) };
    });
    publishes.push(port.publish(stream, records));
    await pause(sendMilliseconds);
  }
  await Promise.all(publishes);
  for (const id of sent.keys()) oracle.accept(id);
  await until(
    async () => handled.size,
    (size) => size >= sent.size,
    120,
  );
  await subscription.stop();
  const busy = new Set([hotKey, slowKey].map((key) => partitionOf(key, partitions)));
  const others = [...sent].filter(([, { key }]) => !busy.has(partitionOf(key, partitions)));
  const hotMessages = [...sent.values()].filter(({ key }) => key === hotKey).length;
  return {
    others: others.map(([id, { at }]) => (handled.get(id)?.at ?? Number.POSITIVE_INFINITY) - at),
    hotMessages,
    verdict: judge({
      issued: oracle.issued,
      obligations: oracle.obligations,
      effects: handled.values(),
      faultsSeen: hotMessages,
      freshPassed: true, // everything had to pass for this line to be reached
    }),
  };
}
