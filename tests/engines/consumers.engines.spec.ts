import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { seededRandom } from '../support/random.js';
import { until } from '../support/until.js';
import type { Consumer } from './support/consumer.js';
import { counts } from './support/counts.js';
import { recordResult } from './support/results.js';
import { Suite } from './support/suite.js';

const stopSecondsMax = 10;
const takeOverSecondsMax = 60;

describe('a consumer', () => {
  let suite: Suite;
  afterEach(() => suite.close());

  it('R5: killed at random, again and again, loses and doubles nothing', async () => {
    suite = await Suite.open({ name: 'r5' });
    const kills = counts(50);
    const random = seededRandom(5);
    const plan = { restBeforeWriteMilliseconds: 20 };
    const consumers = [await suite.startConsumer(plan), await suite.startConsumer(plan)];
    const load = suite.startLoad({ batchMessages: 20, restMilliseconds: 90 });
    const pids = new Set<number>();
    let recoverySeconds = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(1_000 + random() * 1_000);
      const index = Math.floor(random() * consumers.length);
      const victim = consumers[index] as Consumer;
      await victim.signal('SIGKILL');
      expect(victim.process.signalCode).toBe('SIGKILL');
      pids.add(victim.pid);
      consumers[index] = await suite.startConsumer(plan);
    }
    await load.stop();
    const wanted = counts(20_000);
    if (suite.oracle.obligations.size < wanted)
      await suite.publish(suite.oracle.issueMany(wanted - suite.oracle.obligations.size));
    recoverySeconds = await suite.freshSeconds(takeOverSecondsMax);
    await suite.drained();
    expect(pids.size).toBe(kills);
    const verdict = await suite.verdict(pids.size);
    recordResult({ suite: 'R5', fault: 'SIGKILL of a consumer', count: kills, verdict, recoverySeconds });
    expect(verdict.problems).toEqual([]);
    expect(await suite.deadLetters()).toBe(0);
  }, 600_000);

  it('R6: a zombie that wakes after its session ended overwrites nothing newer', async () => {
    suite = await Suite.open({ name: 'r6', partitions: 1 });
    const rounds = counts(20);
    const perRound = 20;
    let staleWrites = 0;
    for (let round = 0; round < rounds; round += 1) {
      const issued = suite.oracle.issueMany(perRound);
      const zombie = await suite.startConsumer({ restBeforeWriteMilliseconds: 300, batchMessagesMax: 500 });
      await suite.publish(issued);
      await until(async () => zombie.has('batch'), Boolean, takeOverSecondsMax);
      await zombie.signal('SIGSTOP'); // it holds revision 1, not written yet
      expect(zombie.has('written')).toBe(false);
      const heir = await suite.startConsumer();
      await suite.publish(issued, 2);
      await suite.drained(takeOverSecondsMax);
      await zombie.signal('SIGCONT');
      await until(async () => zombie.has('written'), Boolean, takeOverSecondsMax);
      staleWrites += 1;
      await pause(500); // what it would commit, it commits now
      expect(await suite.lag()).toBe(0);
      await zombie.end();
      await heir.signal('SIGTERM');
    }
    await suite.startConsumer();
    const verdict = await suite.verdict(staleWrites, 2);
    recordResult({ suite: 'R6', fault: 'SIGSTOP beyond the session', count: rounds, verdict });
    expect(verdict.problems).toEqual([]);
    expect(staleWrites).toBe(rounds);
  }, 600_000);

  it('R7: ends politely under load within ten seconds, having committed exactly what it wrote', async () => {
    suite = await Suite.open({ name: 'r7' });
    const rounds = counts(30);
    let slowest = 0;
    const load = suite.startLoad({ batchMessages: 20, restMilliseconds: 40 });
    for (let round = 0; round < rounds; round += 1) {
      const consumer = await suite.startConsumer({ restBeforeWriteMilliseconds: 50 });
      await until(async () => consumer.has('written'), Boolean, takeOverSecondsMax);
      const askedAt = performance.now();
      await consumer.signal('SIGTERM');
      slowest = Math.max(slowest, (performance.now() - askedAt) / 1_000);
      expect(consumer.process.exitCode).toBe(0);
      await load.pause();
      const committed = suite.oracle.obligations.size - (await suite.lag());
      // Committed is last durable + 1: as many are archived as are committed, not one more or less.
      await until(
        () => suite.archivedCount(),
        (count) => count === committed,
        5,
      );
      load.resume();
    }
    await load.stop();
    await suite.startConsumer();
    const verdict = await suite.verdict(rounds);
    recordResult({
      suite: 'R7',
      fault: 'SIGTERM under load',
      count: rounds,
      verdict,
      figures: { slowestStopSeconds: slowest },
    });
    expect(verdict.problems).toEqual([]);
    expect(slowest).toBeLessThanOrEqual(stopSecondsMax);
  }, 600_000);
});
