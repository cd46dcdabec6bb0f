import { setTimeout as pause } from 'node:timers/promises';
import type { Stream } from '@kentongan/contracts';
import type { OutgoingRecord, StreamPort } from '@kentongan/messaging';
import type { Issued, Oracle } from '@kentongan/testing';

const outageSecondsMax = 120;
const retryMilliseconds = 100;

export interface LoadOptions {
  readonly port: StreamPort;
  readonly stream: Stream;
  readonly oracle: Oracle;
  readonly recordOf: (issued: Issued) => OutgoingRecord;
  readonly batchMessages: number;
  /** Rest between batches. */
  readonly restMilliseconds: number;
}

/** Publishes until stopped, one batch after the other; a batch that was refused is sent again, as a relay would. */
export class Load {
  refusals = 0;
  private stopping = false;
  private isPaused = false;
  private isPublishing = false;
  private readonly ended: Promise<void>;

  constructor(private readonly options: LoadOptions) {
    this.ended = this.run();
    this.ended.catch(() => {}); // told by `stop`
  }

  /** Ends after the batch under way is accepted. @throws when the stream was away for too long */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.ended;
  }

  /** Resolves when nothing is under way; `resume` goes on. */
  async pause(): Promise<void> {
    this.isPaused = true;
    while (this.isPublishing) await pause(5);
  }

  resume(): void {
    this.isPaused = false;
  }

  private async run(): Promise<void> {
    const { oracle, batchMessages, restMilliseconds } = this.options;
    while (!this.stopping) {
      await pause(restMilliseconds);
      if (this.isPaused) continue;
      this.isPublishing = true;
      try {
        this.refusals += await publishAll(this.options, oracle.issueMany(batchMessages));
      } finally {
        this.isPublishing = false;
      }
    }
  }
}

/**
 * Publishes what was issued until it is accepted.
 * @returns how often it was refused before
 */
export async function publishAll(
  options: Pick<LoadOptions, 'port' | 'stream' | 'oracle' | 'recordOf'>,
  issued: readonly Issued[],
): Promise<number> {
  const records = issued.map(options.recordOf);
  const end = performance.now() + outageSecondsMax * 1_000;
  for (let refusals = 0; ; refusals += 1) {
    try {
      await options.port.publish(options.stream, records);
      for (const { id } of issued) options.oracle.accept(id);
      return refusals;
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(retryMilliseconds);
    }
  }
}
