import type { Event, EventOf, EventType } from './event.js';

/** A stream as all adapters create it: a Kafka topic, or log tables in PostgreSQL. */
export interface Stream<Types extends readonly EventType[] = readonly EventType[]> {
  readonly name: string;
  readonly events: Types;
  readonly key: (event: EventOf<Types[number]>) => string;
  readonly partitions: number;
  /** `log`: kept for `retentionHours`, then dropped. `compacted`: the latest message per key is kept for ever. */
  readonly keep: 'log' | 'compacted';
  readonly retentionHours: number | null;
}

export type StreamEvent<S> = S extends Stream<infer Types> ? EventOf<Types[number]> : never;

interface LogOptions<Types extends readonly EventType[]> {
  readonly events: Types;
  readonly key: (event: EventOf<Types[number]>) => string;
  readonly partitions: number;
  readonly retentionHours: number;
}

/** Declares a stream that is read in order and forgotten after its retention. */
export function logStream<const Types extends readonly EventType[]>(
  name: string,
  options: LogOptions<Types>,
): Stream<Types> {
  return { name, keep: 'log', ...options };
}

/** Declares a stream whose latest message per key is state, kept for ever; a null value withdraws a key. */
export function compactedStream<const Types extends readonly EventType[]>(
  name: string,
  options: Omit<LogOptions<Types>, 'retentionHours' | 'partitions'>,
): Stream<Types> {
  return { name, keep: 'compacted', partitions: 1, retentionHours: null, ...options };
}

/** The stream that keeps what a consumer of `stream` could not handle. */
export function deadStreamName(stream: Pick<Stream, 'name'>): string {
  return `${stream.name}.dead`;
}

export type AnyEvent = Event;
