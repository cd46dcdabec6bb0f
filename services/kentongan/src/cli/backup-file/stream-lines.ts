import type { Stream } from '@kentongan/contracts';
import { deadStream, type OutgoingRecord, type StreamPort, type StreamRecord } from '@kentongan/messaging';
import { z } from 'zod';

const pageRecordsMax = 500;

/** A message of a stream as a line; its bytes are kept as they are. */
const Line = z.object({
  key: z.string(),
  value: z.base64().nullable(),
  headers: z.record(z.string(), z.string()),
});

/** Where a backup keeps the messages of a stream that does not lie in PostgreSQL. */
export const streamLinesName = ({ name }: Pick<Stream, 'name'>): string => `streams/${name}`;

/** Each stream with its dead one: what was set aside is not given up. */
export const withDead = (streams: readonly Stream[]): Stream[] =>
  streams.flatMap((stream) => [stream, deadStream(stream)]);

/**
 * Every message that is kept, in the order of its partition; of a log those that were there when the reading began.
 * Reading them again is safe: effects are idempotent by id, so more than was waiting does no harm, and less would lose
 * posts. A table is read to its end, because a key that is written meanwhile moves there.
 */
export async function* streamLines(
  port: Pick<StreamPort, 'read' | 'numbering'>,
  stream: Stream,
): AsyncGenerator<string> {
  const { ends } = await port.numbering(stream);
  for (const [partition, end] of ends.entries())
    for await (const { key, value, headers } of recordsOf(
      port,
      stream,
      partition,
      stream.keep === 'log' ? end : Number.POSITIVE_INFINITY,
    ))
      yield JSON.stringify({
        key,
        value: value === null ? null : Buffer.from(value).toString('base64'),
        headers,
      });
}

async function* recordsOf(
  port: Pick<StreamPort, 'read'>,
  stream: Stream,
  partition: number,
  end: number,
): AsyncGenerator<StreamRecord> {
  for (let offset = 0; offset < end; ) {
    const page = await port.read(stream.name, partition, offset, pageRecordsMax);
    for (const record of page) {
      if (record.offset >= end) return;
      yield record;
    }
    const last = page.at(-1);
    if (!last) return;
    offset = last.offset + 1;
  }
}

/** Publishes lines as the messages they were. */
export async function publishLines(
  port: Pick<StreamPort, 'publish'>,
  stream: Stream,
  lines: readonly string[],
): Promise<void> {
  const records = lines.map((line): OutgoingRecord => {
    const { key, value, headers } = Line.parse(JSON.parse(line));
    return { key, value: value === null ? null : Buffer.from(value, 'base64'), headers };
  });
  for (let from = 0; from < records.length; from += pageRecordsMax)
    await port.publish(stream, records.slice(from, from + pageRecordsMax));
}
