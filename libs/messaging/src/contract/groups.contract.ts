import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done } from '../outcome.js';
import {
  Consumer,
  messages,
  type OpenStreamPort,
  RecordingObserver,
  type StreamPortUnderTest,
  testStream,
  until,
} from './harness.js';

/** Several groups, several members, and members that go away. */
export function groupsContract(name: string, open: OpenStreamPort): void {
  describe(`${name} shares the work of a group`, () => {
    let under: StreamPortUnderTest;
    beforeAll(async () => {
      under = await open(new RecordingObserver());
    });
    afterAll(() => under.close());
    const applied = async (partitions = 4) => {
      const stream = testStream(partitions);
      await under.port.apply([stream]);
      return stream;
    };

    it('and each group sees everything', async () => {
      const stream = await applied();
      const consumers = [new Consumer(), new Consumer(), new Consumer()];
      const subscriptions = await Promise.all(
        consumers.map((consumer, n) => under.port.subscribe(consumer.options(stream, `group-${n}`))),
      );
      await under.port.publish(stream, messages(100));
      await until('all saw all', () => consumers.every(({ seen }) => seen.length >= 100));
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      for (const consumer of consumers) expect(new Set(consumer.values).size).toBe(100);
    });

    it('over members of several processes, each partition with one of them, and hands over at a stop', async () => {
      const stream = await applied(6);
      const other = await under.another();
      const [here, there] = [new Consumer(), new Consumer()];
      const hereSubscription = await under.port.subscribe(here.options(stream, 'shared'));
      const thereSubscription = await other.port.subscribe(there.options(stream, 'shared'));
      let sent = 0;
      await until('both work', async () => {
        await under.port.publish(stream, messages(24, 24, sent));
        sent += 24;
        return new Set(there.seen.map(({ partition }) => partition)).size === 3;
      });
      await until('all delivered', () => here.seen.length + there.seen.length >= sent);
      expect(new Set([...here.values, ...there.values]).size).toBe(sent);
      expect(here.seen.length + there.seen.length).toBe(sent);
      await hereSubscription.stop();
      const before = there.seen.length;
      await under.port.publish(stream, messages(24, 24, sent));
      await until('the other took over', () => there.seen.length === before + 24, 5);
      expect(new Set(there.seen.slice(before).map(({ partition }) => partition)).size).toBe(6);
      await thereSubscription.stop();
      await other.port.close();
    });

    it('and a member that dies loses its partitions, what it had not committed comes again', async () => {
      const stream = await applied(4);
      const dying = await under.another();
      const stuck = new Consumer(() => new Promise(() => {}));
      await dying.port.subscribe(stuck.options(stream, 'shared'));
      await under.port.publish(stream, messages(40, 16));
      await until('the effect happened', () => stuck.seen.length === 40);
      const heir = new Consumer();
      const subscription = await under.port.subscribe(heir.options(stream, 'shared'));
      expect(heir.seen).toHaveLength(0);
      await dying.die();
      await until('redelivered to the heir', () => heir.seen.length >= 40, 15);
      await until('lag 0', async () => (await subscription.lag()) === 0);
      expect(new Set(heir.values).size).toBe(40);
      await subscription.stop();
    });

    it('and what another process publishes arrives', async () => {
      const stream = await applied(2);
      const other = await under.another();
      const consumer = new Consumer(() => done);
      const subscription = await under.port.subscribe(consumer.options(stream, 'far'));
      await until('caught up', () => new Set(consumer.caughtUp).size === 2);
      await other.port.publish(stream, messages(10));
      await until('delivered', () => consumer.seen.length === 10, 5);
      await subscription.stop();
      await other.port.close();
    });
  });
}
