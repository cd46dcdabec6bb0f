import type { Signal } from '@kentongan/contracts';
import { joinTraces } from '@kentongan/triage';
import type pg from 'pg';
import { responderSchema } from '../responder.schema.js';
import type { IssueRecord } from './issue-record.js';
import type { IssueChange, IssueWriter, NextIssue } from './issue-writer.js';
import { withStatement } from './signal-update.js';

/** Takes a merged issue into another one: its statements, its traces, its weight where it is the louder one. */
export async function absorb(
  client: pg.ClientBase,
  writer: IssueWriter,
  merged: IssueRecord,
  into: IssueRecord,
  change: IssueChange,
): Promise<void> {
  await client.query(`UPDATE ${responderSchema}.issue_signals SET issue_id = $2 WHERE issue_id = $1`, [
    merged.card.issueId,
    into.card.issueId,
  ]);
  const { signal } = merged.card;
  const joined = signal ? withSignalOf(merged, into, signal) : into;
  const next: NextIssue = { ...joined, traces: joinTraces(joined.traces, merged.traces) };
  await writer.commit(client, into, next, { ...change, reason: change.reason ?? merged.card.title });
}

function withSignalOf({ card }: IssueRecord, into: IssueRecord, signal: Signal): NextIssue {
  const hasFact = into.card.factId === null && card.factId !== null;
  const fact = hasFact ? { factId: card.factId ?? '', title: card.factTitle ?? card.factId ?? '' } : null;
  return withStatement(into, signal, fact);
}
