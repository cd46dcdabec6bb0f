import type { Clarification, Fact } from '@kentongan/contracts';
import { type IssueFacts, isMostlyPress } from '@kentongan/triage';
import { responderSchema } from '../responder.schema.js';
import type { IssueRecord, Queryable } from './issue-record.js';

const nationalRegionId = '*';

/** A fact that holds in the region; null when it was withdrawn, or belongs to another region. */
export async function readFact(
  client: Queryable,
  regionId: string,
  factId: string | null,
): Promise<Fact | null> {
  if (factId === null) return null;
  const { rows } = await client.query<{ fact: Fact }>(
    `SELECT fact FROM ${responderSchema}.facts WHERE fact_id = $1 AND region_id = ANY($2)`,
    [factId, [regionId, nationalRegionId]],
  );
  return rows[0]?.fact ?? null;
}

/** What the table of moves looks at. */
export function issueFactsOf(
  { card, stateBefore, dismissal }: IssueRecord,
  clarification: Clarification | null,
): IssueFacts {
  return {
    state: card.state,
    stateBefore,
    route: card.route,
    level: card.priority.level,
    ownerId: card.owner?.userId ?? null,
    isAcknowledged: card.acknowledgedAt !== null,
    isMostlyPress: isMostlyPress(card.signal),
    dismissal: dismissal && { userId: dismissal.userId, atMilliseconds: Date.parse(dismissal.at) },
    clarification: clarification && {
      status: clarification.status,
      authorIds: clarification.author ? [clarification.author.userId] : [],
      approvals: clarification.approvals,
      hasBlockingProblems: clarification.problems.some(({ isBlocking }) => isBlocking),
    },
  };
}
