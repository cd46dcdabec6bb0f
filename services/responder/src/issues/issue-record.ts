import type { IssueCard, IssueState } from '@kentongan/contracts';
import { type Traces, tokensOf } from '@kentongan/triage';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';

export type Queryable = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

/** An issue as it is stored: the card that all see, and what only the desk needs to carry it on. */
export interface IssueRecord {
  readonly card: IssueCard;
  /** Where a snoozed or dismissed issue goes back to. */
  readonly stateBefore: IssueState | null;
  readonly stateSince: string;
  readonly closedAt: string | null;
  readonly dueAt: string | null;
  /** A snoozed, watched or closed issue comes back by itself when its level rises above this. */
  readonly quietRank: number | null;
  readonly dismissal: { readonly userId: string; readonly at: string } | null;
  /** Event time of the latest statement; what comes long after it is another thing. */
  readonly lastEventAt: string;
  /** Event time from the first post to the tipping post, of the statement that opened it. */
  readonly alertSeconds: number | null;
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly nearCopyKey: string | null;
  readonly traces: Traces;
}

interface IssueRow {
  readonly card: IssueCard;
  readonly state_before: IssueState | null;
  readonly state_since: Date;
  readonly closed_at: Date | null;
  readonly due_at: Date | null;
  readonly quiet_rank: number | null;
  readonly dismissal: IssueRecord['dismissal'];
  readonly last_event_at: Date;
  readonly alert_seconds: number | null;
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly near_copy_key: string | null;
  readonly traces: Traces;
}

const columns = `card, state_before, state_since, closed_at, due_at, quiet_rank, dismissal, last_event_at,
  alert_seconds, subjects, places, near_copy_key, traces`;

/** States in which nobody needs to do anything any more. */
const doneStates: readonly IssueState[] = ['closed', 'merged'];

export function statusOf(state: IssueState): 'open' | 'snoozed' | 'done' {
  if (state === 'snoozed') return 'snoozed';
  return doneStates.includes(state) ? 'done' : 'open';
}

export async function readIssue(client: Queryable, issueId: string): Promise<IssueRecord | null> {
  return firstOf(
    await client.query<IssueRow>(`SELECT ${columns} FROM ${table} WHERE issue_id = $1`, [issueId]),
  );
}

/** Nobody else changes the issue until the transaction ends. */
export async function lockIssue(client: pg.ClientBase, issueId: string): Promise<IssueRecord | null> {
  const sql = `SELECT ${columns} FROM ${table} WHERE issue_id = $1 FOR UPDATE`;
  return firstOf(await client.query<IssueRow>(sql, [issueId]));
}

const mergesMax = 20;

/** The same, or the issue that it was merged into. */
export async function lockLiveIssue(client: pg.ClientBase, issueId: string): Promise<IssueRecord | null> {
  let record = await lockIssue(client, issueId);
  for (let merges = 0; record?.card.mergedInto && merges < mergesMax; merges += 1)
    record = await lockIssue(client, record.card.mergedInto);
  return record;
}

/** Locks in the order of ids: two merges the other way round would otherwise wait for each other for ever. */
export async function lockIssues(
  client: pg.ClientBase,
  issueIds: readonly string[],
): Promise<Map<string, IssueRecord>> {
  const { rows } = await client.query<IssueRow>(
    `SELECT ${columns} FROM ${table} WHERE issue_id = ANY($1) ORDER BY issue_id FOR UPDATE`,
    [issueIds],
  );
  return new Map(rows.map((row) => [row.card.issueId, recordOf(row)]));
}

/** Where candidates are looked for: in event time, without bounds for what a person brings in. */
export interface CandidateSearch {
  readonly regionId: string;
  readonly traces: Traces;
  readonly from: string | null;
  readonly to: string | null;
}

const candidatesMax = 50;

/** Issues of a region that may be the same thing, open ones first; whether they are is for the rules to say. */
export async function readCandidates(
  client: Queryable,
  { regionId, traces, from, to }: CandidateSearch,
): Promise<IssueRecord[]> {
  const tokens = tokensOf(traces);
  const { rows } = await client.query<IssueRow>(
    `SELECT ${columns} FROM ${table}
     WHERE (tokens && $2 OR main_tokens && $3) AND region_id = $1 AND merged_into IS NULL
       AND ($4::timestamptz IS NULL OR last_event_at BETWEEN $4 AND $5)
     ORDER BY (status = 'done'), last_event_at DESC, issue_id LIMIT ${candidatesMax}`,
    [regionId, tokens.main, tokens.all, from, to],
  );
  return rows.map(recordOf);
}

/** Writes the whole issue; the caller holds its lock, or makes it. */
export async function writeIssue(
  client: pg.ClientBase,
  record: IssueRecord,
  levelRank: number,
): Promise<void> {
  const { card } = record;
  const tokens = tokensOf(record.traces);
  await client.query(writeSql, [
    card.issueId,
    card.regionId,
    card.version,
    statusOf(card.state),
    card.state,
    record.stateBefore,
    record.stateSince,
    levelRank,
    card.acknowledgedAt,
    card.openedAt,
    card.risenAt,
    record.closedAt,
    card.snoozedUntil,
    record.dueAt,
    card.owner?.userId ?? null,
    card.agencyId,
    card.mergedInto,
    card.route,
    record.quietRank,
    record.dismissal && JSON.stringify(record.dismissal),
    record.lastEventAt,
    record.alertSeconds,
    record.subjects,
    record.places,
    record.nearCopyKey,
    JSON.stringify(record.traces),
    tokens.all,
    tokens.main,
    JSON.stringify(card),
  ]);
}

const table = `${responderSchema}.issues`;

const written =
  `issue_id, region_id, version, status, state, state_before, state_since, level_rank, acknowledged_at,
  opened_at, risen_at, closed_at, snoozed_until, due_at, owner_id, agency_id, merged_into, route, quiet_rank,
  dismissal, last_event_at, alert_seconds, subjects, places, near_copy_key, traces, tokens, main_tokens, card`.split(
    /,\s*/,
  );

const writeSql = `
  INSERT INTO ${table} (${written.join(', ')})
  VALUES (${written.map((_, index) => `$${index + 1}`).join(', ')})
  ON CONFLICT (issue_id) DO UPDATE SET ${written
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`;

const firstOf = ({ rows }: pg.QueryResult<IssueRow>): IssueRecord | null =>
  rows[0] ? recordOf(rows[0]) : null;

const instant = (date: Date): string => date.toISOString();

function recordOf(row: IssueRow): IssueRecord {
  return {
    card: row.card,
    stateBefore: row.state_before,
    stateSince: instant(row.state_since),
    closedAt: row.closed_at && instant(row.closed_at),
    dueAt: row.due_at && instant(row.due_at),
    quietRank: row.quiet_rank,
    dismissal: row.dismissal,
    lastEventAt: instant(row.last_event_at),
    alertSeconds: row.alert_seconds,
    subjects: row.subjects,
    places: row.places,
    nearCopyKey: row.near_copy_key,
    traces: row.traces,
  };
}
