import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { deadStream, readDeadLetter, redrive, type StreamRecord } from '@kentongan/messaging';
import { until } from '../support/until.js';
import { counts } from './support/counts.js';
import { breakDeadStream } from './support/dead-stream-fault.js';
import { type PoisonKind, poisonRecord, poisons } from './support/poison.js';
import { recordResult } from './support/results.js';
import { Suite } from './support/suite.js';

const letterPage = 50; // a megabyte each, at worst

describe('what cannot be handled', () => {
  let suite: Suite;
  afterEach(() => suite.close());

  async function letters(): Promise<StreamRecord[]> {
    const { name, partitions } = deadStream(suite.stream);
    const all: StreamRecord[] = [];
    for (let partition = 0; partition < partitions; partition += 1)
      for (let offset = 0; ; ) {
        const page = await suite.port.read(name, partition, offset, letterPage);
        all.push(...page);
        const last = page.at(-1);
        if (!last) break;
        offset = last.offset + 1;
      }
    return all;
  }

  it('R9: poison among good posts is set aside whole, the rest is archived, nothing restarts', async () => {
    suite = await Suite.open({ name: 'r9' });
    const poisonCount = counts(1_000);
    const consumer = await suite.startConsumer();
    for (let number = 0; number < poisonCount; number += 1) {
      await suite.port.publish(suite.stream, [poisonRecord(number)]);
      await suite.publish(suite.oracle.issueMany(9));
    }
    await suite.drained();
    const found = await letters();
    expect(found).toHaveLength(poisonCount);
    for (const letter of found) {
      const { original, info } = readDeadLetter(letter);
      const [kind, number] = original.key.split('-') as [PoisonKind, string];
      const sent = poisonRecord(Number(number));
      expect(info).toMatchObject({
        reason: poisons[kind].reason,
        group: suite.group,
        stream: suite.stream.name,
      });
      expect(original.headers).toEqual({ trace: original.key });
      expect(Date.parse(info.diedAt)).toBeGreaterThan(0);
      const [origin] = await suite.port.read(info.stream, info.partition, info.offset, 1);
      expect(origin?.key).toBe(original.key);
      // The megabyte is random, so its origin in the stream is what it must equal.
      const bytes = kind === 'oneMegabyte' ? origin?.value : sent.value;
      expect(original.value && Buffer.compare(original.value, bytes!)).toBe(bytes && 0);
    }
    expect(new Set(found.map((letter) => letter.key)).size).toBe(poisonCount);
    expect(consumer.isAlive).toBe(true);
    expect(consumer.has('failure')).toBe(false);
    const verdict = await suite.verdict(found.length);
    recordResult({ suite: 'R9', fault: 'poison of six kinds', count: poisonCount, verdict });
    expect(verdict.problems).toEqual([]);
  }, 600_000);

  it('R10: while the dead stream cannot be written, nothing is committed past the poison and it shows', async () => {
    suite = await Suite.open({ name: 'r10', partitions: 1 });
    const rounds = counts(50);
    const consumer = await suite.startConsumer();
    let alarms = 0;
    let recoverySeconds = 0;
    for (let round = 0; round < rounds; round += 1) {
      await suite.publish(suite.oracle.issueMany(10));
      await suite.drained();
      const fault = await breakDeadStream(suite.servers, suite.stream);
      const failuresBefore = consumer.countOfEvent('failure');
      await suite.port.publish(suite.stream, [poisonRecord(0)]);
      await suite.publish(suite.oracle.issueMany(10));
      await until(async () => consumer.countOfEvent('failure') - failuresBefore >= 2, Boolean, 60);
      alarms += consumer.countOfEvent('failure') - failuresBefore;
      await pause(500);
      expect(await suite.lag()).toBe(11);
      await fault.heal();
      const healedAt = performance.now();
      await suite.drained();
      recoverySeconds = Math.max(recoverySeconds, (performance.now() - healedAt) / 1_000);
    }
    expect(await letters()).toHaveLength(rounds);
    const verdict = await suite.verdict(alarms);
    recordResult({ suite: 'R10', fault: 'dead stream unwritable', count: rounds, verdict, recoverySeconds });
    expect(verdict.problems).toEqual([]);
  }, 600_000);

  it('R11: redriven twice, each letter has its effect once', async () => {
    suite = await Suite.open({ name: 'r11' });
    const count = counts(1_000);
    const issued = suite.oracle.issueMany(count * 2);
    const wronged = issued.slice(0, count);
    const faulty = await suite.startConsumer({ poisonKeys: wronged.map(({ id }) => `uji:${id}`) });
    await suite.publish(issued);
    await suite.drained();
    expect(await letters()).toHaveLength(count);
    await faulty.signal('SIGTERM');
    await suite.startConsumer(); // the handler is mended
    const runs = [await redrive(suite.port, suite.stream), await redrive(suite.port, suite.stream)];
    expect(runs).toEqual([
      { redriven: count, passedOver: 0 },
      { redriven: 0, passedOver: 0 },
    ]);
    const verdict = await suite.verdict(count);
    recordResult({ suite: 'R11', fault: 'redrive, twice', count, verdict });
    expect(verdict.problems).toEqual([]);
  }, 300_000);
});
