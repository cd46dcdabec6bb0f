import {
  type Agency,
  type Clarification,
  ClarificationText,
  type Evidence,
  type Fact,
  type Person,
  type Signal,
} from '@kentongan/contracts';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';

/** Of one issue; the contract's limit. */
export const evidenceMax = 50;

/** A clarification as it is stored: without evidence and without the problems of its words. */
export type StoredClarification = Omit<Clarification, 'evidence' | 'problems'> & {
  readonly regionId: string;
};

/** What a suggestion is composed from; the issues look fact and agency up. */
export interface SuggestionSource {
  readonly issueId: string;
  readonly regionId: string;
  readonly regionName: string;
  readonly agency: Agency | null;
  readonly fact: Fact | null;
  readonly signal: Signal | null;
}

/** What a version of the words came from. */
export type VersionChange =
  | 'suggested'
  | 'written'
  | 'submitted'
  | 'approved'
  | 'rejected'
  | 'withdrawn'
  | 'published';

interface Row {
  readonly issue_id: string;
  readonly region_id: string;
  readonly version: number;
  readonly status: Clarification['status'];
  readonly text: unknown;
  readonly supports: Clarification['supports'];
  readonly open_questions: Clarification['openQuestions'];
  readonly author: Person | null;
  readonly approvals: Clarification['approvals'];
  readonly published_at: Date | null;
  readonly updated_at: Date;
}

export type Queryable = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

export async function readClarification(
  client: Queryable,
  issueId: string,
): Promise<StoredClarification | null> {
  const { rows } = await (client as Pick<pg.ClientBase, 'query'>).query<Row>(
    `SELECT issue_id, region_id, version, status, text, supports, open_questions, author, approvals, published_at,
       updated_at
     FROM ${responderSchema}.clarifications WHERE issue_id = $1`,
    [issueId],
  );
  const row = rows[0];
  return row
    ? {
        issueId: row.issue_id,
        regionId: row.region_id,
        version: row.version,
        status: row.status,
        text: ClarificationText.parse(row.text),
        supports: row.supports,
        openQuestions: row.open_questions,
        author: row.author,
        approvals: row.approvals,
        publishedAt: row.published_at?.toISOString() ?? null,
        updatedAt: row.updated_at.toISOString(),
      }
    : null;
}

/** Writes the row and its version; the caller holds the lock on the issue. */
export async function writeClarification(
  client: pg.ClientBase,
  next: StoredClarification,
  change: VersionChange,
  by: Person | null,
): Promise<void> {
  const shared = [next.issueId, next.version, next.status, JSON.stringify(next.text)];
  const approvals = JSON.stringify(next.approvals);
  await client.query(
    `INSERT INTO ${responderSchema}.clarifications
       (issue_id, version, status, text, approvals, region_id, supports, open_questions, author, published_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (issue_id) DO UPDATE SET version = excluded.version, status = excluded.status, text = excluded.text,
       approvals = excluded.approvals, supports = excluded.supports, open_questions = excluded.open_questions,
       author = excluded.author, source = NULL, published_at = excluded.published_at, updated_at = excluded.updated_at`,
    [
      ...shared,
      approvals,
      next.regionId,
      JSON.stringify(next.supports),
      JSON.stringify(next.openQuestions),
      next.author ? JSON.stringify(next.author) : null,
      next.publishedAt,
      next.updatedAt,
    ],
  );
  await client.query(
    `INSERT INTO ${responderSchema}.clarification_versions
       (issue_id, version, status, text, approvals, change, by_person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [...shared, approvals, change, by ? JSON.stringify(by) : null, next.updatedAt],
  );
}

/** Keeps what a suggestion rests on. What it asks and rests on may change without new words, so without a new version. */
export async function writeSource(
  client: pg.ClientBase,
  source: SuggestionSource,
  { supports, openQuestions }: Pick<Clarification, 'supports' | 'openQuestions'>,
): Promise<void> {
  await client.query(
    `UPDATE ${responderSchema}.clarifications SET source = $2, supports = $3, open_questions = $4
     WHERE issue_id = $1 AND status = 'suggested'`,
    [source.issueId, JSON.stringify(source), JSON.stringify(supports), JSON.stringify(openQuestions)],
  );
}

/** Null when a person wrote since. */
export async function readSource(client: Queryable, issueId: string): Promise<SuggestionSource | null> {
  const { rows } = await (client as Pick<pg.ClientBase, 'query'>).query<{ source: SuggestionSource | null }>(
    `SELECT source FROM ${responderSchema}.clarifications WHERE issue_id = $1 AND status = 'suggested'`,
    [issueId],
  );
  return rows[0]?.source ?? null;
}

export async function readEvidence(client: Queryable, issueId: string): Promise<Evidence[]> {
  const { rows } = await (client as Pick<pg.ClientBase, 'query'>).query<{ evidence: Evidence }>(
    `SELECT evidence FROM ${responderSchema}.clarification_evidence
     WHERE issue_id = $1 ORDER BY added_at, evidence_id LIMIT ${evidenceMax}`,
    [issueId],
  );
  return rows.map(({ evidence }) => evidence);
}

/** @returns false when the issue holds as much evidence as it may, or this very piece already */
export async function addEvidence(
  client: pg.ClientBase,
  issueId: string,
  evidence: Evidence,
  by: Person | null,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO ${responderSchema}.clarification_evidence (evidence_id, issue_id, evidence, added_by, added_at)
     SELECT $1, $2, $3, $4, $5
     WHERE (SELECT count(*) FROM ${responderSchema}.clarification_evidence WHERE issue_id = $2) < ${evidenceMax}
     ON CONFLICT (evidence_id) DO NOTHING`,
    [
      evidence.evidenceId,
      issueId,
      JSON.stringify(evidence),
      by ? JSON.stringify(by) : null,
      evidence.capturedAt,
    ],
  );
  return rowCount === 1;
}

/** Takes out what the program itself once put there for another fact. */
export async function removeOtherFactChecks(
  client: pg.ClientBase,
  issueId: string,
  evidenceId: string,
): Promise<void> {
  await client.query(
    `DELETE FROM ${responderSchema}.clarification_evidence
     WHERE issue_id = $1 AND added_by IS NULL AND evidence_id <> $2`,
    [issueId, evidenceId],
  );
}
