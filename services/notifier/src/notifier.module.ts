import { DATABASE_POOL } from '@kentongan/database';
import { createSafeHttpClient, METRICS, type Metrics, type SafeHttpClient } from '@kentongan/platform';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import type pg from 'pg';
import { AlertStore } from './alerts/alert.store.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { HousekeepingJob } from './housekeeping.job.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxStore } from './inbox/inbox.store.js';
import { NotifierHandlers } from './notifier.handlers.js';
import { NOTIFIER_OPTIONS, type NotifierOptions, WEBHOOK_HTTP } from './notifier.options.js';
import { NotifierRelay } from './notifier.relay.js';
import { RegionTable } from './region-table.js';
import { WebhookStore } from './webhooks/webhook.store.js';
import { WebhookQueueStore } from './webhooks/webhook-queue.store.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

const answerBytesMax = 1_048_576;
const answerMilliseconds = 10_000;

/** A webhook that redirects is a webhook that was entered wrong: the message and its signature go nowhere else. */
function webhookHttp(options: NotifierOptions, metrics: Metrics): SafeHttpClient {
  return (
    options.http ??
    createSafeHttpClient({
      bytesMax: answerBytesMax,
      timeoutMilliseconds: answerMilliseconds,
      redirectsMax: 0,
      userAgent: 'kentongan-webhook/1',
      onFailure: (reason) => metrics.refusedRequests.inc({ reason }),
    })
  );
}

const providers: readonly Provider[] = [
  RegionTable,
  NotifierRelay,
  HousekeepingJob,
  WebhookSender,
  { provide: WEBHOOK_HTTP, inject: [NOTIFIER_OPTIONS, METRICS], useFactory: webhookHttp },
  { provide: InboxStore, inject: [DATABASE_POOL], useFactory: (pool: pg.Pool) => new InboxStore(pool) },
  { provide: WebhookStore, inject: [DATABASE_POOL], useFactory: (pool: pg.Pool) => new WebhookStore(pool) },
  {
    provide: WebhookQueueStore,
    inject: [DATABASE_POOL, NotifierRelay],
    useFactory: (pool: pg.Pool, relay: NotifierRelay) => new WebhookQueueStore(pool, () => relay.wake()),
  },
  {
    provide: AlertStore,
    inject: [DATABASE_POOL, RegionTable, NotifierRelay, WebhookSender, NOTIFIER_OPTIONS],
    useFactory: (
      pool: pg.Pool,
      people: RegionTable,
      relay: NotifierRelay,
      sender: WebhookSender,
      options: NotifierOptions,
    ) =>
      new AlertStore({
        pool,
        people,
        publicUrl: options.publicUrl ?? '',
        afterCommit: () => {
          relay.wake();
          sender.wake();
        },
      }),
  },
];

/**
 * Who is told, on which channel, and what became of it. Needs DATABASE_POOL, STREAM_PORT, CLOCK, METRICS, ACCESS_TOKEN
 * and SIGNING_KEY from a global module, and `notifierMigrations` run before.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class NotifierModule {
  static register(options: NotifierOptions = {}): DynamicModule {
    return {
      module: NotifierModule,
      controllers: [NotifierHandlers, InboxController, WebhooksController, DeliveriesController],
      providers: [{ provide: NOTIFIER_OPTIONS, useValue: options }, ...providers],
    };
  }
}
