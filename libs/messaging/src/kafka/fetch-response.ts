import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Broker } from 'kafkajs';
import Decoder from 'kafkajs/src/protocol/decoder.js';
import { type ChunkHeader, FetchedChunk } from './fetched-chunk.js';
import { chunkBytesMax } from './limits.js';

/** Brokers speak it since Kafka 2.3; kafkajs asks in no later one. */
const fetchVersion = 11;
/** Bytes of a record batch before its records, and where the length and the version of the batch stand in them. */
const headerBytes = 61;
const lengthAt = 8;
const magicAt = 16;
const magic = 2;
const attributesAt = 21;
const compressionMask = 0x07;
const isGzip = 1;
const timeOfAllMask = 0x08;
const markerMask = 0x20;
/** A gzip file ends with the length of what is in it. */
const gzipLengthBytes = 4;
/** What is told of the length may be a lie. */
const inflatedAtOnceBytesMin = 16_384;

const inflate = promisify(gunzip);

/** A partition's part of an answer, in the names that kafkajs reads. */
export interface FetchedPartition {
  readonly partition: number;
  readonly errorCode: number;
  readonly highWatermark: string;
  readonly abortedTransactions: readonly never[];
  readonly preferredReadReplica: number;
  readonly messages: readonly ChunkMessage[];
}

/**
 * Stands for all records of a chunk where kafkajs keeps a list of messages: it looks at offsets alone, and goes on
 * behind the last one.
 */
export interface ChunkMessage {
  readonly offset: string;
  readonly isControlRecord: false;
  readonly chunk: FetchedChunk;
}

export interface FetchAnswer {
  readonly clientSideThrottleTime: number;
  readonly responses: readonly {
    readonly topicName: string;
    readonly partitions: readonly FetchedPartition[];
  }[];
}

interface Call {
  readonly request: { readonly apiName: string; readonly apiVersion: number };
  readonly response: { decode(bytes: Buffer): Promise<unknown>; parse(decoded: unknown): Promise<unknown> };
}

/** The connections that kafkajs keeps to a broker, which its types leave out. */
interface ConnectedBroker {
  readonly connectionPool: { send(call: Call): Promise<unknown> };
}

/**
 * From now on what is fetched from this broker comes as chunks. kafkajs makes a dozen objects of each record, which
 * costs more than all that a handler's checks do.
 */
export function fetchChunks(broker: Broker): void {
  const { connectionPool } = broker as unknown as ConnectedBroker;
  const send = connectionPool.send.bind(connectionPool);
  connectionPool.send = (call) => {
    if (call.request.apiName !== 'Fetch') return send(call);
    if (call.request.apiVersion !== fetchVersion)
      return Promise.reject(new Error('this broker is older than Kafka 2.3: it cannot be read from'));
    return send({
      ...call,
      response: { decode: decodeAnswer, parse: (answer) => call.response.parse(answer) },
    });
  };
}

/** throttle_time error_code session_id [topic [partition …]] */
export async function decodeAnswer(bytes: Buffer): Promise<FetchAnswer> {
  const decoder = new Decoder(bytes);
  const clientSideThrottleTime = decoder.readInt32();
  decoder.readInt16();
  decoder.readInt32();
  const topics = listOf(decoder, () => ({
    topicName: decoder.readString() ?? '',
    partitions: listOf(decoder, () => partitionOf(decoder)),
  }));
  const responses = await Promise.all(
    topics.map(async ({ topicName, partitions }) => ({
      topicName,
      partitions: await Promise.all(partitions),
    })),
  );
  return { clientSideThrottleTime, responses };
}

function listOf<T>(decoder: Decoder, read: () => T): T[] {
  return Array.from({ length: Math.max(0, decoder.readInt32()) }, read);
}

/** partition error_code high_watermark last_stable_offset log_start_offset [aborted] preferred_read_replica records */
function partitionOf(decoder: Decoder): Promise<FetchedPartition> {
  const partition = decoder.readInt32();
  const errorCode = decoder.readInt16();
  const highWatermark = decoder.readInt64().toString();
  decoder.readInt64();
  decoder.readInt64();
  // Told to readers of committed transactions alone, which nobody here is.
  listOf(decoder, () => [decoder.readInt64(), decoder.readInt64()]);
  const preferredReadReplica = decoder.readInt32();
  const records = decoder.readBytes(Math.max(0, decoder.readInt32()));
  return chunksOf(partition, records).then((chunks) => ({
    partition,
    errorCode,
    highWatermark,
    abortedTransactions: [],
    preferredReadReplica,
    messages: chunks.map((chunk) => ({
      offset: String(chunk.header.lastOffset),
      isControlRecord: false,
      chunk,
    })),
  }));
}

/** The whole record batches in `bytes`; a last one that was cut off by the size of the answer comes with the next. */
function chunksOf(partition: number, bytes: Buffer): Promise<FetchedChunk[]> {
  const chunks: Promise<FetchedChunk>[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const end = at + lengthAt + 4 + bytes.readInt32BE(at + lengthAt);
    if (end > bytes.length) break;
    chunks.push(chunkOf(partition, bytes.subarray(at, end)));
    at = end;
  }
  return Promise.all(chunks);
}

async function chunkOf(partition: number, batch: Buffer): Promise<FetchedChunk> {
  if (batch[magicAt] !== magic) throw new Error(`a record batch of version ${batch[magicAt]} cannot be read`);
  const attributes = batch.readInt16BE(attributesAt);
  const isMarker = (attributes & markerMask) !== 0;
  const firstOffset = Number(batch.readBigInt64BE(0));
  const isTimeOfAll = (attributes & timeOfAllMask) !== 0;
  const header: ChunkHeader = {
    firstOffset,
    lastOffset: firstOffset + batch.readInt32BE(23),
    timeMilliseconds: Number(batch.readBigInt64BE(isTimeOfAll ? 35 : 27)),
    isTimeOfAll,
    count: isMarker ? 0 : batch.readInt32BE(57),
  };
  const records = batch.subarray(headerBytes);
  const compression = attributes & compressionMask;
  if (compression === 0 || header.count === 0) return new FetchedChunk(partition, header, records);
  if (compression !== isGzip)
    throw new Error(`records compressed by method ${compression} cannot be read: producers have to use gzip`);
  return new FetchedChunk(partition, header, await inflated(records));
}

/** In one go: zlib otherwise comes back for every 16 kB. */
function inflated(records: Buffer): Promise<Buffer> {
  const length =
    records.length < gzipLengthBytes ? 0 : records.readUInt32LE(records.length - gzipLengthBytes);
  if (length > chunkBytesMax)
    throw new Error(`a record batch of ${length} bytes is larger than ${chunkBytesMax}`);
  return inflate(records, {
    chunkSize: Math.max(inflatedAtOnceBytesMin, length + 1),
    maxOutputLength: chunkBytesMax,
  });
}
