import { deadStreamName, type Stream } from '@kentongan/contracts';
import type { Reason } from './outcome.js';
import type { OutgoingRecord, StreamRecord } from './stream.port.js';

/** Dead letters outlive their origin's seven days, so that a fault found on Monday can still be redriven. */
const deadRetentionHours = 14 * 24;
const detailCharactersMax = 1_000;
const prefix = 'dead.';

/** Why and where a message was set aside, as carried in the headers of its dead letter. */
export interface DeadLetterInfo {
  readonly reason: Reason;
  readonly detail: string;
  /** The consumer group (step) that gave up on it. */
  readonly group: string;
  readonly stream: string;
  readonly partition: number;
  readonly offset: number;
  /** ISO 8601 */
  readonly diedAt: string;
}

/** The dead stream of `stream`: same partitions, so the order per key is kept there too. */
export function deadStream(stream: Stream): Stream {
  return {
    name: deadStreamName(stream),
    events: [],
    key: () => {
      throw new Error(`${deadStreamName(stream)} takes records as they are, never events`);
    },
    partitions: stream.partitions,
    keep: 'log',
    retentionHours: deadRetentionHours,
  };
}

/** Key, bytes and headers stay unchanged; what happened is added under `dead.` headers. */
export function deadLetter(record: StreamRecord, info: DeadLetterInfo): OutgoingRecord {
  return {
    key: record.key,
    value: record.value,
    headers: {
      ...record.headers,
      [`${prefix}reason`]: info.reason,
      [`${prefix}detail`]: info.detail.slice(0, detailCharactersMax),
      [`${prefix}group`]: info.group,
      [`${prefix}stream`]: info.stream,
      [`${prefix}partition`]: String(info.partition),
      [`${prefix}offset`]: String(info.offset),
      [`${prefix}time`]: info.diedAt,
    },
  };
}

/** Reads a dead letter back: the message as it was, and why it died. */
export function readDeadLetter(record: StreamRecord): { original: OutgoingRecord; info: DeadLetterInfo } {
  const header = (name: string) => record.headers[`${prefix}${name}`] ?? '';
  const headers = Object.fromEntries(
    Object.entries(record.headers).filter(([name]) => !name.startsWith(prefix)),
  );
  return {
    original: { key: record.key, value: record.value, headers },
    info: {
      reason: header('reason') as Reason,
      detail: header('detail'),
      group: header('group'),
      stream: header('stream'),
      partition: Number(header('partition')),
      offset: Number(header('offset')),
      diedAt: header('time'),
    },
  };
}
