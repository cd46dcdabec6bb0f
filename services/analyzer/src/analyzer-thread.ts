import { Worker } from 'node:worker_threads';
import { correctionsRecorded, factsRecorded, regionsConfigured } from '@kentongan/contracts';
import type { StreamPort, TableReading } from '@kentongan/messaging';
import { packMessages, unpackMessages } from './packed-messages.js';
import type {
  AnalysisFailure,
  FromWorker,
  Question,
  QuestionKind,
  Questions,
  ToWorker,
} from './worker-protocol.js';

/** The analysed form of each message, in order; null where `failures` says why there is none. */
export interface AnalyzedMessages {
  readonly values: readonly (Uint8Array | null)[];
  readonly regionIds: readonly string[];
  readonly failures: readonly AnalysisFailure[];
}

interface Pending<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The hoax memory is read in one rush and then stays: with room for 48 MB of young objects, as it comes, the engine carries a
 * hundred megabytes of that rush along for good.
 */
const youngMegabytesMax = 12;

/** One life of the worker thread: its hoax memory, lessons and regions are read anew from their streams when it starts. */
export class AnalyzerThread {
  private readonly pending = new Map<number, Pending<AnalyzedMessages>>();
  private readonly pendingQuestions = new Map<number, Pending<Questions[QuestionKind]['answer']>>();
  private readings: readonly TableReading[] = [];
  private nextRequestId = 1;
  private isStopped = false;

  private constructor(private readonly worker: Worker) {}

  /** Resolves when the models are loaded and every fact, correction and region published so far is known. */
  static async start(port: StreamPort, onDeath: (error: Error) => void): Promise<AnalyzerThread> {
    const worker = new Worker(new URL('./analyzer.worker.js', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: youngMegabytesMax },
    });
    const thread = new AnalyzerThread(worker);
    const isReady = thread.listen((error) => {
      thread.rejectAll(error);
      onDeath(error);
    });
    await isReady;
    thread.readings = await Promise.all([
      port.table({
        stream: factsRecorded,
        onRecord: ({ key, value }) => thread.tell({ kind: 'fact', key, value: own(value) }),
        onFailure: onDeathOf(onDeath),
      }),
      port.table({
        stream: correctionsRecorded,
        onRecord: ({ key, value }) => thread.tell({ kind: 'lesson', key, value: own(value) }),
        onFailure: onDeathOf(onDeath),
      }),
      port.table({
        stream: regionsConfigured,
        onRecord: ({ key, value }) => thread.tell({ kind: 'region', key, value: own(value) }),
        onFailure: onDeathOf(onDeath),
      }),
    ]);
    await Promise.all(thread.readings.map((reading) => reading.caughtUp()));
    return thread;
  }

  async analyze(messages: readonly Uint8Array[]): Promise<AnalyzedMessages> {
    // A thread that is gone would never answer, and a consumer that waits for it would never stop.
    if (this.isStopped) throw stopped();
    const requestId = this.nextRequestId++;
    const packed = packMessages(messages);
    return new Promise((resolve, reject) => {
      this.pending.set(requestId, { resolve, reject });
      this.worker.postMessage({ kind: 'analyze', requestId, messages: packed } satisfies ToWorker, [
        packed.bytes.buffer,
      ]);
    });
  }

  /** Waits its turn behind the batches that came before. */
  async ask<Kind extends QuestionKind>(
    kind: Kind,
    asked: Questions[Kind]['asked'],
  ): Promise<Questions[Kind]['answer']> {
    if (this.isStopped) throw stopped();
    const requestId = this.nextRequestId++;
    return new Promise((resolve, reject) => {
      this.pendingQuestions.set(requestId, { resolve, reject });
      this.tell({ kind: 'ask', requestId, question: { kind, asked } as Question });
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.readings.map((reading) => reading.stop()));
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
    this.rejectAll(stopped());
  }

  private tell(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private listen(onDeath: (error: Error) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.on('message', (message: FromWorker) =>
        message.kind === 'ready' ? resolve() : this.hear(message),
      );
      this.worker.on('error', (error) => {
        reject(error);
        onDeath(error);
      });
      this.worker.on('exit', (code) => {
        const error = new Error(`the analyzer thread ended with code ${code}`);
        reject(error);
        onDeath(error);
      });
    });
  }

  private hear(message: Exclude<FromWorker, { kind: 'ready' }>): void {
    if (message.kind === 'analyzed') {
      this.settle(message);
      return;
    }
    const request = this.pendingQuestions.get(message.requestId);
    this.pendingQuestions.delete(message.requestId);
    if (message.kind === 'answered') request?.resolve(message.answer);
    else request?.reject(new Error(message.detail));
  }

  private settle(message: Extract<FromWorker, { kind: 'analyzed' }>): void {
    const request = this.pending.get(message.requestId);
    this.pending.delete(message.requestId);
    const failed = new Set(message.failures.map((failure) => failure.index));
    const values = unpackMessages(message.messages).map((value, index) => (failed.has(index) ? null : value));
    request?.resolve({ values, regionIds: message.regionIds, failures: message.failures });
  }

  private rejectAll(error: Error): void {
    for (const request of [...this.pending.values(), ...this.pendingQuestions.values()])
      request.reject(error);
    this.pending.clear();
    this.pendingQuestions.clear();
  }
}

const stopped = (): Error => new Error('the analyzer was stopped');

/** A copy that owns its memory: a view would drag the network buffer behind it along. */
function own(value: Uint8Array | null): Uint8Array | null {
  return value === null ? null : new Uint8Array(value);
}

function onDeathOf(onDeath: (error: Error) => void): (error: unknown) => void {
  return (error) => onDeath(error instanceof Error ? error : new Error(String(error)));
}
