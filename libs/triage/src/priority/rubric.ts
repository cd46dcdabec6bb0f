import type { PriorityLevel, PriorityPartName } from '@kentongan/contracts';

/**
 * The priority rubric: points of each part, 100 in all, and where the levels begin. Weights are ours and are tuned by
 * replay; a change is a new version.
 */
export const rubric = {
  version: 2,
  points: {
    speed: 20,
    spread: 15,
    harm: 20,
    believability: 7,
    vulnerability: 8,
    informationVoid: 8,
    knownHoax: 5,
    mainstream: 7,
    checkWorthiness: 10,
  } satisfies Record<PriorityPartName, number>,
  /** Lowest score of each level above low. */
  levels: { medium: 35, high: 60, critical: 80 },
  /** Harm of at least this much of 5 is medium whatever the speed. */
  harmLiftScoreMin: 4,
} as const;

export function levelOfScore(score: number): PriorityLevel {
  if (score >= rubric.levels.critical) return 'critical';
  if (score >= rubric.levels.high) return 'high';
  return score >= rubric.levels.medium ? 'medium' : 'low';
}

const ranks: readonly PriorityLevel[] = ['low', 'medium', 'high', 'critical'];

/** 0 = low … 3 = critical. */
export const rankOfLevel = (level: PriorityLevel): number => ranks.indexOf(level);
