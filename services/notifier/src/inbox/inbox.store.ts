import type { InboxItem, InboxView } from '@kentongan/contracts';
import type pg from 'pg';
import { notifierSchema as s } from '../notifier.schema.js';

/** Older items than these are still in the list of issues. */
const itemsShownMax = 200;

interface Row extends Pick<InboxItem, 'level' | 'why' | 'title'> {
  readonly recipient: string;
  readonly issue_id: string;
  readonly region_id: string;
  readonly why_now: InboxItem['whyNow'];
  readonly at: Date;
  readonly read_at: Date | null;
}

/** What is marked: a person's own line, and the one they share with their agency. */
const agencySuffix = '@agency';

/** The inboxes. `owners` are the inboxes a person has: their own, and their agency's. */
export class InboxStore {
  constructor(private readonly pool: pg.Pool) {}

  async view(owners: readonly string[], regionId: string): Promise<InboxView> {
    const { rows } = await this.pool.query<Row>(
      `SELECT recipient, issue_id, region_id, title, level, why, why_now, at, read_at FROM ${s}.inbox_items
       WHERE recipient = ANY($1::text[]) AND region_id = $2 ORDER BY at DESC, issue_id LIMIT ${itemsShownMax}`,
      [owners, regionId],
    );
    const { rows: counted } = await this.pool.query<{ unread: number }>(
      `SELECT count(*)::int AS unread FROM ${s}.inbox_items
       WHERE recipient = ANY($1::text[]) AND region_id = $2 AND read_at IS NULL`,
      [owners, regionId],
    );
    return { items: rows.map(itemOf), unread: counted[0]?.unread ?? 0 };
  }

  /** Marks items of these inboxes as read, whatever else is asked for. `itemIds` null: all of the region. */
  async markRead(
    owners: readonly string[],
    regionId: string,
    itemIds: readonly string[] | null,
    at: Date,
  ): Promise<void> {
    await this.pool.query(
      `UPDATE ${s}.inbox_items SET read_at = $4 WHERE recipient = ANY($1::text[]) AND region_id = $2 AND read_at IS NULL
         AND ($3::text[] IS NULL
           OR issue_id || CASE WHEN recipient LIKE 'agency:%' THEN '${agencySuffix}' ELSE '' END = ANY($3))`,
      [owners, regionId, itemIds, at],
    );
  }
}

function itemOf(row: Row): InboxItem {
  return {
    itemId: row.recipient.startsWith('agency:') ? `${row.issue_id}${agencySuffix}` : row.issue_id,
    issueId: row.issue_id,
    regionId: row.region_id,
    title: row.title,
    level: row.level,
    why: row.why,
    whyNow: row.why_now,
    at: row.at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  };
}
