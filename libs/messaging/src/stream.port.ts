import type { Stream } from '@kentongan/contracts';
import type { Outcome } from './outcome.js';

/** What a publisher hands over. A null value withdraws the key of a compacted stream. */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a consumer gets. Offsets of one partition rise by 1 without gaps (a compacted stream may skip some). */
export interface StreamRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** ISO 8601, when the stream took the record. */
  readonly appendedAt: string;
}

/** Records of one partition, in order. */
export interface Batch {
  readonly stream: string;
  readonly partition: number;
  readonly records: readonly StreamRecord[];
  /** Other groups of this process are handed the same bytes: what they say is worth keeping as long as they are kept. */
  readonly isShared?: boolean;
}

export type BatchHandler = (batch: Batch) => Promise<readonly Outcome[]>;

export interface SubscribeOptions {
  readonly stream: Stream;
  /** Members of one group share the partitions; each group sees every message. */
  readonly group: string;
  readonly batchMessagesMax: number;
  readonly handle: BatchHandler;
  /** A consumer that keeps its offset with its own state says here where to go on; null = the group's committed offset. */
  readonly startAt?: (partition: number) => Promise<number | null>;
  /** Called when the last record of the partition known at fetch time has been handled and no more is waiting. */
  readonly onCaughtUp?: (partition: number) => void;
}

export interface Subscription {
  /** Messages not yet committed by this group, summed over all partitions. */
  lag(): Promise<number>;
  /** Lets the batch in work end, commits it, gives the partitions back. */
  stop(): Promise<void>;
}

/** Groupless reading of a compacted stream: from the start, latest per key, then live. */
export interface TableReading {
  /** Resolves when everything published before the call has been delivered: gate readiness on it. */
  caughtUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface TableOptions {
  readonly stream: Stream;
  /** In order per key; a null value is a withdrawal. A throw is a bug: the reading stops and `onFailure` is told. */
  readonly onRecord: (record: StreamRecord) => void;
  readonly onFailure: (error: unknown) => void;
}

/** How a stream stands: what waits for each group, and what was set aside and not redriven yet. */
export interface StreamState {
  readonly name: string;
  readonly groups: readonly { readonly group: string; readonly lag: number }[];
  readonly deadLetters: number;
}

/** One difference between a stream as declared and as it is. */
export interface StreamDrift {
  readonly stream: string;
  /** `missing`, `partitions`, `keep`, `retentionHours`, or the name of a setting of the server. */
  readonly what: string;
  readonly declared: string;
  readonly real: string;
  /** Whether `apply` mends it. */
  readonly isMendable: boolean;
}

/** The one way services speak to each other. Adapters: PostgreSQL log (embedded), Kafka. */
export interface StreamPort {
  /**
   * Creates what is missing of these streams and their dead streams and mends what can be mended. Safe to repeat.
   * @throws when a stream exists in a way that would lose the order of keys: another number of partitions
   */
  apply(streams: readonly Stream[]): Promise<void>;
  /** How these streams and their dead streams differ from their declaration; changes nothing. */
  drift(streams: readonly Stream[]): Promise<readonly StreamDrift[]>;
  /** Resolves when all records are durable. Order is kept per key. All or nothing per call is not promised. */
  publish(stream: Stream, records: readonly OutgoingRecord[]): Promise<void>;
  subscribe(options: SubscribeOptions): Promise<Subscription>;
  table(options: TableOptions): Promise<TableReading>;
  /** Reads up to `recordsMax` records of one partition from `offset` on, without a group: for replays, redrives and tests. */
  read(
    streamName: string,
    partition: number,
    offset: number,
    recordsMax: number,
  ): Promise<readonly StreamRecord[]>;
  /** For the operator: asked now and then, never per message. */
  states(streams: readonly Stream[]): Promise<readonly StreamState[]>;
  close(): Promise<void>;
}
