import { type IssueCard, LiveEvent } from '@kentongan/contracts';
import { withTransaction } from '@kentongan/database';
import type pg from 'pg';
import { gatewaySchema as s } from '../gateway.schema.js';
import { frameOf, type LiveEntry, type LiveKind } from './live-entry.js';

/** An event before it has its place in the order. */
export interface NewLiveEvent {
  /** Of the stream's event: the same one is never told twice. */
  readonly eventId: string;
  readonly kind: LiveKind;
  readonly regionId: string;
  readonly recipient: string | null;
  readonly agencyId: string | null;
  readonly issueId: string | null;
  /** The JSON of a LiveEvent. */
  readonly payload: string;
}

interface Row {
  readonly id: string;
  readonly kind: LiveKind;
  readonly region_id: string;
  readonly recipient: string | null;
  readonly agency_id: string | null;
  readonly payload: string;
}

const pruneEventsMax = 5_000;

/** The live events that every gateway process reads, in one order without gaps. */
export class LiveEventsStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Gives each event that is new its place. @returns how many were new */
  async append(events: readonly NewLiveEvent[], at: Date): Promise<number> {
    const given = [...new Map(events.map((event) => [event.eventId, event])).values()];
    if (given.length === 0) return 0;
    return withTransaction(this.pool, async (client) => {
      // A statement of its own: the insert must see what the holder of the lock before us committed.
      const { rows } = await client.query<{ last_id: string }>(
        `SELECT last_id FROM ${s}.live_head FOR UPDATE`,
      );
      const { rowCount } = await client.query(insertSql, [
        rows[0]?.last_id,
        at,
        ...columns.map((column) => given.map((event) => event[column])),
      ]);
      await client.query(`UPDATE ${s}.live_head SET last_id = last_id + $1`, [rowCount]);
      return rowCount ?? 0;
    });
  }

  /** The id of the newest event; 0 when there never was one. */
  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ last_id: string }>(`SELECT last_id FROM ${s}.live_head`);
    return Number(rows[0]?.last_id ?? 0);
  }

  /** The id of the oldest event that is still kept; null when none is. */
  async oldest(): Promise<number | null> {
    const { rows } = await this.pool.query<{ id: string | null }>(
      `SELECT min(id) AS id FROM ${s}.live_events`,
    );
    const id = rows[0]?.id ?? null;
    return id === null ? null : Number(id);
  }

  /** Events after `id` in order, of one region or of all. */
  async after(id: number, eventsMax: number, regionId: string | null = null): Promise<LiveEntry[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT id, kind, region_id, recipient, agency_id, payload FROM ${s}.live_events
       WHERE id > $1 AND ($3::text IS NULL OR region_id = $3) ORDER BY id LIMIT $2`,
      [id, eventsMax, regionId],
    );
    return rows.map(entryOf);
  }

  /** The newest card told of each issue. */
  async cardsOf(issueIds: readonly string[]): Promise<Map<string, IssueCard>> {
    const { rows } = await this.pool.query<{ payload: string }>(
      `SELECT DISTINCT ON (issue_id) payload FROM ${s}.live_events
       WHERE kind = 'issue' AND issue_id = ANY($1::text[]) ORDER BY issue_id, id DESC`,
      [issueIds],
    );
    const cards = rows.flatMap(({ payload }) => {
      const told = LiveEvent.safeParse(JSON.parse(payload));
      return told.success && told.data.type === 'issue' ? [told.data.card] : [];
    });
    return new Map(cards.map((card) => [card.issueId, card]));
  }

  /** Forgets what is too old or too much, oldest first so that no gap comes to be. @returns how many events, at most 5,000: call again while it is that many */
  async prune(before: Date, keptEventsMax: number): Promise<number> {
    const { rowCount } = await this.pool.query(
      `DELETE FROM ${s}.live_events WHERE id IN (
         SELECT id FROM ${s}.live_events
         WHERE id <= greatest(
           (SELECT max(id) FROM ${s}.live_events WHERE at < $1),
           (SELECT last_id FROM ${s}.live_head) - $2::bigint)
         ORDER BY id LIMIT ${pruneEventsMax})`,
      [before, keptEventsMax],
    );
    return rowCount ?? 0;
  }
}

const columns = [
  'eventId',
  'kind',
  'regionId',
  'recipient',
  'agencyId',
  'issueId',
  'payload',
] as const satisfies readonly (keyof NewLiveEvent)[];

const insertSql = `
  INSERT INTO ${s}.live_events (id, event_id, kind, region_id, recipient, agency_id, issue_id, payload, at)
  SELECT $1::bigint + row_number() OVER (ORDER BY position),
    event_id, kind, region_id, recipient, agency_id, issue_id, payload, $2::timestamptz
  FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
    WITH ORDINALITY AS given (event_id, kind, region_id, recipient, agency_id, issue_id, payload, position)
  WHERE NOT EXISTS (SELECT 1 FROM ${s}.live_events known WHERE known.event_id = given.event_id)`;

function entryOf(row: Row): LiveEntry {
  const id = Number(row.id);
  return {
    id,
    kind: row.kind,
    regionId: row.region_id,
    recipient: row.recipient,
    agencyId: row.agency_id,
    frame: frameOf(id, row.kind, row.payload),
  };
}
