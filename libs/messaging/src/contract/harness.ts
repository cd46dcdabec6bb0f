import { randomBytes } from 'node:crypto';
import { logStream, type Stream } from '@kentongan/contracts';
import type { ObservedAt, StreamObserver } from '../observer.js';
import { done, type Outcome, type Reason } from '../outcome.js';
import type { OutgoingRecord, StreamPort, StreamRecord, SubscribeOptions } from '../stream.port.js';

/** An adapter under test: storage that several ports can share, and ways to hurt it. */
export interface StreamPortUnderTest {
  /** The port that most promises are tried on. */
  readonly port: StreamPort;
  /** Another process's port on the same storage. `die` cuts it off as SIGKILL would: nothing is handed back. */
  another(): Promise<{ readonly port: StreamPort; die(): Promise<void> }>;
  /** From now on (until healed) nothing can be written to the dead stream of `stream`. */
  breakDeadLetters(stream: Stream): Promise<{ heal(): Promise<void> }>;
  /** Takes the stream away with everything in it, as an operator might. */
  remove(stream: Stream): Promise<void>;
  close(): Promise<void>;
}

export type OpenStreamPort = (observer: StreamObserver) => Promise<StreamPortUnderTest>;

export interface ObservedOutcome {
  readonly at: ObservedAt;
  readonly kind: Outcome['kind'];
  readonly reason: Reason | null;
  readonly count: number;
}

/** Remembers what the adapter reported. */
export class RecordingObserver implements StreamObserver {
  readonly outcomes: ObservedOutcome[] = [];
  readonly failures: { readonly at: ObservedAt; readonly error: unknown }[] = [];
  lettersRefused = 0;
  readonly batches: { readonly at: ObservedAt; readonly messages: number }[] = [];
  readonly lags: { readonly at: ObservedAt; readonly messages: number }[] = [];

  onOutcome(at: ObservedAt, kind: Outcome['kind'], reason: Reason | null, count: number): void {
    this.outcomes.push({ at, kind, reason, count });
  }
  onLag(at: ObservedAt, messages: number): void {
    this.lags.push({ at, messages });
  }
  onBatchSeconds(at: ObservedAt, _seconds: number, messages: number): void {
    this.batches.push({ at, messages });
  }
  onLettersRefused(_at: ObservedAt, letters: number): void {
    this.lettersRefused += letters;
  }

  onFailure(at: ObservedAt, error: unknown): void {
    this.failures.push({ at, error });
  }
  failuresOf(stream: Stream): unknown[] {
    return this.failures.filter(({ at }) => at.stream === stream.name).map(({ error }) => error);
  }
}

let streamsMade = 0;
/** A server that outlives the run still has the streams of earlier ones. */
const run = randomBytes(4).toString('hex');

/** A log stream of its own for one test. */
export function testStream(partitions = 4): Stream {
  streamsMade += 1;
  return logStream(`test.${run}.log${streamsMade}`, {
    events: [],
    key: () => '',
    partitions,
    retentionHours: 24,
  });
}

export function testTable(): Stream {
  return { ...testStream(1), keep: 'compacted', retentionHours: null };
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (value: Uint8Array | null): string | null =>
  value === null ? null : new TextDecoder().decode(value);

/** `count` messages `0`, `1`, … spread over `keys` keys. */
export function messages(count: number, keys = 8, from = 0): OutgoingRecord[] {
  return Array.from({ length: count }, (_, n) => ({
    key: `key-${(from + n) % keys}`,
    value: bytes(String(from + n)),
  }));
}

/** A handler that remembers what it was given and answers what `decide` says (`done` unless told). */
export class Consumer {
  readonly seen: StreamRecord[] = [];
  readonly caughtUp: number[] = [];
  batches = 0;

  constructor(private readonly decide: (record: StreamRecord) => Outcome | Promise<Outcome> = () => done) {}

  options(stream: Stream, group: string, more: Partial<SubscribeOptions> = {}): SubscribeOptions {
    return {
      stream,
      group,
      batchMessagesMax: 100,
      handle: async ({ records }) => {
        this.batches += 1;
        this.seen.push(...records);
        return Promise.all(records.map((record) => this.decide(record)));
      },
      onCaughtUp: (partition) => this.caughtUp.push(partition),
      ...more,
    };
  }

  get values(): (string | null)[] {
    return this.seen.map(({ value }) => text(value));
  }
}

/** All records of a stream by reading it without a group. */
export async function readAll(port: StreamPort, name: string, partitions: number): Promise<StreamRecord[]> {
  const all: StreamRecord[] = [];
  for (let partition = 0; partition < partitions; partition += 1)
    all.push(...(await port.read(name, partition, 0, 100_000)));
  return all;
}

/** Waits for a condition; says what it waited for when it never comes. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  secondsMax = 15,
): Promise<void> {
  const end = performance.now() + secondsMax * 1_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited ${secondsMax} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
