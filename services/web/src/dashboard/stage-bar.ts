import type { OverviewView } from '@kentongan/contracts';

export type WorkItem = OverviewView['inWork'][number];
type State = WorkItem['state'];

/** The way of an answer, and the shorter ways of issues that get none. */
const answerStages: readonly State[] = [
  'detected',
  'triaged',
  'verifying',
  'drafted',
  'approved',
  'published',
  'monitored',
];

export interface StageBar {
  readonly stages: readonly State[];
  /** The stage the issue stands in. */
  readonly at: number;
  readonly inStageSeconds: number;
  /** Null: no clock runs here. Below zero: late by so much. */
  readonly leftSeconds: number | null;
  readonly isLate: boolean;
}

/** Where an issue stands on its way, and whether its clock ran out. */
export function stageBarOf(item: WorkItem, now: number): StageBar {
  const stages = stagesOf(item.state);
  const leftSeconds = item.dueAt === null ? null : (Date.parse(item.dueAt) - now) / 1_000;
  return {
    stages,
    at: stages.indexOf(placeOf(item.state)),
    inStageSeconds: Math.max(0, (now - Date.parse(item.stateSince)) / 1_000),
    leftSeconds,
    isLate: leftSeconds !== null && leftSeconds < 0,
  };
}

function stagesOf(state: State): readonly State[] {
  switch (state) {
    case 'criticism':
    case 'sp4n':
    case 'rightOfReply':
      return ['detected', 'triaged', state];
    default:
      return answerStages;
  }
}

function placeOf(state: State): State {
  switch (state) {
    case 'reopened':
    case 'snoozed':
    case 'merged':
      return 'detected';
    case 'amplified':
      return 'published';
    case 'closed':
      return 'monitored';
    default:
      return state;
  }
}

/** Late first, the longest late on top; then the shortest time left; then the longest in its stage. */
export function byUrgency(now: number): (a: WorkItem, b: WorkItem) => number {
  const left = (item: WorkItem): number =>
    item.dueAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(item.dueAt) - now;
  return (a, b) => left(a) - left(b) || Date.parse(a.stateSince) - Date.parse(b.stateSince);
}
