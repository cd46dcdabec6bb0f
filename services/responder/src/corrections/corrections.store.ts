import type { CorrectedPart, EventOf, LabelCorrected, Lesson, Person } from '@kentongan/contracts';
import { appendToOutbox } from '@kentongan/database';
import type pg from 'pg';
import { responderSchema as s } from '../responder.schema.js';
import { correctedRow, recordedRow } from './correction-events.js';

type Corrected = EventOf<typeof LabelCorrected>['data'];

/** A person's label on one part of a post or an issue. */
export interface Correction
  extends Pick<Corrected, 'postId' | 'firstCreatedAt' | 'issueId' | 'label' | 'said'> {
  readonly regionId: string;
  /** What it is about: a later one with the same key takes its place. */
  readonly key: string;
  /** Null when there is no text to learn from. */
  readonly lesson: Lesson | null;
}

/** Who takes a step, in what role, and when. */
export interface Taken {
  readonly by: Person;
  readonly role: string;
  readonly at: string;
}

interface StandingRow {
  readonly version: number;
  readonly post_id: string | null;
  readonly first_created_at: Date | null;
  readonly issue_id: string | null;
  readonly label: Corrected['label'];
  readonly said: string | null;
}

/** Corrections as rows, record and messages, all in the caller's transaction. */
export class CorrectionsStore {
  /** @returns false when the same label stood already */
  async record(client: pg.ClientBase, correction: Correction, taken: Taken): Promise<boolean> {
    const { regionId, key, label, postId, firstCreatedAt, issueId, lesson } = correction;
    const part: CorrectedPart = label.part;
    const { rows } = await client.query<StandingRow>(recordSql, [
      regionId,
      key,
      part,
      postId,
      firstCreatedAt,
      issueId,
      JSON.stringify(label),
      correction.said,
      lesson && JSON.stringify(lesson),
      taken.at,
    ]);
    await this.tell(client, correction, rows[0], false, taken);
    return rows.length > 0;
  }

  /** @returns false when no correction stood */
  async undo(
    client: pg.ClientBase,
    target: Pick<Correction, 'regionId' | 'key'>,
    taken: Taken,
  ): Promise<boolean> {
    const { rows } = await client.query<StandingRow>(undoSql, [target.regionId, target.key, taken.at]);
    await this.tell(client, { ...target, lesson: null }, rows[0], true, taken);
    return rows.length > 0;
  }

  private async tell(
    client: pg.ClientBase,
    { regionId, key, lesson }: Pick<Correction, 'regionId' | 'key' | 'lesson'>,
    row: StandingRow | undefined,
    isUndone: boolean,
    { by, role, at }: Taken,
  ): Promise<void> {
    if (!row) return;
    const { version, label, said } = row;
    await client.query(stepSql, [
      regionId,
      key,
      version,
      JSON.stringify(label),
      said,
      isUndone,
      JSON.stringify(by),
      role,
      at,
    ]);
    const step = { regionId, key, version };
    const corrected = correctedRow(step, {
      postId: row.post_id,
      firstCreatedAt: row.first_created_at?.toISOString() ?? null,
      issueId: row.issue_id,
      label,
      said,
      isUndone,
      by,
      at,
    });
    await appendToOutbox(client, s, row.post_id ? [corrected, recordedRow(step, lesson)] : [corrected]);
  }
}

const standing = 'version, post_id, first_created_at, issue_id, label, said';

/** What the program had said stays what it said, however often people change their mind. */
const recordSql = `
  INSERT INTO ${s}.corrections AS stored (region_id, correction_key, version, part, post_id, first_created_at, issue_id,
    label, said, lesson, is_undone, at)
  VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, false, $10)
  ON CONFLICT (region_id, correction_key) DO UPDATE SET version = stored.version + 1, label = excluded.label,
    said = CASE WHEN stored.is_undone THEN excluded.said ELSE stored.said END,
    lesson = excluded.lesson, is_undone = false, at = excluded.at
    WHERE stored.is_undone OR stored.label <> excluded.label
  RETURNING ${standing}`;

const undoSql = `
  UPDATE ${s}.corrections SET version = version + 1, is_undone = true, lesson = NULL, at = $3
  WHERE region_id = $1 AND correction_key = $2 AND NOT is_undone RETURNING ${standing}`;

const stepSql = `
  INSERT INTO ${s}.correction_steps (region_id, correction_key, version, label, said, is_undone, by_person, role, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
