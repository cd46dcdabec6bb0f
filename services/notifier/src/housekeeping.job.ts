import { DATABASE_POOL, pruneInbox } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type pg from 'pg';
import { notifierSchema as s } from './notifier.schema.js';

const everyHours = 1;
/** Twice as long as the stream keeps its messages: one that is read again must still be known. */
const eventsKeptDays = 14;
const readItemsKeptDays = 30;
const itemsKeptDays = 180;
const deliveriesKeptDays = 365;
const rowsPerRoundMax = 20_000;
const hour = 3_600_000;

/** Forgets what nobody will ask for any more, a bounded piece at a time. */
@Injectable()
export class HousekeepingJob implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Notifier');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.run().catch((error: unknown) => this.log.warn(`Old alerts stay for now: ${String(error)}`));
    }, everyHours * hour);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async run(): Promise<void> {
    const daysAgo = (days: number) => new Date(this.clock.now() - days * 24 * hour);
    await pruneInbox(this.pool, s, daysAgo(eventsKeptDays));
    await this.remove('inbox_items', 'at < $1 OR read_at < $2', [
      daysAgo(itemsKeptDays),
      daysAgo(readItemsKeptDays),
    ]);
    await this.remove('deliveries', "created_at < $1 AND status <> 'pending'", [daysAgo(deliveriesKeptDays)]);
    await this.remove('told_issues', 'changed_at < $1', [daysAgo(deliveriesKeptDays)]);
  }

  private async remove(table: string, condition: string, values: readonly Date[]): Promise<void> {
    await this.pool.query(
      `DELETE FROM ${s}.${table} WHERE ctid = ANY(ARRAY(
         SELECT ctid FROM ${s}.${table} WHERE ${condition} LIMIT ${rowsPerRoundMax}))`,
      [...values],
    );
  }
}
