import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStream } from '@kentongan/contracts';
import { done, type OutgoingRecord, type Subscription } from '@kentongan/messaging';
import { RecordingObserver } from '@kentongan/messaging/contract';
import {
  type Effect,
  type Issued,
  judge,
  type KafkaEngine,
  type LinkCounts,
  Oracle,
  startKafka,
  TcpProxy,
} from '@kentongan/testing';
import { until } from '../support/until.js';
import { counts } from './support/counts.js';
import { KeyOrder } from './support/key-order.js';
import { Load, publishAll } from './support/load.js';
import { openParts, type Parts } from './support/parts.js';
import { recordResult } from './support/results.js';

const keys = 8;
const reconnectSecondsMax = 30;
const failuresShown = 5;

interface LinkTrouble {
  readonly name: string;
  readonly seconds: number;
  readonly start: (proxy: TcpProxy) => void;
  /** What the proxy must have done for the fault to have happened. */
  readonly seen: (counts: LinkCounts) => number;
}

const troubles: readonly LinkTrouble[] = [
  { name: 'reset', seconds: 0.5, start: (proxy) => proxy.resetAll(), seen: ({ resets }) => resets },
  {
    name: 'black hole',
    seconds: 5,
    start: (proxy) => proxy.inject({ kind: 'blackHole', direction: 'both' }),
    seen: ({ swallowedBytes }) => swallowedBytes,
  },
  {
    name: 'latency of 2 s',
    seconds: 6,
    start: (proxy) => proxy.inject({ kind: 'latency', milliseconds: 2_000, direction: 'toClient' }),
    seen: ({ delayedChunks }) => delayedChunks,
  },
  {
    name: 'cut after 3,000 bytes',
    seconds: 4,
    start: (proxy) => {
      proxy.inject({ kind: 'cutAfter', bytes: 3_000, direction: 'both' });
      proxy.resetAll(); // the new connections are the ones that are cut
    },
    seen: ({ cuts }) => cuts,
  },
  {
    name: 'standing connections forgotten by a firewall',
    seconds: 2,
    start: (proxy) => proxy.silenceAll(),
    seen: ({ swallowedBytes }) => swallowedBytes,
  },
];

describe('R8: a bad link to the broker', () => {
  const stream = logStream('r8.kabar', { events: [], key: () => '', partitions: 4, retentionHours: 1 });
  const oracle = new Oracle('r8');
  const order = new KeyOrder(keys);
  const effects = new Map<string, Effect>();
  const observer = new RecordingObserver();
  let proxy: TcpProxy;
  let kafka: KafkaEngine;
  let parts: Parts;
  let subscription: Subscription;
  let load: Load;

  const recordOf = ({ id, payload }: Issued): OutgoingRecord => ({
    key: `kunci-${numberOf(id) % keys}`,
    value: new TextEncoder().encode(JSON.stringify({ id, payload })),
  });

  beforeAll(async () => {
    proxy = await TcpProxy.start();
    kafka = await startKafka({ advertisedPort: proxy.port });
    proxy.forwardTo(Number(kafka.brokers.split(':')[1]));
    parts = openParts(
      { databaseUrl: '', kafkaBrokers: [`127.0.0.1:${proxy.port}`], elasticsearchUrl: null },
      observer,
    );
    await parts.streams.apply([stream]);
    subscription = await parts.streams.subscribe({
      stream,
      group: 'r8',
      batchMessagesMax: 100,
      handle: async ({ records }) => {
        for (const { key, value } of records) {
          const effect = JSON.parse(new TextDecoder().decode(value ?? undefined)) as Effect;
          order.observe(key, numberOf(effect.id));
          effects.set(effect.id, effect);
        }
        return records.map(() => done);
      },
    });
    load = new Load({
      port: parts.streams,
      stream,
      oracle,
      recordOf,
      batchMessages: 16,
      restMilliseconds: 20,
    });
  }, 120_000);

  afterAll(async () => {
    proxy.heal();
    await load.stop().catch(() => {});
    await parts.close();
    await proxy.stop();
    await kafka.engine.stop();
  }, 60_000);

  /** Seconds until something sent from now on has come through. */
  async function secondsUntilFlow(): Promise<number> {
    const startedAt = performance.now();
    const newest = oracle.issued.size;
    const failuresBefore = observer.failures.length;
    await until(
      async () => ({
        seen: Math.max(...[...effects.keys()].slice(-keys).map(numberOf)),
        // Which side is stuck, if one is:
        issued: oracle.issued.size,
        accepted: oracle.obligations.size,
        refusals: load.refusals,
        failures: observer.failures
          .slice(failuresBefore)
          .slice(-failuresShown)
          .map(({ error }) => String(error)),
      }),
      ({ seen }) => seen >= newest,
      reconnectSecondsMax,
    );
    return (performance.now() - startedAt) / 1_000;
  }

  it.each(troubles)(
    '$name: it reconnects within 30 s, without a gap, in the order of each key',
    async (trouble) => {
      const rounds = counts(25);
      const before = trouble.seen(proxy.counts);
      await secondsUntilFlow();
      let recoverySeconds = 0;
      for (let round = 0; round < rounds; round += 1) {
        const seenBefore = trouble.seen(proxy.counts);
        trouble.start(proxy);
        await pause(trouble.seconds * 1_000);
        proxy.heal();
        expect(trouble.seen(proxy.counts)).toBeGreaterThan(seenBefore);
        recoverySeconds = Math.max(recoverySeconds, await secondsUntilFlow());
      }
      await load.pause();
      const fresh = oracle.issueMany(keys);
      await publishAll({ port: parts.streams, stream, oracle, recordOf }, fresh);
      await until(
        () => subscription.lag(),
        (lag) => lag === 0,
        60,
      );
      const verdict = judge({
        issued: oracle.issued,
        obligations: oracle.obligations,
        effects: effects.values(),
        faultsSeen: trouble.seen(proxy.counts) - before,
        freshPassed: fresh.every(({ id }) => effects.has(id)),
      });
      load.resume();
      recordResult({ suite: 'R8', fault: `link: ${trouble.name}`, count: rounds, verdict, recoverySeconds });
      expect(verdict.problems).toEqual([]);
      expect(order.offences).toEqual([]);
    },
    1_500_000,
  );
});

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));
