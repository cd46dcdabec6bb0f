import type { KafkaMessage, Message } from 'kafkajs';
import type { PlacedRecord } from '../publish-queue.js';
import type { StreamRecord } from '../stream.port.js';

const noHeaders: Readonly<Record<string, string>> = Object.freeze({});

/**
 * What kafkajs fetched, as the port hands it out, from offset `known` on. Values are views into the fetched bytes.
 */
export function recordsOf(
  partition: number,
  messages: readonly KafkaMessage[],
  known: number,
): StreamRecord[] {
  // Messages that were sent together carry the same time: the text is made once.
  let timestamp = '';
  let appendedAt = '';
  const records: StreamRecord[] = [];
  for (const message of messages) {
    const offset = Number(message.offset);
    if (offset < known) continue;
    if (message.timestamp !== timestamp) {
      timestamp = message.timestamp;
      appendedAt = new Date(Number(timestamp)).toISOString();
    }
    records.push({
      partition,
      offset,
      key: message.key?.toString() ?? '',
      value: message.value,
      headers: headersOf(message.headers),
      appendedAt,
    });
  }
  return records;
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
