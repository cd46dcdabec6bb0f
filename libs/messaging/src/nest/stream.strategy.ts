import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import type { Outcome } from '../outcome.js';
import type { Batch, StreamPort, Subscription } from '../stream.port.js';
import { type SubscriptionExtras, streamTransport } from './subscribe.decorator.js';

/** Nest injection token of the stream port. */
export const STREAM_PORT = Symbol('stream port');

/**
 * Runs the methods marked with `@Subscribe` on a stream port: `app.connectMicroservice({ strategy })`.
 * Nest gives injection, pipes and interceptors; batches, commits, retries and dead letters are the port's.
 * Closing the application lets the batches in work end and commits them; the port itself stays open.
 */
export class StreamStrategy extends Server implements CustomTransportStrategy {
  override readonly transportId = streamTransport;
  override readonly propagatesEventHandlerErrors = true;
  readonly #subscriptions: Subscription[] = [];

  constructor(private readonly port: StreamPort) {
    super();
  }

  /** @throws when a second handler claims the same stream and group: Nest would chain them and mix their outcomes */
  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    if (this.messageHandlers.has(this.normalizePattern(pattern as never)))
      throw new Error(`two handlers subscribe to ${JSON.stringify(pattern)}: give each a group of its own`);
    super.addHandler(pattern, callback, isEventHandler, extras);
  }

  listen(callback: (error?: unknown) => void): void {
    this.#subscribeAll().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#subscriptions.splice(0).map((subscription) => subscription.stop()));
  }

  /** Messages not yet committed, for each subscription of this application. */
  async lags(): Promise<number[]> {
    return Promise.all(this.#subscriptions.map((subscription) => subscription.lag()));
  }

  on(): void {
    throw new Error('a stream strategy has no events: failures go to the observer of the stream port');
  }

  unwrap<T>(): T {
    return this.port as T;
  }

  async #subscribeAll(): Promise<void> {
    for (const [pattern, handler] of this.messageHandlers) {
      const extras = handler.extras as SubscriptionExtras | undefined;
      if (!extras?.stream) throw new Error(`${pattern} is not a @Subscribe handler`);
      const subscription = await this.port.subscribe({
        stream: extras.stream,
        group: extras.group,
        batchMessagesMax: extras.batchMessagesMax,
        handle: (batch) => this.#handle(handler, batch),
      });
      this.#subscriptions.push(subscription);
    }
  }

  async #handle(handler: MessageHandler, batch: Batch): Promise<readonly Outcome[]> {
    const answer = this.transformToObservable<unknown>((await handler(batch, undefined)) as never);
    const outcomes = await lastValueFrom(answer, { defaultValue: undefined });
    if (!Array.isArray(outcomes))
      throw new Error(`a handler of ${batch.stream} returned no list of outcomes`);
    return outcomes as Outcome[];
  }
}
