import type { Stream } from '@kentongan/contracts';
import type { OutgoingRecord, StreamPort } from './stream.port.js';

/** How an outbox publishes: its rows know a stream by name alone. A name that is no stream is a bug and stops the relay. */
export function publishByName(
  port: Pick<StreamPort, 'publish'>,
  streams: readonly Stream[],
): (name: string, records: readonly OutgoingRecord[]) => Promise<void> {
  const byName = new Map(streams.map((stream) => [stream.name, stream]));
  return async (name, records) => {
    const stream = byName.get(name);
    if (!stream) throw new Error(`the outbox names a stream that does not exist: ${name}`);
    await port.publish(stream, records);
  };
}
