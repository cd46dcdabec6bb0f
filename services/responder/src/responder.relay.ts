import { allStreams, correctionsRecorded, factsRecorded } from '@kentongan/contracts';
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
  type OnModuleInit,
} from '@nestjs/common';
import type pg from 'pg';
import { publishCorrectionsAnew } from './corrections/publish-corrections.js';
import { publishFactsAnew } from './facts/publish-facts.js';
import { responderSchema } from './responder.schema.js';

/** Carries what the responder committed to the streams. */
@Injectable()
export class ResponderRelay implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Responder');
  private readonly relay: OutboxRelay;

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(STREAM_PORT) private readonly port: StreamPort,
    @Inject(METRICS) metrics: Metrics,
  ) {
    this.relay = new OutboxRelay({
      pool,
      schema: responderSchema,
      publish: publishByName(port, allStreams),
      onLag: ({ lagSeconds }) => metrics.outboxLagSeconds.set({ schema: responderSchema }, lagSeconds),
      onFailure: (error) =>
        this.log.warn(`The outbox waits: ${error instanceof Error ? error.message : String(error)}`),
    });
  }

  /** Before anybody subscribes: posts that are analyzed without the facts would miss their hoaxes. */
  async onModuleInit(): Promise<void> {
    if (await publishFactsAnew(this.pool, this.port))
      this.log.log(`All facts were told on ${factsRecorded.name}, which is another stream than before`);
    if (await publishCorrectionsAnew(this.pool, this.port))
      this.log.log(
        `All corrections were told on ${correctionsRecorded.name}, which is another stream than before`,
      );
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
