import type { PlacedRecord } from '../publish-queue.js';
import type { StreamRecord } from '../stream.port.js';

const formatVersion = 1;
const noHeaders: Readonly<Record<string, string>> = Object.freeze({});

/**
 * Records of one append as one binary value: a row per append instead of a row per message is what makes the log
 * cheap (about a tenth of PostgreSQL's time), and it keeps the order in which all partitions were written.
 *
 * Layout, big endian: u8 version; then per record u16 partition, u32 key bytes, u32 header bytes (0 = none),
 * i32 value bytes (−1 = null), key as UTF-8, headers as JSON, value.
 */
export function encodeChunk(records: readonly PlacedRecord[]): Buffer {
  const headers = records.map(headersJson);
  let size = 1;
  for (const [index, record] of records.entries())
    size +=
      14 +
      Buffer.byteLength(record.key) +
      Buffer.byteLength(headers[index] ?? '') +
      (record.value?.byteLength ?? 0);
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeUInt8(formatVersion, 0);
  let at = 1;
  for (const [index, record] of records.entries()) {
    const keyBytes = bytes.write(record.key, at + 14);
    const headerBytes = bytes.write(headers[index] ?? '', at + 14 + keyBytes);
    bytes.writeUInt16BE(record.partition, at);
    bytes.writeUInt32BE(keyBytes, at + 2);
    bytes.writeUInt32BE(headerBytes, at + 6);
    bytes.writeInt32BE(record.value ? record.value.byteLength : -1, at + 10);
    at += 14 + keyBytes + headerBytes;
    if (record.value) {
      bytes.set(record.value, at);
      at += record.value.byteLength;
    }
  }
  return bytes;
}

function headersJson(record: PlacedRecord): string {
  for (const _ in record.headers) return JSON.stringify(record.headers);
  return '';
}

/** What the log keeps of one append. Values are views into `payload`: consumers must not write to them. */
export class Chunk {
  #records: readonly StreamRecord[] | null = null;

  /** @param nextOffsets the next offset of each partition after this chunk */
  constructor(
    readonly sequence: number,
    readonly day: string,
    readonly appendedAt: string,
    readonly nextOffsets: readonly number[],
    readonly payload: Buffer,
  ) {}

  /** Decoded once, then shared by all consumers of the process. */
  get records(): readonly StreamRecord[] {
    this.#records ??= decodeChunk(this.payload, this.nextOffsets, this.appendedAt);
    return this.#records;
  }
}

function decodeChunk(payload: Buffer, nextOffsets: readonly number[], appendedAt: string): StreamRecord[] {
  if (payload.length && payload[0] !== formatVersion)
    throw new Error(`a log chunk has format ${payload[0]}, this program reads ${formatVersion}`);
  const offsets = nextOffsets.map(Number);
  for (let at = 1; at < payload.length; at = endOfRecord(payload, at)) {
    const partition = payload.readUInt16BE(at);
    offsets[partition] = (offsets[partition] ?? 0) - 1;
  }
  const records: StreamRecord[] = [];
  for (let at = 1; at < payload.length; ) {
    const partition = payload.readUInt16BE(at);
    const keyEnd = at + 14 + payload.readUInt32BE(at + 2);
    const headersEnd = keyEnd + payload.readUInt32BE(at + 6);
    const end = endOfRecord(payload, at);
    const offset = offsets[partition] ?? 0;
    offsets[partition] = offset + 1;
    records.push({
      partition,
      offset,
      key: payload.toString('utf8', at + 14, keyEnd),
      value: payload.readInt32BE(at + 10) < 0 ? null : payload.subarray(headersEnd, end),
      headers: headersEnd > keyEnd ? JSON.parse(payload.toString('utf8', keyEnd, headersEnd)) : noHeaders,
      appendedAt,
    });
    at = end;
  }
  return records;
}

function endOfRecord(payload: Buffer, at: number): number {
  const valueBytes = Math.max(0, payload.readInt32BE(at + 10));
  return at + 14 + payload.readUInt32BE(at + 2) + payload.readUInt32BE(at + 6) + valueBytes;
}
