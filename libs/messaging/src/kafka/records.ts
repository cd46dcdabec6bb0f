import type { KafkaMessage, Message } from 'kafkajs';
import type { PlacedRecord } from '../publish-queue.js';
import type { StreamRecord } from '../stream.port.js';

const noHeaders: Readonly<Record<string, string>> = Object.freeze({});

/** What kafkajs fetched, as the port hands it out. Values are views into the fetched bytes. */
export function recordsOf(partition: number, messages: readonly KafkaMessage[]): StreamRecord[] {
  // Messages that were sent together carry the same time: the text is made once.
  let timestamp = '';
  let appendedAt = '';
  return messages.map((message) => {
    if (message.timestamp !== timestamp) {
      timestamp = message.timestamp;
      appendedAt = new Date(Number(timestamp)).toISOString();
    }
    return {
      partition,
      offset: Number(message.offset),
      key: message.key?.toString() ?? '',
      value: message.value,
      headers: headersOf(message.headers),
      appendedAt,
    };
  });
}

function headersOf(headers: KafkaMessage['headers']): Readonly<Record<string, string>> {
  for (const _ in headers)
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  return noHeaders;
}

export function messageOf({ key, value, headers, partition }: PlacedRecord): Message {
  return {
    key,
    value: value && Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    partition,
    ...(headers && { headers: { ...headers } }),
  };
}
