import { deadStreamName, type Stream } from '@kentongan/contracts';
import kafkajs, { Kafka, logLevel } from 'kafkajs';
import type { Servers } from './parts.js';

/** Node cannot see this export of kafkajs by its name. */
const { ConfigResourceTypes } = kafkajs;

/** From now on, until healed, the broker refuses every record for the dead stream of `stream` as too large. */
export async function breakDeadStream(servers: Servers, stream: Stream): Promise<{ heal(): Promise<void> }> {
  if (!servers.kafkaBrokers) throw new Error('this fault is made at the broker');
  const kafka = new Kafka({
    brokers: [...servers.kafkaBrokers],
    clientId: 'fault',
    logLevel: logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  const allow = (configEntries: { name: string; value: string }[]) =>
    admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: ConfigResourceTypes.TOPIC, name: deadStreamName(stream), configEntries }],
    });
  await allow([{ name: 'max.message.bytes', value: '1' }]);
  return {
    heal: async () => {
      await allow([]);
      await admin.disconnect();
    },
  };
}
