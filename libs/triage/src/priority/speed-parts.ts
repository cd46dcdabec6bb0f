import type { PriorityPart, Signal } from '@kentongan/contracts';
import type { Judged } from './priority-input.js';
import { rubric } from './rubric.js';

/** -log10 of the probability at which speed is full; the detector's short windows alarm from about 6.5 on. */
const surpriseFull = 10;
/** Without a norm the count alone is worth at most this share of the points, reached at 2⁸ posts. */
const normlessShareMax = 0.7;
const normlessDoublings = 8;
/** Distinct authors at which the spread is full, and what each further platform adds to it. */
const authorsFull = 64;
const platformBonus = 0.1;
const platformsCountedMax = 3;
/** More posts per author than this look like a few loud voices, or copies on order. */
const postsPerAuthorMax = 4;

export const unknown = (part: PriorityPart['part']): PriorityPart => ({
  part,
  points: null,
  pointsMax: rubric.points[part],
  evidence: { code: 'unknown', values: {} },
});

export function known(
  part: PriorityPart['part'],
  share: number,
  code: string,
  values: PriorityPart['evidence']['values'],
): PriorityPart {
  const pointsMax = rubric.points[part];
  const points = Math.round(Math.min(1, Math.max(0, share)) * pointsMax * 10) / 10;
  return { part, points, pointsMax, evidence: { code, values } };
}

/** Speed now against the norm of this hour of the week. */
export function speedPart({ signal }: Judged): PriorityPart {
  if (!signal) return unknown('speed');
  const { count, norm, surprise, windowMinutes } = signal;
  const values = { count, windowMinutes, ...doubling(signal) };
  if (norm === null || surprise === null) {
    const share = Math.min(normlessShareMax, Math.log2(1 + count) / normlessDoublings);
    return known('speed', share, 'countWithoutNorm', values);
  }
  return known('speed', surprise / surpriseFull, 'speedAgainstNorm', {
    ...values,
    norm: Math.round(norm * 10) / 10,
    surprise: Math.round(surprise * 10) / 10,
  });
}

/** Hours, counted back from now, in which half of the last day's posts came. */
function doubling({ hours }: Signal): { doublingHours?: number } {
  const counts = (hours ?? []).map(({ count }) => count);
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return {};
  let sum = 0;
  let back = 0;
  for (const count of counts.toReversed()) {
    sum += count;
    back += 1;
    if (sum >= half) break;
  }
  return { doublingHours: back };
}

/** Independent voices; copies of one post were counted once. */
export function spreadPart({ signal }: Judged): PriorityPart {
  if (!signal || (signal.distinctAuthors === 0 && signal.count > 0)) return unknown('spread');
  const { distinctAuthors: authors, count } = signal;
  const platforms = Math.max(1, signal.composition?.platforms.length ?? 1);
  const byAuthors = Math.log2(Math.max(1, authors)) / Math.log2(authorsFull);
  const bonus = (Math.min(platforms, platformsCountedMax) - 1) * platformBonus;
  const share = Math.min(1, byAuthors + bonus);
  const isLoud = count > authors * postsPerAuthorMax;
  const values = { authors, posts: count, platforms };
  return isLoud
    ? known('spread', share / 2, 'fewAuthorsManyPosts', values)
    : known('spread', share, 'distinctAuthors', values);
}
