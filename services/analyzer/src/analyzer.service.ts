import { type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type AnalyzedMessages, AnalyzerThread } from './analyzer-thread.js';
import type { QuestionKind, Questions } from './worker-protocol.js';

const restartPauseMilliseconds = 1_000;

/** Keeps one analyzer thread alive; while it restarts, work fails and comes again. */
@Injectable()
export class AnalyzerService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Analyzer');
  private thread: AnalyzerThread | null = null;
  private isStopping = false;

  constructor(@Inject(STREAM_PORT) private readonly port: StreamPort) {}

  async onModuleInit(): Promise<void> {
    await this.start();
  }

  /** Not earlier: until the consumers have stopped, their batches in work still need the thread. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.thread?.stop();
  }

  analyze(messages: readonly Uint8Array[]): Promise<AnalyzedMessages> {
    if (!this.thread) throw new Error('the analyzer thread is restarting');
    return this.thread.analyze(messages);
  }

  async ask<Kind extends QuestionKind>(
    kind: Kind,
    asked: Questions[Kind]['asked'],
  ): Promise<Questions[Kind]['answer']> {
    if (!this.thread) throw new Error('the analyzer thread is restarting');
    return this.thread.ask(kind, asked);
  }

  private async start(): Promise<void> {
    this.thread = await AnalyzerThread.start(this.port, (error) => this.onDeath(error));
  }

  private onDeath(error: Error): void {
    if (this.isStopping || this.thread === null) return;
    this.log.error(`${error.message}; starting it again`);
    const dead = this.thread;
    this.thread = null;
    setTimeout(() => {
      dead
        .stop()
        .then(() => this.start())
        .catch((failure: Error) =>
          this.log.error(`The analyzer cannot start: ${failure.message}. Restart the program.`),
        );
    }, restartPauseMilliseconds);
  }
}
