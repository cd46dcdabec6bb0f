import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StreamRecord } from '../stream.port.js';
import {
  bytes,
  Consumer,
  messages,
  type OpenStreamPort,
  RecordingObserver,
  type StreamPortUnderTest,
  testTable,
  text,
  until,
} from './harness.js';

/** Compacted streams: the latest per key, for ever. */
export function tablesContract(name: string, open: OpenStreamPort): void {
  describe(`${name} keeps a table`, () => {
    let under: StreamPortUnderTest;
    beforeAll(async () => {
      under = await open(new RecordingObserver());
    });
    afterAll(() => under.close());
    const applied = async () => {
      const stream = testTable();
      await under.port.apply([stream]);
      return stream;
    };
    const view = (into: Map<string, string | null>) => (record: StreamRecord) => {
      into.set(record.key, text(record.value));
    };
    const never = (error: unknown) => {
      throw error;
    };

    it('that a late reader sees whole, a live one sees change, and a withdrawal reaches both', async () => {
      const stream = await applied();
      const early = new Map<string, string | null>();
      const first = await under.port.table({ stream, onRecord: view(early), onFailure: never });
      await first.caughtUp();
      expect(early.size).toBe(0);
      await under.port.publish(stream, [
        { key: 'a', value: bytes('a1') },
        { key: 'b', value: bytes('b1'), headers: { by: 'desk' } },
        { key: 'a', value: bytes('a2') },
      ]);
      await under.port.publish(stream, [{ key: 'c', value: bytes('c1') }]);
      await under.port.publish(stream, [{ key: 'b', value: null }]);
      await first.caughtUp();
      const expected = { a: 'a2', b: null, c: 'c1' };
      expect(Object.fromEntries(early)).toEqual(expected);
      const late = new Map<string, string | null>();
      const second = await under.port.table({ stream, onRecord: view(late), onFailure: never });
      await second.caughtUp();
      expect(late.get('a')).toBe('a2');
      expect(late.get('b') ?? null).toBeNull();
      expect(late.get('c')).toBe('c1');
      await under.port.publish(stream, [{ key: 'c', value: bytes('c2') }]);
      await until('live change', () => early.get('c') === 'c2' && late.get('c') === 'c2');
      await first.stop();
      await second.stop();
    });

    it('with 3,000 keys, each at its last value', async () => {
      const stream = await applied();
      for (let round = 0; round < 3; round += 1)
        await under.port.publish(stream, messages(3_000, 3_000, round * 3_000));
      const seen = new Map<string, string | null>();
      const reading = await under.port.table({ stream, onRecord: view(seen), onFailure: never });
      await reading.caughtUp();
      await reading.stop();
      expect(seen.size).toBe(3_000);
      expect(seen.get('key-17')).toBe('6017');
    });

    it('that a group may subscribe to as well', async () => {
      const stream = await applied();
      await under.port.publish(stream, messages(10, 5));
      const consumer = new Consumer();
      const subscription = await under.port.subscribe(consumer.options(stream, 'follower'));
      await until('caught up', () => consumer.caughtUp.length > 0);
      await under.port.publish(stream, [{ key: 'key-1', value: null }]);
      await until('the withdrawal arrives', () => consumer.seen.at(-1)?.value === null);
      const last = new Map(consumer.seen.map((record) => [record.key, text(record.value)]));
      expect(Object.fromEntries(last)).toEqual({
        'key-0': '5',
        'key-1': null,
        'key-2': '7',
        'key-3': '8',
        'key-4': '9',
      });
      await subscription.stop();
    });

    it('and a reader that throws is stopped and told', async () => {
      const stream = await applied();
      const failures: unknown[] = [];
      const reading = await under.port.table({
        stream,
        onRecord: () => {
          throw new Error('a bug');
        },
        onFailure: (error) => failures.push(error),
      });
      await under.port.publish(stream, messages(2));
      await until('told', () => failures.length > 0);
      await expect(reading.caughtUp()).rejects.toThrow('a bug');
      expect(failures).toHaveLength(1);
      await reading.stop();
    });
  });
}
