import type { PlacedRecord } from '../publish-queue.js';
import type { StreamRecord } from '../stream.port.js';
import type { Head } from './heads.js';

/** A place in a stream: everything before `sequence` is read. `day` only spares the database older partitions. */
export interface Cursor {
  readonly sequence: number;
  readonly day: string;
}

/** Records that were written together, in the order in which they were written. */
export interface Slice {
  readonly sequence: number;
  readonly day: string;
  readonly records: readonly StreamRecord[];
}

/** One stream as kept in PostgreSQL: append-only chunks, or the latest record per key. */
export interface StreamStore {
  readonly id: number;
  readonly name: string;
  readonly partitions: number;
  /** One round trip, one transaction. Returns the new head after the commit. */
  append(records: readonly PlacedRecord[], announce: boolean): Promise<Head>;
  /** Slices from `cursor` on, in order, about `recordsMax` records and a bounded number of bytes; empty at the end. */
  read(cursor: Cursor, recordsMax: number): Promise<readonly Slice[]>;
  /** Where to begin to read `partition` from `offset` on. */
  locate(partition: number, offset: number): Promise<Cursor>;
}
