import { createHash } from 'node:crypto';
import { encodeEvent, type Fact, factsRecorded } from '@kentongan/contracts';
import type { OutboxRow } from '@kentongan/database';

/** National facts hold for every region. */
export const nationalRegionId = '*';

/** The same words under the same id are the same fact; keys in the contract's order, whatever wrote them. */
export function hashOf(fact: Fact): string {
  return createHash('sha256').update(JSON.stringify(fact)).digest('hex').slice(0, 32);
}

/** @param mergedInto the fact that this one is a duplicate of; it goes on recognising what it recognised */
export function factRecordedRow(
  fact: Fact,
  regionId: string,
  version: number,
  at: string,
  mergedInto: string | null = null,
): OutboxRow {
  return {
    stream: factsRecorded.name,
    key: fact.factId,
    value: encodeEvent({
      // The version makes a return to earlier words an event of its own.
      id: `fact.recorded|${hashOf(fact)}|${version}|${fact.factId}`.slice(0, 200),
      type: 'fact.recorded',
      v: 1,
      occurredAt: at,
      regionId,
      correlationId: fact.factId,
      causationId: null,
      data: mergedInto === null ? fact : { ...fact, mergedInto },
    }),
  };
}

export function factWithdrawnRow(factId: string): OutboxRow {
  return { stream: factsRecorded.name, key: factId, value: null };
}
