import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDeadLetter } from '../dead-letter.js';
import { dead, done } from '../outcome.js';
import { redrive } from '../redrive.js';
import type { StreamRecord } from '../stream.port.js';
import {
  bytes,
  Consumer,
  messages,
  type OpenStreamPort,
  RecordingObserver,
  readAll,
  type StreamPortUnderTest,
  testStream,
  text,
  until,
} from './harness.js';

/** What cannot be handled is set aside whole, and can be put back. */
export function deadLettersContract(name: string, open: OpenStreamPort): void {
  describe(`${name} sets aside what cannot be handled`, () => {
    const observer = new RecordingObserver();
    let under: StreamPortUnderTest;
    beforeAll(async () => {
      under = await open(observer);
    });
    afterAll(() => under.close());
    const applied = async (partitions = 4) => {
      const stream = testStream(partitions);
      await under.port.apply([stream]);
      return stream;
    };
    const odd = (record: StreamRecord) => Number(text(record.value)) % 2 === 1;

    it('with key, headers and bytes unchanged, and why, where and when', async () => {
      const stream = await applied(2);
      const value = Uint8Array.from([0, 255, 1, 128]);
      await under.port.publish(stream, [
        { key: 'good', value: bytes('0') },
        { key: 'bad', value, headers: { trace: 'abc' } },
        { key: 'bad', value: null },
      ]);
      const consumer = new Consumer((record) =>
        record.key === 'bad' ? dead('poison', 'why "it" died') : done,
      );
      const subscription = await under.port.subscribe(consumer.options(stream, 'step-one'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      const letters = await readAll(under.port, `${stream.name}.dead`, 2);
      const origins = consumer.seen.filter(({ key }) => key === 'bad');
      expect(letters).toHaveLength(2);
      for (const [index, letter] of letters.entries()) {
        const { original, info } = readDeadLetter(letter);
        const origin = origins[index];
        expect(original.key).toBe('bad');
        expect(original.value && [...original.value]).toEqual(index === 0 ? [...value] : null);
        expect(original.headers).toEqual(index === 0 ? { trace: 'abc' } : {});
        expect(info).toMatchObject({
          reason: 'poison',
          detail: 'why "it" died',
          group: 'step-one',
          stream: stream.name,
        });
        expect([info.partition, info.offset]).toEqual([origin?.partition, origin?.offset]);
        expect(Date.parse(info.diedAt)).toBeGreaterThan(0);
      }
    });

    it('and stops the partition while the letter cannot be written, losing nothing', async () => {
      const stream = await applied(1);
      await under.port.publish(stream, messages(6, 1));
      const fault = await under.breakDeadLetters(stream);
      const consumer = new Consumer((record) => (odd(record) ? dead('poison', 'odd') : done));
      const subscription = await under.port.subscribe(consumer.options(stream, 'step'));
      await until('the failure shows', () => observer.failuresOf(stream).length >= 2);
      expect(await subscription.lag()).toBe(6);
      expect(observer.lettersRefused).toBeGreaterThanOrEqual(3);
      await fault.heal();
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      const letters = await readAll(under.port, `${stream.name}.dead`, 1);
      expect(letters.map(({ value }) => text(value))).toEqual(['1', '3', '5']);
    });

    it('and redrives each once, however often it is asked', async () => {
      const stream = await applied(2);
      await under.port.publish(stream, messages(20));
      let fixed = false;
      const consumer = new Consumer((record) => (odd(record) && !fixed ? dead('poison', 'odd') : done));
      const subscription = await under.port.subscribe(consumer.options(stream, 'step'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      expect(consumer.seen).toHaveLength(20);
      fixed = true;
      expect(await redrive(under.port, stream)).toEqual({ redriven: 10, passedOver: 0 });
      expect(await redrive(under.port, stream)).toEqual({ redriven: 0, passedOver: 0 });
      await until('redriven ones are handled', () => consumer.seen.length === 30);
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      const again = consumer.seen.slice(20);
      expect(again.map(({ value }) => Number(text(value))).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 10 }, (_, n) => 2 * n + 1),
      );
      for (const record of again) {
        expect(record.headers).toEqual({});
        expect(record.key).toBe(`key-${Number(text(record.value)) % 8}`);
      }
    });

    it('and redrives each once, though it dies again at once', async () => {
      const stream = await applied(2);
      await under.port.publish(stream, messages(20));
      const consumer = new Consumer((record) => (odd(record) ? dead('poison', 'odd') : done));
      const subscription = await under.port.subscribe(consumer.options(stream, 'step'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      for (const round of [1, 2, 3]) {
        expect(await redrive(under.port, stream)).toEqual({ redriven: 10, passedOver: 0 });
        await until('all died again', () => consumer.seen.length === 20 + round * 10);
        await until('lag 0', async () => (await subscription.lag()) === 0);
      }
      await subscription.stop();
      expect(await readAll(under.port, `${stream.name}.dead`, 2)).toHaveLength(40);
    });

    it('and tells the operator what waits and what was set aside', async () => {
      const stream = await applied(2);
      const state = async () => (await under.port.states([stream]))[0];
      expect(await state()).toEqual({ name: stream.name, groups: [], deadLetters: 0 });
      await under.port.publish(stream, messages(20));
      const consumer = new Consumer((record) => (odd(record) ? dead('poison', 'odd') : done));
      const subscription = await under.port.subscribe(consumer.options(stream, 'step'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      await under.port.publish(stream, messages(7));
      expect(await state()).toEqual({
        name: stream.name,
        groups: [{ group: 'step', lag: 7 }],
        deadLetters: 10,
      });
      await redrive(under.port, stream);
      expect(await state()).toEqual({
        name: stream.name,
        groups: [{ group: 'step', lag: 17 }],
        deadLetters: 0,
      });
    });

    it('and redrives the letters of one group alone', async () => {
      const stream = await applied(1);
      await under.port.publish(stream, messages(4));
      for (const group of ['first', 'second']) {
        const subscription = await under.port.subscribe(
          new Consumer((record) => (odd(record) ? dead('poison', group) : done)).options(stream, group),
        );
        await until('lag 0', async () => (await subscription.lag()) === 0);
        await subscription.stop();
      }
      expect(await redrive(under.port, stream, 'second')).toEqual({ redriven: 2, passedOver: 2 });
    });
  });
}
