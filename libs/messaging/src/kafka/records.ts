import type { Message } from 'kafkajs';
import type { PlacedRecord } from '../publish-queue.js';

export function messageOf({ key, value, headers, partition }: PlacedRecord): Message {
  return {
    key,
    value: value && Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    partition,
    ...(headers && { headers: { ...headers } }),
  };
}
