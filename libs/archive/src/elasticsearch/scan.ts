import type { MonthTally, ScanPage } from '../archive.port.js';
import { scanPagePostsMax } from '../archive.port.js';
import type { Month } from '../month.js';
import { decodePosition, encodePosition } from '../scan-position.js';
import type { Buckets } from './count-posts.js';
import { eachPage, type PageHit } from './each-page.js';
import { asking } from './failures.js';
import type { Writer } from './index-posts.js';
import type { Clause } from './query-clauses.js';
import { archivedOf, readFields, type StoredPost } from './stored-post.js';

/** Everything of one index, by region and id; `after`: the region and id to go on behind. */
export async function* scanIndex(
  { client }: Pick<Writer, 'client'>,
  index: string,
  month: Month,
  options: { readonly after?: readonly string[]; readonly filter?: readonly Clause[] } = {},
): AsyncGenerator<ScanPage> {
  await asking(client.indices.refresh({ index, ignore_unavailable: true }));
  const pages = eachPage<StoredPost>(client, {
    index,
    sort: [{ regionId: 'asc' }, { postId: 'asc' }],
    fields: readFields,
    size: scanPagePostsMax,
    ...options,
  });
  for await (const hits of pages) yield pageOf(month, hits);
}

function pageOf(month: Month, hits: readonly PageHit<StoredPost>[]): ScanPage {
  const { regionId, postId } = hits.at(-1)!.source;
  return {
    posts: hits.map(({ source }) => archivedOf(source)),
    position: encodePosition({ month, regionId, postId }),
  };
}

export async function* scanPosts(writer: Writer, after: string | null): AsyncGenerator<ScanPage> {
  const from = after === null ? null : decodePosition(after);
  for (const { month, index } of await writer.months.all()) {
    if (from && month < from.month) continue;
    yield* scanIndex(
      writer,
      index,
      month,
      from?.month === month ? { after: [from.regionId, from.postId] } : {},
    );
  }
}

/** Regions of one archive. */
const regionsMax = 10_000;

export async function tally(writer: Writer): Promise<MonthTally[]> {
  const tallies: MonthTally[] = [];
  for (const { month, index } of await writer.months.all())
    tallies.push(...(await tallyIndex(writer, index, month)));
  return tallies.sort((a, b) =>
    a.regionId === b.regionId ? (a.month < b.month ? -1 : 1) : a.regionId < b.regionId ? -1 : 1,
  );
}

export async function tallyIndex(
  { client }: Pick<Writer, 'client'>,
  index: string,
  month: Month,
): Promise<MonthTally[]> {
  await asking(client.indices.refresh({ index }));
  const { aggregations } = await asking(
    client.search<never, { regions: Buckets<string, { living: { doc_count: number } }> }>({
      index,
      size: 0,
      allow_partial_search_results: false,
      aggs: {
        regions: {
          terms: { field: 'regionId', size: regionsMax },
          aggs: { living: { filter: { term: { deleted: false } } } },
        },
      },
    }),
  );
  return (aggregations?.regions.buckets ?? []).map(({ key, doc_count, living }) => ({
    regionId: key,
    month,
    posts: living.doc_count,
    tombstones: doc_count - living.doc_count,
  }));
}
