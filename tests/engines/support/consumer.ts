import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from '../../support/until.js';
import type { Servers } from './parts.js';

const script = fileURLToPath(new URL('./consumer.process.js', import.meta.url));
const readySecondsMax = 60;

/** What a consumer process is told. */
export interface ConsumerPlan {
  readonly servers: Servers;
  readonly suite: string;
  readonly partitions: number;
  readonly group: string;
  readonly batchMessagesMax: number;
  /** Between taking a batch and writing it: the time in which a shot hurts most. */
  readonly restBeforeWriteMilliseconds: number;
  /** Keys that this build of the handler wrongly sets aside. */
  readonly poisonKeys: readonly string[];
}

/** What a consumer process tells. */
export type ConsumerReport =
  | { readonly event: 'ready' }
  | { readonly event: 'batch'; readonly messages: number }
  | { readonly event: 'written'; readonly messages: number }
  | {
      readonly event: 'outcome';
      readonly kind: string;
      readonly reason: string | null;
      readonly count: number;
    }
  | { readonly event: 'lag'; readonly messages: number }
  | { readonly event: 'failure'; readonly error: string };

/** A consumer in a process of its own. */
export class Consumer {
  readonly reports: ConsumerReport[] = [];
  private readonly ended: Promise<void>;

  private constructor(readonly process: ChildProcess) {
    process.on('message', (report) => this.reports.push(report as ConsumerReport));
    this.ended = new Promise((resolve) => process.once('exit', () => resolve()));
  }

  /** Resolves when it is a member of its group. */
  static async start(plan: ConsumerPlan): Promise<Consumer> {
    const consumer = new Consumer(fork(script, [JSON.stringify(plan)], { execArgv: ['--no-warnings'] }));
    await until(
      async () => consumer.isAlive && consumer.has('ready'),
      (isReady) => isReady || !consumer.isAlive,
      readySecondsMax,
    );
    if (!consumer.isAlive) throw new Error('the consumer ended before it was ready');
    return consumer;
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  get isAlive(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null;
  }

  has(event: ConsumerReport['event']): boolean {
    return this.countOfEvent(event) > 0;
  }

  countOfEvent(event: ConsumerReport['event']): number {
    return this.reports.filter((report) => report.event === event).length;
  }

  countOf(kind: string, reason: string | null): number {
    return this.reports.reduce(
      (sum, report) =>
        report.event === 'outcome' && report.kind === kind && report.reason === reason
          ? sum + report.count
          : sum,
      0,
    );
  }

  /** Sends a signal; for one that ends the process, resolves when it has ended. */
  async signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    this.process.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await this.ended;
  }

  /** For clean-ups: whatever state it is in. */
  async end(): Promise<void> {
    if (this.isAlive) await this.signal('SIGKILL');
  }
}
