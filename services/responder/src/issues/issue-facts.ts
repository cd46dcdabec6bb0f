import type { Clarification, Fact } from '@kentongan/contracts';
import { type IssueFacts, isMostlyPress } from '@kentongan/triage';
import { responderSchema } from '../responder.schema.js';
import type { IssueRecord, Queryable } from './issue-record.js';

const nationalRegionId = '*';

/** A fact that holds in the region, or the one it is a duplicate of; null when it was withdrawn or is another region's. */
export async function readFact(
  client: Queryable,
  regionId: string,
  factId: string | null,
): Promise<Fact | null> {
  if (factId === null) return null;
  const { rows } = await client.query<{ fact: Fact }>(
    `SELECT coalesce(kept.fact, found.fact) AS fact FROM ${responderSchema}.facts found
     LEFT JOIN ${responderSchema}.facts kept ON kept.fact_id = found.merged_into AND kept.region_id = ANY($2)
     WHERE found.fact_id = $1 AND found.region_id = ANY($2)`,
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
