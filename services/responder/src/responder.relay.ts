import { allStreams } from '@kentongan/contracts';
import { DATABASE_POOL, OutboxRelay } from '@kentongan/database';
import { publishByName, type StreamPort } from '@kentongan/messaging';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { METRICS, type Metrics } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type pg from 'pg';
import { responderSchema } from './responder.schema.js';

/** Carries what the responder committed to the streams. */
@Injectable()
export class ResponderRelay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly relay: OutboxRelay;

  constructor(
    @Inject(DATABASE_POOL) pool: pg.Pool,
    @Inject(STREAM_PORT) port: StreamPort,
    @Inject(METRICS) metrics: Metrics,
  ) {
    const log = new Logger('Responder');
    this.relay = new OutboxRelay({
      pool,
      schema: responderSchema,
      publish: publishByName(port, allStreams),
      onLag: ({ lagSeconds }) => metrics.outboxLagSeconds.set({ schema: responderSchema }, lagSeconds),
      onFailure: (error) =>
        log.warn(`The outbox waits: ${error instanceof Error ? error.message : String(error)}`),
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.relay.stop();
  }

  wake(): void {
    this.relay.wake();
  }
}
