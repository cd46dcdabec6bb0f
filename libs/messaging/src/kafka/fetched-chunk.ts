import type { StreamRecord } from '../stream.port.js';

const noHeaders: Readonly<Record<string, string>> = Object.freeze({});

/** What the header of a record batch says of the records in it. */
export interface ChunkHeader {
  /** Offset that the records count from. */
  readonly firstOffset: number;
  /** The last offset that the batch stands for, though compaction may have taken that record away. */
  readonly lastOffset: number;
  /** Milliseconds since 1970 that the records count from, or the one time of all when the broker set it. */
  readonly timeMilliseconds: number;
  readonly isTimeOfAll: boolean;
  /** Records in it; none in a marker of a transaction. */
  readonly count: number;
}

/**
 * One record batch as it was fetched: its bytes, of which a record is made only when a handler wants it. So what waits
 * is a few large buffers, and what becomes of a message lives no longer than the message's own batch: the garbage of
 * a message costs more than its decoding.
 * Source of the format: Apache Kafka, Message Format, "Record Batch" and "Record" of magic 2.
 */
export class FetchedChunk {
  #at = 0;
  #left: number;
  #timestamp = Number.NaN;
  #appendedAt = '';

  constructor(
    readonly partition: number,
    readonly header: ChunkHeader,
    private readonly bytes: Buffer,
  ) {
    this.#left = header.count;
  }

  /** Records that were not taken yet. */
  get left(): number {
    return this.#left;
  }

  get byteLength(): number {
    return this.bytes.length;
  }

  /** Leaves out the records before `offset`: what is fetched begins with the batch that an offset lies in. */
  skipTo(offset: number): void {
    while (this.#left > 0 && this.header.firstOffset < offset) {
      const at = this.#at;
      const end = this.#end();
      this.#at += 1;
      this.#number();
      const isBefore = this.header.firstOffset + this.#number() < offset;
      this.#at = isBefore ? end : at;
      if (!isBefore) return;
      this.#left -= 1;
    }
  }

  /**
   * Adds records to `records` until it has `lengthMax` or nothing is left. Values are views of this chunk's bytes.
   * @throws RangeError when the bytes are no record: those before it were added, and it is met again by the next call
   */
  take(records: StreamRecord[], lengthMax: number): void {
    while (this.#left > 0 && records.length < lengthMax) {
      const at = this.#at;
      try {
        records.push(this.#next());
      } catch (error) {
        this.#at = at;
        throw error;
      }
      this.#left -= 1;
    }
  }

  /** length attributes timestamp offset key value headers, numbers as zigzag of variable length. */
  #next(): StreamRecord {
    const end = this.#end();
    this.#at += 1;
    const time = this.#number();
    const offset = this.header.firstOffset + this.#number();
    const key = this.#text();
    const valueBytes = this.#number();
    const value = valueBytes < 0 ? null : this.bytes.subarray(this.#at, this.#at + valueBytes);
    this.#at += Math.max(0, valueBytes);
    const headers = this.#headers();
    if (this.#at !== end) throw new RangeError(`the record at offset ${offset} does not end where it should`);
    return { partition: this.partition, offset, key, value, headers, appendedAt: this.#timeOf(time) };
  }

  /** Where the record ends whose length is next. */
  #end(): number {
    const length = this.#number();
    const end = this.#at + length;
    if (length <= 0 || end > this.bytes.length)
      throw new RangeError(`a record of ${length} bytes does not fit`);
    return end;
  }

  #headers(): Readonly<Record<string, string>> {
    const count = this.#number();
    if (count <= 0) return noHeaders;
    const headers: Record<string, string> = {};
    for (let index = 0; index < count; index += 1) headers[this.#text()] = this.#text();
    return headers;
  }

  #text(): string {
    const length = this.#number();
    if (length <= 0) return '';
    this.#at += length;
    if (this.#at > this.bytes.length) throw new RangeError(`a text of ${length} bytes does not fit`);
    return this.bytes.toString('utf8', this.#at - length, this.#at);
  }

  /** Messages that were sent together carry the same time: the text is made once. */
  #timeOf(delta: number): string {
    const { timeMilliseconds, isTimeOfAll } = this.header;
    const timestamp = isTimeOfAll ? timeMilliseconds : timeMilliseconds + delta;
    if (timestamp !== this.#timestamp) {
      this.#timestamp = timestamp;
      this.#appendedAt = new Date(timestamp).toISOString();
    }
    return this.#appendedAt;
  }

  /** A zigzag number in as many bytes as it needs; one byte for most, exact up to 2^53. */
  #number(): number {
    const { bytes } = this;
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[this.#at++];
      if (byte === undefined) throw new RangeError('a number does not end');
      value += (byte & 0x7f) * scale;
      if (byte < 128) break;
    }
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }
}
