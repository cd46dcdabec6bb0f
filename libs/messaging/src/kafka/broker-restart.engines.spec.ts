import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type KafkaEngine, startKafka } from '@kentongan/testing';
import { Consumer, messages, testStream, testTable, text } from '../contract/harness.js';
import { RecordingObserver, until } from '../contract/index.js';
import type { StreamPort } from '../stream.port.js';
import { createKafkaStreams } from './index.js';

const kills = 2;
const awayMilliseconds = 1_500;

describe('when the broker is killed while messages flow', () => {
  const observer = new RecordingObserver();
  let kafka: KafkaEngine;
  let port: StreamPort;
  beforeAll(async () => {
    kafka = await startKafka();
    port = createKafkaStreams({ brokers: [kafka.brokers], clientId: 'restart', observer });
  });
  afterAll(async () => {
    await port.close();
    await kafka.engine.stop();
  });

  it('publishing and consuming go on by themselves, nothing is missing and nothing invented', async () => {
    const stream = testStream(4);
    const table = testTable();
    await port.apply([stream, table]);
    const latest = new Map<string, string | null>();
    const reading = await port.table({
      stream: table,
      onRecord: ({ key, value }) => latest.set(key, text(value)),
      onFailure: (error) => {
        throw error;
      },
    });
    const consumer = new Consumer();
    const subscription = await port.subscribe(consumer.options(stream, 'steady'));
    let sent = 0;
    let isFlowing = true;
    const flow = (async () => {
      while (isFlowing) {
        await port.publish(stream, messages(20, 8, sent));
        sent += 20;
        await pause(5);
      }
    })();
    for (let kill = 0; kill < kills; kill += 1) {
      const before = sent;
      await until('messages flow', () => sent > before + 200, 30);
      await kafka.engine.kill();
      await pause(awayMilliseconds);
      const whileAway = sent;
      await kafka.engine.start();
      await until('messages flow again', () => sent > whileAway + 200, 30);
    }
    isFlowing = false;
    await flow;
    await port.publish(table, [{ key: 'k', value: Buffer.from('after') }]);
    await until('all arrived', () => new Set(consumer.values).size === sent, 30);
    await until('the table goes on', () => latest.get('k') === 'after', 30);
    expect(observer.failures.some(({ error }) => String(error).includes('Connection error'))).toBe(true);
    await until('lag 0', async () => (await subscription.lag()) === 0, 30);
    await reading.stop();
    await subscription.stop();
  });
});
