import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Stream } from '@kentongan/contracts';
import { done, drop, retry } from '../outcome.js';
import { retriesMax, WrongOutcomeCount } from '../settle.js';
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

/** Order, commit, retry and failure of one group with one member. */
export function deliveryContract(name: string, open: OpenStreamPort): void {
  describe(`${name} delivers`, () => {
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

    it('every message once, in order per key, with offsets that rise by one, and nothing changed', async () => {
      const stream = await applied();
      const consumer = new Consumer();
      const sent = messages(500).map((message, n) =>
        n % 7 ? message : { ...message, headers: { n: String(n) } },
      );
      await under.port.publish(stream, sent.slice(0, 50));
      const subscription = await under.port.subscribe(
        consumer.options(stream, 'one', { batchMessagesMax: 20 }),
      );
      await Promise.all(
        Array.from({ length: 45 }, (_, n) =>
          under.port.publish(stream, sent.slice(50 + n * 10, 60 + n * 10)),
        ),
      );
      await until('all delivered', () => consumer.seen.length >= 500);
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      expect(new Set(consumer.values).size).toBe(500);
      expect(consumer.seen).toHaveLength(500);
      for (let key = 0; key < 8; key += 1) {
        const ofKey = consumer.seen.filter((record) => record.key === `key-${key}`);
        const numbers = ofKey.map(({ value }) => Number(text(value)));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        expect(new Set(ofKey.map(({ partition }) => partition)).size).toBe(1);
        for (const record of ofKey) {
          const n = Number(text(record.value));
          expect(record.headers).toEqual(n % 7 ? {} : { n: String(n) });
        }
      }
      for (let partition = 0; partition < 4; partition += 1) {
        const offsets = consumer.seen.filter((r) => r.partition === partition).map(({ offset }) => offset);
        expect(offsets).toEqual(offsets.map((_, index) => index));
      }
    });

    it('a null value, an empty value and any bytes as they are', async () => {
      const stream = await applied(1);
      const values = [null, new Uint8Array(0), Uint8Array.from([0, 255, 254, 128, 0]), bytes('é🌊')];
      await under.port.publish(
        stream,
        values.map((value) => ({ key: 'k', value })),
      );
      const consumer = new Consumer();
      const subscription = await under.port.subscribe(consumer.options(stream, 'one'));
      await until('all delivered', () => consumer.seen.length === 4);
      await subscription.stop();
      expect(consumer.seen.map(({ value }) => value && [...value])).toEqual(
        values.map((value) => value && [...value]),
      );
    });

    it('on from the committed offset after a stop, and a stop lets the batch in work end', async () => {
      const stream = await applied(1);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const first = new Consumer(async () => {
        await held;
        return done;
      });
      await under.port.publish(stream, messages(5));
      const subscription = await under.port.subscribe(first.options(stream, 'one'));
      await until('the batch is in work', () => first.seen.length === 5);
      let stopped = false;
      const stopping = subscription.stop().then(() => {
        stopped = true;
      });
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(stopped).toBe(false);
      release();
      await stopping;
      await under.port.publish(stream, messages(1, 1, 5));
      const second = new Consumer();
      const again = await under.port.subscribe(second.options(stream, 'one'));
      await until('the new one is delivered', () => second.seen.length > 0);
      await again.stop();
      expect(second.values).toEqual(['5']);
    });

    it('a prefix up to the first retry, and only that partition waits', async () => {
      const stream = await applied();
      await under.port.publish(stream, messages(80, 16));
      const [blocked] = (await readAll(under.port, stream.name, 4)).filter(({ offset }) => offset === 2);
      let open = false;
      const consumer = new Consumer((record) => {
        const isBlocked = record.partition === blocked?.partition && record.offset === 2;
        return isBlocked && !open ? retry('outage', 30) : record.offset % 5 ? done : drop('duplicate');
      });
      const subscription = await under.port.subscribe(consumer.options(stream, 'one'));
      const others = (await readAll(under.port, stream.name, 4)).filter(
        (r) => r.partition !== blocked?.partition,
      );
      await until(
        'others go on',
        () => new Set(consumer.seen.filter((r) => r.partition !== blocked?.partition)).size >= others.length,
      );
      await until(
        'it comes again',
        () => consumer.seen.filter((r) => r.partition === blocked?.partition && r.offset === 2).length > 3,
      );
      const ofBlocked = () =>
        consumer.seen.filter((r) => r.partition === blocked?.partition).map(({ offset }) => offset);
      expect(ofBlocked().filter((offset) => offset < 2)).toEqual([0, 1]);
      open = true;
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      const ends = consumer.seen.filter((r) => r.partition !== blocked?.partition);
      expect(ends).toHaveLength(others.length);
    });

    it('a message 8 times again, then sets it aside as exhausted and goes on', async () => {
      const stream = await applied(1);
      const consumer = new Consumer((record) => (text(record.value) === '1' ? retry('poison', 1) : done));
      await under.port.publish(stream, messages(3));
      const subscription = await under.port.subscribe(consumer.options(stream, 'one'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      expect(consumer.values.filter((value) => value === '1')).toHaveLength(1 + retriesMax);
      expect(consumer.values.filter((value) => value === '0')).toHaveLength(1);
      const [letter] = await under.port.read(`${stream.name}.dead`, 0, 0, 10);
      expect(letter?.headers['dead.reason']).toBe('exhausted');
    });

    it('an outage again without end', async () => {
      const stream = await applied(1);
      let up = false;
      const consumer = new Consumer(() => (up ? done : retry('outage', 1)));
      await under.port.publish(stream, messages(1));
      const subscription = await under.port.subscribe(consumer.options(stream, 'one'));
      await until('many tries', () => consumer.seen.length > retriesMax * 3);
      up = true;
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      expect(await under.port.read(`${stream.name}.dead`, 0, 0, 10)).toEqual([]);
    });

    it('nothing on after a wrong number of outcomes or an exception, and shows the failure', async () => {
      const stream = await applied(1);
      let wrong: 'count' | 'throw' | 'no' = 'count';
      const consumer = new Consumer();
      const base = consumer.options(stream, 'one');
      await under.port.publish(stream, messages(3));
      const subscription = await under.port.subscribe({
        ...base,
        handle: async (batch) => {
          const outcomes = await base.handle(batch);
          if (wrong === 'throw') throw new Error('a bug');
          return wrong === 'count' ? outcomes.slice(1) : outcomes;
        },
      });
      await until('comes again', () => consumer.batches >= 2);
      expect(await subscription.lag()).toBe(3);
      expect(observer.failuresOf(stream).some((error) => error instanceof WrongOutcomeCount)).toBe(true);
      wrong = 'throw';
      await until('the exception shows', () =>
        observer.failuresOf(stream).some((e) => String(e).includes('a bug')),
      );
      expect(await subscription.lag()).toBe(3);
      wrong = 'no';
      await until('lag 0', async () => (await subscription.lag()) === 0);
      await subscription.stop();
      expect(consumer.values.slice(-3)).toEqual(['0', '1', '2']);
    });

    it('a signal for each partition when nothing more is waiting, empty ones included', async () => {
      const stream = await applied();
      await under.port.publish(stream, messages(3, 1));
      const consumer = new Consumer();
      const subscription = await under.port.subscribe(consumer.options(stream, 'one'));
      await until('all told', () => new Set(consumer.caughtUp).size === 4);
      expect(consumer.seen).toHaveLength(3);
      const partition = consumer.seen[0]?.partition;
      const told = consumer.caughtUp.filter((each) => each === partition).length;
      await under.port.publish(stream, messages(1, 1, 3));
      await until('told again', () => consumer.caughtUp.filter((each) => each === partition).length > told);
      expect(consumer.seen).toHaveLength(4);
      await subscription.stop();
    });

    it('from where the consumer says it is, and by offset without a group', async () => {
      const stream = await applied(1);
      for (let n = 0; n < 30; n += 1) await under.port.publish(stream, messages(1, 1, n));
      const consumer = new Consumer();
      const subscription = await under.port.subscribe(
        consumer.options(stream, 'own', { startAt: async () => 20 }),
      );
      await until('delivered', () => consumer.seen.length >= 10);
      await subscription.stop();
      expect(consumer.values).toEqual(Array.from({ length: 10 }, (_, n) => String(20 + n)));
      const replayed = await under.port.read(stream.name, 0, 7, 3);
      expect(replayed.map(({ offset }) => offset)).toEqual([7, 8, 9]);
      expect(await under.port.read(stream.name, 0, 30, 3)).toEqual([]);
    });

    it('as declared: tells what differs, mends the retention, and refuses another number of partitions', async () => {
      const stream = testStream(2);
      const whats = async (declared: Stream) =>
        (await under.port.drift([declared])).map((drift) => [drift.stream, drift.what, drift.isMendable]);
      expect(await whats(stream)).toEqual([
        [stream.name, 'missing', true],
        [`${stream.name}.dead`, 'missing', true],
      ]);
      await under.port.apply([stream]);
      expect(await whats(stream)).toEqual([]);
      const longer = { ...stream, retentionHours: 48 };
      expect(await whats(longer)).toEqual([[stream.name, 'retentionHours', true]]);
      await under.port.apply([longer]);
      expect(await whats(longer)).toEqual([]);
      const wider = { ...longer, partitions: 3 };
      await expect(under.port.apply([wider])).rejects.toThrow('lose their order');
      expect(await whats(wider)).toEqual([
        [stream.name, 'partitions', false],
        [`${stream.name}.dead`, 'partitions', false],
      ]);
    });

    it('reports outcomes, lag and batches', async () => {
      const stream = await applied(1);
      await under.port.publish(stream, messages(4));
      const consumer = new Consumer((record) => (record.offset === 1 ? drop('stale') : done));
      const subscription = await under.port.subscribe(consumer.options(stream, 'seen'));
      await until('lag 0', async () => (await subscription.lag()) === 0);
      const of = (kind: string) =>
        observer.outcomes
          .filter((o) => o.at.stream === stream.name && o.kind === kind)
          .reduce((n, o) => n + o.count, 0);
      expect([of('done'), of('drop')]).toEqual([3, 1]);
      await until('lag reported', () =>
        observer.lags.some((l) => l.at.stream === stream.name && l.at.partition === 0 && l.messages === 0),
      );
      await subscription.stop();
    });
  });
}
