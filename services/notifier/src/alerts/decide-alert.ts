import type { EventOf, InboxItem, IssueChanged, IssueState, PriorityLevel } from '@kentongan/contracts';

export type IssueChange = EventOf<typeof IssueChanged>['data'];
export type AlertReason = InboxItem['why'];

/** What people know of an issue by now. */
export interface ToldIssue {
  /** Of the newest change that was looked at. */
  readonly version: number;
  /** The highest level people were told since it was opened or reopened; null = nobody was told yet. */
  readonly toldLevel: PriorityLevel | null;
}

const ranks: Readonly<Record<PriorityLevel, number>> = { low: 0, medium: 1, high: 2, critical: 3 };

/** Whether `level` is at least `minimum`. */
export const isAtLeast = (level: PriorityLevel, minimum: PriorityLevel): boolean =>
  ranks[level] >= ranks[minimum];

/** Nothing rises here any more that anybody should be called for; a reopening says so itself. */
const restingStates: ReadonlySet<IssueState> = new Set([
  'closed',
  'merged',
  'criticism',
  'sp4n',
  'rightOfReply',
]);

/**
 * Whether a change is worth an alert, and why. At once when an issue is opened at medium or above; again only when its
 * level rose, when it was reopened, or when somebody is asked for something. Acknowledged or not, the same level is
 * never told twice. Regions that replay the past alert nobody.
 * @param told null when no change of the issue was seen before
 */
export function decideAlert(told: ToldIssue | null, { change, card }: IssueChange): AlertReason | null {
  if (card.mode !== 'live') return null;
  if (told && card.version <= told.version) return null;
  if (change === 'submitted') return 'approvalNeeded';
  if (change === 'evidenceRequested') return 'evidenceNeeded';
  if (!isAtLeast(card.priority.level, 'medium')) return null;
  if (change === 'reopened' || change === 'woken') return 'reopened';
  return risen(told, card);
}

function risen(told: ToldIssue | null, card: IssueChange['card']): AlertReason | null {
  if (restingStates.has(card.state)) return null;
  const isHigher = !told?.toldLevel || !isAtLeast(told.toldLevel, card.priority.level);
  if (!isHigher) return null;
  if (told) return 'levelRose';
  // Somebody has it in hand already: it is no news to the desk.
  return card.acknowledgedAt === null ? 'opened' : null;
}

/** What people know after the change. */
export function toldAfter(told: ToldIssue | null, { change, card }: IssueChange): ToldIssue {
  if (told && card.version <= told.version) return told;
  const { level } = card.priority;
  const before = change === 'reopened' || change === 'woken' ? null : (told?.toldLevel ?? null);
  const highest = before !== null && isAtLeast(before, level) ? before : level;
  return { version: card.version, toldLevel: isAtLeast(highest, 'medium') ? highest : null };
}
