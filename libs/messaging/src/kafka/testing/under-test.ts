import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { deadStreamName, type Stream } from '@kentongan/contracts';
import kafkajs, { type Admin, type ISocketFactory, Kafka, logLevel } from 'kafkajs';
import type { StreamPortUnderTest } from '../../contract/index.js';
import type { StreamObserver } from '../../observer.js';
import { createKafkaStreams } from '../index.js';

/** Short, so that a death is noticed within the patience of a test. */
const timing = {
  sessionMilliseconds: 1_500,
  heartbeatMilliseconds: 300,
  rebalanceMilliseconds: 3_000,
};
let opened = 0;

/** Connections that stand for one process: cut off, it never connects again. */
function processSockets(): { factory: ISocketFactory; cutOff(): void } {
  const sockets = new Set<Socket>();
  let isCutOff = false;
  return {
    factory: ({ host, port, onConnect }) => {
      const socket = connect({ host, port: isCutOff ? 1 : port }, onConnect);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
    cutOff: () => {
      isCutOff = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Kafka as the contract suite wants it, on the broker of the test run; topics carry a prefix of this opening. */
export async function openUnderTest(observer: StreamObserver): Promise<StreamPortUnderTest> {
  const brokers = (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
  if (brokers[0] === '') throw new Error('TEST_KAFKA_BROKERS is not set: run `npm run test:engines`');
  opened += 1;
  const clientId = `test-${process.pid}-${opened}`;
  const admin = new Kafka({ brokers, clientId, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const port = createKafkaStreams({ brokers, clientId, observer, timing });
  const cleanUps: (() => Promise<unknown>)[] = [() => port.close(), () => admin.disconnect()];
  return {
    port,
    another: async () => {
      const its = processSockets();
      const another = createKafkaStreams({
        brokers,
        clientId,
        observer,
        timing,
        socketFactory: its.factory,
      });
      cleanUps.unshift(() => another.close());
      return {
        port: another,
        die: async () => {
          its.cutOff();
          void another.close();
        },
      };
    },
    breakDeadLetters: async (stream: Stream) => {
      const name = deadStreamName(stream);
      // No batch is small enough any more: the broker refuses every write.
      await alter(admin, name, '1');
      return { heal: () => alter(admin, name, '2000000') };
    },
    remove: async (stream: Stream) => {
      await admin.deleteTopics({ topics: [stream.name] });
      // The brokers answer before the name is free.
      while ((await admin.listTopics()).includes(stream.name)) await pause(50);
    },
    close: async () => {
      for (const cleanUp of cleanUps) await cleanUp();
    },
  };
}

async function alter(admin: Admin, name: string, bytesMax: string): Promise<void> {
  await admin.alterConfigs({
    validateOnly: false,
    resources: [
      {
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name,
        configEntries: [
          { name: 'max.message.bytes', value: bytesMax },
          { name: 'message.timestamp.type', value: 'LogAppendTime' },
        ],
      },
    ],
  });
}
