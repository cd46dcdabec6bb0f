import { CLOCK, type Clock, type SafeHttpClient, SafeHttpError } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { WEBHOOK_HTTP } from '../notifier.options.js';
import { type AttemptResult, afterAttempt } from './after-attempt.js';
import { webhookHeaders } from './sign-message.js';
import { type ClaimedMessage, WebhookQueueStore } from './webhook-queue.store.js';

const messagesAtOnceMax = 32;
const messagesPerWebhookMax = 4;
const pollMilliseconds = 1_000;
const stopGraceMilliseconds = 3_000;

/** Sends what waits in the ledger: each message at least once, all tries of one with the same bytes and id. */
@Injectable()
export class WebhookSender implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly log = new Logger('Notifier');
  /** Webhooks that have messages on their way. */
  private readonly busy = new Set<string>();
  private readonly sending = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private claiming: Promise<void> | null = null;
  private isWoken = false;
  private isStopped = false;
  private readonly stopping = new AbortController();

  constructor(
    @Inject(WebhookQueueStore) private readonly queue: WebhookQueueStore,
    @Inject(WEBHOOK_HTTP) private readonly http: SafeHttpClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), pollMilliseconds);
    this.timer.unref();
  }

  /** Lets the messages on their way arrive; what takes too long is cut, and sent again when its lease ends. */
  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearInterval(this.timer);
    const cut = setTimeout(() => this.stopping.abort(), stopGraceMilliseconds);
    await this.claiming;
    await Promise.all(this.sending);
    clearTimeout(cut);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }

  /** Something may be due. Cheap, never waits. */
  wake(): void {
    if (this.isStopped) return;
    this.isWoken = true;
    this.claiming ??= this.claimAll().finally(() => {
      this.claiming = null;
      if (this.isWoken) this.wake(); // woken after the last look
    });
  }

  private async claimAll(): Promise<void> {
    while (this.isWoken && !this.isStopped) {
      this.isWoken = false;
      try {
        await this.claimOnce();
      } catch (error) {
        this.log.warn(`Webhooks wait: ${String(error)}`);
      }
    }
  }

  private async claimOnce(): Promise<void> {
    const messages = messagesAtOnceMax - this.sending.size;
    if (messages <= 0) return; // whoever finishes wakes us
    const most = { messages, perWebhook: messagesPerWebhookMax };
    const claimed = await this.queue.claim(this.clock.now(), [...this.busy], most);
    const byWebhook = new Map<string, ClaimedMessage[]>();
    for (const message of claimed) {
      const ofWebhook = byWebhook.get(message.webhookId) ?? [];
      byWebhook.set(message.webhookId, [...ofWebhook, message]);
    }
    for (const [webhookId, ofWebhook] of byWebhook) this.start(webhookId, ofWebhook);
  }

  private start(webhookId: string, messages: readonly ClaimedMessage[]): void {
    this.busy.add(webhookId);
    let left = messages.length;
    for (const message of messages) {
      const sending = this.send(message)
        .catch((error: unknown) => this.log.warn(`What became of a message is unknown: ${String(error)}`))
        .finally(() => {
          this.sending.delete(sending);
          left -= 1;
          if (left > 0) return;
          this.busy.delete(webhookId);
          this.wake();
        });
      this.sending.add(sending);
    }
  }

  private async send(message: ClaimedMessage): Promise<void> {
    const result = await this.attempt(message);
    const now = this.clock.now();
    await this.queue.record(message, afterAttempt(result, message.attempts, now, Math.random()), now);
  }

  private async attempt(message: ClaimedMessage): Promise<AttemptResult> {
    try {
      const { status, headers } = await this.http.request(message.url, {
        method: 'POST',
        headers: webhookHeaders(message, message.secret, this.clock.now()),
        body: message.body,
        signal: this.stopping.signal,
      });
      return { kind: 'answered', status, retryAfter: headers['retry-after'] };
    } catch (error) {
      if (!(error instanceof SafeHttpError) || error.reason === 'aborted') throw error;
      return { kind: 'unreached', reason: error.reason, retriable: error.retriable };
    }
  }
}
