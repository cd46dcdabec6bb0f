import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type pg from 'pg';
import { ResponderRelay } from '../responder.relay.js';
import { responderSchema } from '../responder.schema.js';
import { lockIssue } from './issue-record.js';
import { IssueWriter } from './issue-writer.js';
import { woken } from './signal-update.js';

const everyMilliseconds = 15_000;
const issuesPerRoundMax = 200;

/** Brings issues back whose time of rest is over. */
@Injectable()
export class SnoozeJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Responder');
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;
  private round: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IssueWriter) private readonly writer: IssueWriter,
    @Inject(ResponderRelay) private readonly relay: ResponderRelay,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  /** @returns how many woke up */
  async run(): Promise<number> {
    const at = new Date(this.clock.now()).toISOString();
    const { rows } = await this.pool.query<{ issue_id: string }>(
      `SELECT issue_id FROM ${responderSchema}.issues WHERE status = 'snoozed' AND snoozed_until <= $1
       ORDER BY snoozed_until LIMIT ${issuesPerRoundMax}`,
      [at],
    );
    for (const { issue_id } of rows) await this.wake(issue_id, at);
    if (rows.length > 0) this.relay.wake();
    return rows.length;
  }

  private async wake(issueId: string, at: string): Promise<void> {
    await withTransaction(this.pool, async (client) => {
      const record = await lockIssue(client, issueId);
      const until = record?.card.snoozedUntil;
      // Somebody may have woken it, or put it off further, since it was found.
      if (!record || !until || Date.parse(until) > Date.parse(at)) return;
      const line = { kind: 'woken', by: null, role: null, reason: null, at, causationId: null } as const;
      await this.writer.commit(client, record, woken(record), line);
    });
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.run()
        .catch((error: Error) => this.log.warn(`Snoozed issues wait: ${error.message}`))
        .finally(() => this.schedule());
    }, everyMilliseconds);
    this.timer.unref();
  }
}
