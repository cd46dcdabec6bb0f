import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type ElasticsearchEngine, startElasticsearch, TcpProxy } from '@kentongan/testing';
import { treeMemoryMegabytes } from '../support/process-memory.js';
import { until } from '../support/until.js';
import { counts } from './support/counts.js';
import { recordResult } from './support/results.js';
import { Suite } from './support/suite.js';

const isFull = process.env['KENTONGAN_TEST_COUNTS'] === 'full';
const downSeconds = isFull ? 60 : 15;
/** Under load before each outage: what a young process takes anyway is no growth. */
const usualSeconds = 10;
const readOnlySeconds = 5;
const settleSeconds = 1;
const settleSecondsMax = 20;
const memoryGrowthMegabytesMax = 50;

describe('an index that takes nothing', () => {
  let server: ElasticsearchEngine;
  let proxy: TcpProxy;
  let suite: Suite;
  beforeAll(async () => {
    server = await startElasticsearch();
    proxy = await TcpProxy.start();
    proxy.forwardTo(Number(new URL(server.url).port));
  }, 120_000);
  afterEach(async () => {
    proxy.heal(); // also after a test that failed in the middle of its fault
    await suite.close();
  });
  afterAll(async () => {
    await proxy.stop();
    await server.engine.stop();
  });

  const startConsumer = (batchMessagesMax = 500) =>
    suite.startConsumer({
      batchMessagesMax,
      servers: { ...suite.servers, elasticsearchUrl: `http://127.0.0.1:${proxy.port}` },
    });

  it('R16: down for a minute: posts wait in the stream, not in memory, and all arrive', async () => {
    suite = await Suite.open({ name: 'r16', servers: { elasticsearchUrl: server.url } });
    const rounds = counts(10);
    const consumer = await startConsumer();
    const load = suite.startLoad({ batchMessages: 50, restMilliseconds: 50 });
    await until(
      () => suite.archivedCount(),
      (count) => count > 1_000,
      60,
    );
    let recoverySeconds = 0;
    let growthMegabytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const memoryBefore = await peakMegabytes(consumer.pid, usualSeconds);
      const refusedBefore = proxy.counts.refused + proxy.counts.resets;
      proxy.inject({ kind: 'refuse' });
      const archived = await settledCount(suite);
      const memoryDown = await peakMegabytes(consumer.pid, downSeconds - 1);
      growthMegabytes = Math.max(growthMegabytes, memoryDown - memoryBefore);
      expect(proxy.counts.refused + proxy.counts.resets).toBeGreaterThan(refusedBefore);
      expect(await suite.archivedCount()).toBe(archived);
      expect(await suite.lag()).toBeGreaterThan(0);
      proxy.heal();
      recoverySeconds = Math.max(recoverySeconds, await suite.freshSeconds(120));
    }
    await load.stop();
    expect(consumer.isAlive).toBe(true);
    const verdict = await suite.verdict(proxy.counts.refused);
    const figures = { downSeconds, memoryGrowthMegabytes: growthMegabytes };
    recordResult({ suite: 'R16', fault: 'index down', count: rounds, verdict, recoverySeconds, figures });
    expect(verdict.problems).toEqual([]);
    expect(await suite.deadLetters()).toBe(0);
    expect(growthMegabytes).toBeLessThanOrEqual(memoryGrowthMegabytesMax);
  }, 1_500_000);

  it('R17: read-only, as a full disk makes it: an outage, not poison', async () => {
    suite = await Suite.open({ name: 'r17', servers: { elasticsearchUrl: server.url } });
    const rounds = counts(5);
    const consumer = await startConsumer(50);
    await suite.publish(suite.oracle.issueMany(100));
    await suite.drained();
    let recoverySeconds = 0;
    let outages = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = consumer.countOf('retry', 'outage');
      await blockWrites(server.url, true);
      await suite.publish(suite.oracle.issueMany(200));
      await until(async () => consumer.countOf('retry', 'outage') > before, Boolean, 30);
      await pause(readOnlySeconds * 1_000);
      expect(await suite.lag()).toBe(200);
      outages += consumer.countOf('retry', 'outage') - before;
      await blockWrites(server.url, false);
      recoverySeconds = Math.max(recoverySeconds, await suite.freshSeconds(60));
      await suite.drained();
    }
    const verdict = await suite.verdict(outages);
    recordResult({ suite: 'R17', fault: 'index read-only', count: rounds, verdict, recoverySeconds });
    expect(verdict.problems).toEqual([]);
    expect(await suite.deadLetters()).toBe(0);
  }, 300_000);
});

/** What was under way has failed or passed, and a search server shows what it took a moment later. */
async function settledCount(suite: Suite): Promise<number> {
  let before = Number.NaN;
  return until(
    async () => {
      await pause(settleSeconds * 1_000);
      return suite.archivedCount();
    },
    (count) => {
      const isSettled = count === before;
      before = count;
      return isSettled;
    },
    settleSecondsMax,
  );
}

/** The most a process has while it works, or waits, for so long. */
async function peakMegabytes(pid: number, seconds: number): Promise<number> {
  let peak = 0;
  for (let second = 0; second < seconds; second += 1) {
    await pause(1_000);
    peak = Math.max(peak, treeMemoryMegabytes(pid));
  }
  return peak;
}

/** What the server does by itself when its disk is nearly full. */
async function blockWrites(url: string, isBlocked: boolean): Promise<void> {
  const answer = await fetch(`${url}/_all/_settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ 'index.blocks.read_only_allow_delete': isBlocked || null }),
  });
  if (!answer.ok) throw new Error(`the index settings answered ${answer.status}: ${await answer.text()}`);
}
