import type { RegionSettings, SourceView } from '@kentongan/contracts';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';
import type { PollFailure } from './source.port.js';
import { officerDetail } from './source-words.js';

/** Of sources that push posts; feeds are bounded by a region's settings. */
const pushingSourcesMax = 500;
const dayMilliseconds = 86_400_000;
const downDays = 7;

interface FeedRow {
  readonly source_id: string;
  readonly state: SourceView['state'] | null;
  readonly since: Date | null;
  readonly detail: string;
  readonly failure: PollFailure | null;
}

interface CountRow {
  readonly source_id: string;
  readonly posts_last_day: string;
  readonly first_post_at: Date;
  readonly last_post_at: Date;
}

/** Every source of a region, its feeds first, and how it is doing. */
export async function sourceViews(pool: pg.Pool, region: RegionSettings, now: number): Promise<SourceView[]> {
  const { rows: feeds } = await pool.query<FeedRow>(
    `SELECT source_id, state, since, detail, failure FROM ${collectorSchema}.feeds WHERE region_id = $1`,
    [region.regionId],
  );
  const { rows: counts } = await pool.query<CountRow>(
    `SELECT source_id, coalesce(sum(posts) FILTER (WHERE hour > $2::timestamptz), 0) AS posts_last_day,
       min(first_post_at) AS first_post_at, max(last_post_at) AS last_post_at
     FROM ${collectorSchema}.source_hours WHERE region_id = $1 GROUP BY source_id
     ORDER BY max(last_post_at) DESC, source_id LIMIT $3`,
    [region.regionId, new Date(now - dayMilliseconds).toISOString(), pushingSourcesMax + region.feeds.length],
  );
  const countOf = new Map(counts.map((row) => [row.source_id, row]));
  const stateOf = new Map(feeds.map((row) => [row.source_id, row]));
  const isFeed = new Set(region.feeds.map((feed) => feed.sourceId));
  return [
    ...region.feeds.map((feed) =>
      feedView(feed, stateOf.get(feed.sourceId), countOf.get(feed.sourceId), now),
    ),
    ...counts
      .filter((row) => !isFeed.has(row.source_id))
      .slice(0, pushingSourcesMax)
      .map((row) => pushView(row, region.mode, now)),
  ];
}

function feedView(
  { sourceId, name, url }: RegionSettings['feeds'][number],
  row: FeedRow | undefined,
  count: CountRow | undefined,
  now: number,
): SourceView {
  const polled = row?.state && row.since ? { ...row, state: row.state, since: row.since } : null;
  return {
    sourceId,
    name,
    url,
    state: polled?.state ?? 'late',
    since: (polled?.since ?? new Date(now)).toISOString(),
    ...counted(count),
    detail: polled ? officerDetail(polled) : 'Belum pernah diambil. Dicoba dalam satu menit.',
  };
}

/** What pushes posts promises no pace: a day of silence is late, a week is down. An archive owes nobody anything. */
function pushView(row: CountRow, mode: RegionSettings['mode'], now: number): SourceView {
  const silentDays = (now - row.last_post_at.getTime()) / dayMilliseconds;
  const isSilent = mode === 'live' && silentDays > 1;
  const state = isSilent ? (silentDays > downDays ? 'down' : 'late') : 'live';
  return {
    sourceId: row.source_id,
    name: row.source_id,
    url: null,
    state,
    since: (isSilent ? row.last_post_at : row.first_post_at).toISOString(),
    ...counted(row),
    detail: isSilent
      ? `Tidak ada unggahan baru selama ${Math.floor(silentDays)} hari. Periksa pengirimnya.`
      : '',
  };
}

const counted = (row: CountRow | undefined) => ({
  lastPostAt: row?.last_post_at.toISOString() ?? null,
  postsLastDay: Number(row?.posts_last_day ?? 0),
});
