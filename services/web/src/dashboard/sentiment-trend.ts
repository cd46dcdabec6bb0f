interface SentimentDay {
  readonly posts: number;
  readonly positive: number;
  readonly negative: number;
}

interface SentimentTrend {
  /** `unknown`: too few posts to tell a change from chance. */
  readonly kind: 'unknown' | 'steady' | 'better' | 'worse';
  /** Share of negative posts of the whole period, 0 to 1; null without posts. */
  readonly negativeShare: number | null;
}

/** Posts that each half of the period must hold before its balance says anything. */
const halfPostsMin = 50;
/** Less of the scale from -1 to 1 than this is no news, however many posts stand behind it. */
const noticeableChange = 0.05;

/**
 * Did the balance (positive less negative, per post) of the later half of the days leave that of the earlier half?
 * A change counts when it is larger than two standard errors of the difference of two means, and noticeable.
 */
export function sentimentTrend(days: readonly SentimentDay[]): SentimentTrend {
  const half = Math.floor(days.length / 2);
  const all = balanceOf(days);
  const negativeShare = all.posts === 0 ? null : all.negative / all.posts;
  const earlier = balanceOf(days.slice(0, half));
  const later = balanceOf(days.slice(days.length - half));
  if (earlier.posts < halfPostsMin || later.posts < halfPostsMin) return { kind: 'unknown', negativeShare };
  const change = later.mean - earlier.mean;
  const error = Math.sqrt(earlier.variance / earlier.posts + later.variance / later.posts);
  if (Math.abs(change) <= Math.max(noticeableChange, 2 * error)) return { kind: 'steady', negativeShare };
  return { kind: change > 0 ? 'better' : 'worse', negativeShare };
}

function balanceOf(days: readonly SentimentDay[]) {
  const posts = sum(days.map((day) => day.posts));
  const positive = sum(days.map((day) => day.positive));
  const negative = sum(days.map((day) => day.negative));
  const mean = posts === 0 ? 0 : (positive - negative) / posts;
  const variance = posts === 0 ? 0 : (positive + negative) / posts - mean ** 2;
  return { posts, negative, mean, variance };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
