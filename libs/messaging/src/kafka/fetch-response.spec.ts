import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import Encoder from 'kafkajs/src/protocol/encoder.js';
import encodeRecord from 'kafkajs/src/protocol/recordBatch/record/v0/index.js';
import batches from 'kafkajs/src/protocol/recordBatch/v0/index.js';
import type { StreamRecord } from '../stream.port.js';
import { decodeAnswer, type FetchedPartition } from './fetch-response.js';
import type { FetchedChunk } from './fetched-chunk.js';
import { chunkBytesMax } from './limits.js';

const [plain, gzip, snappy] = [0, 1, 2];
const sentAt = Date.UTC(2026, 1, 3);
const attributesAt = 22;
const timeOfAll = 0x08;
const marker = 0x20;

/** What a producer sends, at these offsets behind `firstOffset`. */
const sent = (offsets: readonly number[]) =>
  offsets.map((offsetDelta) => ({
    offsetDelta,
    timestampDelta: offsetDelta * 1_000,
    key: offsetDelta === 3 ? null : Buffer.from(`kunci-${offsetDelta}-é`),
    value: offsetDelta === 2 ? null : Buffer.from('🌊'.repeat(offsetDelta)),
    headers: offsetDelta % 2 ? { asal: `ke-${offsetDelta}`, kosong: '' } : {},
  }));

async function batch(firstOffset: number, offsets: readonly number[], compression = gzip): Promise<Buffer> {
  const encoder = await batches.RecordBatch({
    compression: compression as number,
    firstOffset: BigInt(firstOffset),
    firstTimestamp: sentAt,
    maxTimestamp: sentAt + 60_000,
    lastOffsetDelta: Math.max(...offsets),
    records: sent(offsets).map(encodeRecord),
  });
  return encoder.buffer;
}

/** The only partition of an answer that holds these record batches. */
async function fetched(...batches: readonly Buffer[]): Promise<FetchedPartition> {
  const records = Buffer.concat(batches);
  const answer = new Encoder()
    .writeInt32(7)
    .writeInt16(0)
    .writeInt32(0)
    .writeInt32(1)
    .writeString('posts')
    .writeInt32(1)
    .writeInt32(4)
    .writeInt16(0)
    .writeInt64(9_000n)
    .writeInt64(9_000n)
    .writeInt64(0n)
    .writeInt32(-1)
    .writeInt32(-1)
    .writeInt32(records.length)
    .writeBuffer(records);
  const { clientSideThrottleTime, responses } = await decodeAnswer(answer.buffer);
  expect(clientSideThrottleTime).toBe(7);
  expect(responses.map(({ topicName }) => topicName)).toEqual(['posts']);
  const [partition] = responses[0]?.partitions ?? [];
  expect(partition).toMatchObject({ partition: 4, errorCode: 0, highWatermark: '9000' });
  return partition as FetchedPartition;
}

const chunksOf = async (...given: readonly Buffer[]): Promise<FetchedChunk[]> =>
  (await fetched(...given)).messages.map(({ chunk }) => chunk);
const firstChunk = async (given: Buffer): Promise<FetchedChunk> => (await chunksOf(given))[0] as FetchedChunk;

function taken(chunk: FetchedChunk, lengthMax = 1_000): StreamRecord[] {
  const records: StreamRecord[] = [];
  chunk.take(records, lengthMax);
  return records;
}

function withAttribute(bytes: Buffer, mask: number): Buffer {
  bytes[attributesAt] = (bytes[attributesAt] ?? 0) | mask;
  return bytes;
}

describe('what was fetched', () => {
  it.each([
    ['compressed', gzip],
    ['as it is', plain],
  ])('%s, is what kafkajs sent: keys, bytes, headers, times and offsets', async (_, compression) => {
    const records = taken(await firstChunk(await batch(2 ** 40, [0, 1, 2, 3, 200], compression)));
    expect(records).toEqual(
      sent([0, 1, 2, 3, 200]).map(({ offsetDelta, key, value, headers }) => ({
        partition: 4,
        offset: 2 ** 40 + offsetDelta,
        key: key?.toString() ?? '',
        value,
        headers,
        appendedAt: new Date(sentAt + offsetDelta * 1_000).toISOString(),
      })),
    );
  });

  it('carries the one time that the broker gave it', async () => {
    const records = taken(await firstChunk(withAttribute(await batch(0, [0, 9]), timeOfAll)));
    const appendedAt = new Date(sentAt + 60_000).toISOString();
    expect(records.map((each) => each.appendedAt)).toEqual([appendedAt, appendedAt]);
  });

  it('is taken a few at a time, and from the offset on that was asked for', async () => {
    const chunk = await firstChunk(await batch(100, [0, 1, 4, 5, 6]));
    chunk.skipTo(104);
    expect(chunk.left).toBe(3);
    expect(taken(chunk, 2).map(({ offset }) => offset)).toEqual([104, 105]);
    expect(taken(chunk).map(({ offset }) => offset)).toEqual([106]);
    expect(chunk.left).toBe(0);
  });

  it('shows kafkajs the last offset of each batch, and leaves a torn last batch to the next answer', async () => {
    const torn = (await batch(50, [0, 1])).subarray(0, -1);
    const { messages } = await fetched(await batch(10, [0, 3]), await batch(20, [1]), torn);
    expect(messages.map(({ offset }) => offset)).toEqual(['13', '21']);
    expect((await fetched(torn)).messages).toEqual([]);
  });

  it('passes over the marker of a transaction, which has an offset and no record', async () => {
    const chunk = await firstChunk(withAttribute(await batch(7, [0]), marker));
    expect(chunk.header.lastOffset).toBe(7);
    expect(taken(chunk)).toEqual([]);
  });
});

describe('what cannot be read', () => {
  it('is said of another compression, and of a batch that swells up', async () => {
    const other = withAttribute(await batch(0, [1], plain), snappy as number);
    await expect(fetched(other)).rejects.toThrow('producers have to use gzip');
    const swelling = gzipSync(Buffer.alloc(chunkBytesMax + 1));
    const header = (await batch(0, [1])).subarray(0, 61);
    header.writeInt32BE(61 - 12 + swelling.length, 8);
    await expect(fetched(Buffer.concat([header, swelling]))).rejects.toThrow('larger than');
    // The length that a gzip file tells of itself may be a lie.
    swelling.writeUInt32LE(10, swelling.length - 4);
    await expect(fetched(Buffer.concat([header, swelling]))).rejects.toThrow();
  });

  it('is one record, again and again: those before it were given', async () => {
    const bytes = await batch(0, [0, 1, 2], plain);
    const lastValueLength = bytes.length - 2; // value length −1 and no headers end the batch
    bytes.writeInt8(60, lastValueLength);
    const chunk = await firstChunk(bytes);
    const records: StreamRecord[] = [];
    for (let tried = 0; tried < 2; tried += 1) expect(() => chunk.take(records, 10)).toThrow(RangeError);
    expect(records.map(({ offset }) => offset)).toEqual([0, 1]);
    expect(chunk.left).toBe(1);
  });

  it('never ends in an endless loop or another error, whatever the bytes', async () => {
    const good = await batch(0, [0, 1, 2, 3, 4, 5], plain);
    let refused = 0;
    for (let round = 0; round < 300; round += 1) {
      const bytes = Buffer.from(good);
      bytes.writeUIntBE((round * 7_919_317) % 2 ** 24, 61 + (round % (bytes.length - 64)), 3);
      const chunk = await firstChunk(bytes);
      try {
        expect(taken(chunk).length).toBeLessThanOrEqual(6);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });
});
