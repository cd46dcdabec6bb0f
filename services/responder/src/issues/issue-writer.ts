import {
  type DismissReason,
  encodeEvent,
  feedbackGiven,
  type IssueCard,
  type IssueChangeKind,
  issuesChanged,
  type Person,
} from '@kentongan/contracts';
import { appendToOutbox } from '@kentongan/database';
import { deadlineOf, rankOfLevel } from '@kentongan/triage';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { RegionTable } from '../regions/region-table.js';
import { responderSchema } from '../responder.schema.js';
import { type IssueRecord, writeIssue } from './issue-record.js';

const defaultTimeZone = 'Asia/Jakarta';
const feedbackKeysMax = 21;

/** One line of an issue's life. */
export interface IssueChange {
  readonly kind: IssueChangeKind;
  /** Null when the program did it. */
  readonly by: Person | null;
  readonly role: string | null;
  readonly reason: string | null;
  readonly at: string;
  /** Id of the event that caused it, for whoever follows a post to its effect. */
  readonly causationId: string | null;
  readonly feedback?: {
    readonly kind: 'dismissed' | 'dismissUndone' | 'routed' | 'closed';
    readonly reason?: DismissReason;
  };
}

/** What changes; `card.version`, `stateSince` and `dueAt` are worked out here. */
export type NextIssue = Omit<IssueRecord, 'stateSince' | 'dueAt'>;

/**
 * The only way an issue changes: row, timeline and message in one transaction. The caller holds the lock on the
 * issue's row (or on the region, when it opens one), so that versions rise without gaps.
 */
@Injectable()
export class IssueWriter {
  constructor(@Inject(RegionTable) private readonly regions: RegionTable) {}

  async commit(
    client: pg.ClientBase,
    before: IssueRecord | null,
    next: NextIssue,
    change: IssueChange,
  ): Promise<IssueRecord> {
    const version = (before?.card.version ?? 0) + 1;
    const card: IssueCard = { ...next.card, version };
    const isMoved = before?.card.state !== card.state || change.kind === 'reopened';
    const stateSince = before && !isMoved ? before.stateSince : change.at;
    const after: IssueRecord = { ...next, card, stateSince, dueAt: this.dueAt(card, stateSince) };
    await writeIssue(client, after, rankOfLevel(card.priority.level));
    await client.query(timelineSql, [
      card.issueId,
      version,
      change.at,
      change.kind,
      change.by && JSON.stringify(change.by),
      change.role,
      before?.card.state ?? null,
      card.state,
      version - 1,
      change.reason,
      change.causationId,
    ]);
    await appendToOutbox(client, responderSchema, messagesOf(card, change));
    return after;
  }

  private dueAt(card: IssueCard, stateSince: string): string | null {
    const due = deadlineOf({
      state: card.state,
      level: card.priority.level,
      mode: card.mode,
      route: card.route,
      openedAtMilliseconds: Date.parse(card.openedAt),
      stateSinceMilliseconds: Date.parse(stateSince),
      isAcknowledged: card.acknowledgedAt !== null,
      timeZone: this.regions.of(card.regionId)?.timeZone ?? defaultTimeZone,
    });
    return due === null ? null : new Date(due).toISOString();
  }
}

const timelineSql = `
  INSERT INTO ${responderSchema}.timeline
    (issue_id, sequence, at, change, by_person, role, from_state, to_state, from_version, reason, causation_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

function messagesOf(card: IssueCard, { kind, by, reason, at, causationId, feedback }: IssueChange) {
  const envelope = {
    v: 1,
    occurredAt: at,
    regionId: card.regionId,
    correlationId: card.issueId,
    causationId,
  };
  const changed = encodeEvent({
    ...envelope,
    id: `issue.changed|${card.issueId}|${card.version}`,
    type: 'issue.changed',
    data: { change: kind, by, reason, card },
  });
  const messages = [{ stream: issuesChanged.name, key: card.issueId, value: changed }];
  if (!feedback || !by) return messages;
  const given = encodeEvent({
    ...envelope,
    id: `feedback.given|${card.issueId}|${card.version}`,
    type: 'feedback.given',
    data: {
      issueId: card.issueId,
      kind: feedback.kind,
      reason: feedback.reason ?? null,
      route: card.route,
      keys: card.signal ? [card.signal.key, ...card.signal.alsoKeys].slice(0, feedbackKeysMax) : [],
      by,
      at,
    },
  });
  return [...messages, { stream: feedbackGiven.name, key: card.regionId, value: given }];
}
