import type { Person } from '@kentongan/contracts';
import type { AlertReason, IssueChange } from './decide-alert.js';

/** Whom an inbox belongs to: a person, or an agency whose people share one. */
export interface Recipient {
  /** A user's id, or `agency:ID`. */
  readonly recipient: string;
  readonly name: string | null;
}

export interface RegionPeople {
  dutyOfficersOf(regionId: string): readonly Person[];
  agencyNameOf(regionId: string, agencyId: string): string | null;
}

/**
 * Who is told: the agency that is asked for evidence, else the duty officers, but never the one whose doing it is: the
 * author of a draft cannot approve it, and who reopened an issue knows.
 */
export function recipientsOf(
  why: AlertReason,
  { by, card }: IssueChange,
  people: RegionPeople,
): readonly Recipient[] {
  if (why === 'evidenceNeeded') {
    const { agencyId, regionId } = card;
    if (agencyId === null) return [];
    return [{ recipient: `agency:${agencyId}`, name: people.agencyNameOf(regionId, agencyId) }];
  }
  const officers = people.dutyOfficersOf(card.regionId).filter(({ userId }) => userId !== by?.userId);
  const unique = new Map(officers.map(({ userId, name }) => [userId, { recipient: userId, name }]));
  return [...unique.values()];
}
