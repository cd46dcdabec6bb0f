import type { PruneRequest, PruneResult } from '../archive.port.js';
import { keyOf } from '../keys.js';
import type { Month } from '../month.js';
import { storableText } from '../storable.js';
import { eachPage } from './each-page.js';
import { asking } from './failures.js';
import type { Writer } from './index-posts.js';
import { type Clause, livingPosts } from './query-clauses.js';
import { termOf } from './word-fields.js';

/** A month's last posts live this much longer than its first; a post that outlives even that is removed by itself. */
const stragglerDays = 31;
const dayMilliseconds = 86_400_000;

/** Drops the months whose posts have all served their time, then removes what is left over in the others. */
export async function prunePosts(writer: Writer, request: PruneRequest): Promise<PruneResult> {
  const droppedMonths: Month[] = [];
  let removedPosts = 0;
  for (const { month, index } of await writer.months.all()) {
    await asking(writer.client.indices.refresh({ index }));
    if (await dropIfServed(writer, index, request)) droppedMonths.push(month);
    else removedPosts += await removeStragglers(writer, index, request);
  }
  if (droppedMonths.length > 0) writer.months.forget();
  return { droppedMonths, removedPosts };
}

/**
 * A cheap look first; then the same question with the month closed to writers, so that no post arrives between answer
 * and drop. Writers wait as for an outage. A month that an earlier run left closed (it died in between) is opened again.
 */
async function dropIfServed(writer: Writer, index: string, request: PruneRequest): Promise<boolean> {
  const { indices } = writer.client;
  if (!(await hasServed(writer, index, request))) {
    await openToWriters(writer, index);
    return false;
  }
  await asking(indices.addBlock({ index, block: 'write' }));
  await asking(indices.refresh({ index }));
  if (!(await hasServed(writer, index, request))) {
    await openToWriters(writer, index);
    return false;
  }
  await asking(indices.delete({ index }));
  return true;
}

async function openToWriters({ client }: Writer, index: string): Promise<void> {
  const settings = await asking(client.indices.getSettings({ index, name: 'index.blocks.write' }));
  if (Object.values(settings)[0]?.settings?.index?.blocks?.write === undefined) return;
  await asking(client.indices.putSettings({ index, settings: { 'index.blocks.write': null } }));
}

/** Tombstones count as posts: without them an older revision would come back. */
async function hasServed(
  { client }: Writer,
  index: string,
  { fetchedBefore, regionIds }: PruneRequest,
): Promise<boolean> {
  const { hits } = await asking(
    client.search({
      index,
      size: 0,
      track_total_hits: 1,
      terminate_after: 1,
      allow_partial_search_results: false,
      query: {
        bool: {
          should: [
            { bool: { must_not: [{ terms: { regionId: [...regionIds] } }] } },
            { range: { fetchedAt: { gte: Date.parse(fetchedBefore) } } },
          ],
          minimum_should_match: 1,
        },
      },
    }),
  );
  return (typeof hits.total === 'number' ? hits.total : hits.total?.value) === 0;
}

/** Expired posts in a month that must stay, for instance old news fetched today beside old news fetched last year. */
function removeStragglers(writer: Writer, index: string, request: PruneRequest): Promise<number> {
  const before = Date.parse(request.fetchedBefore) - stragglerDays * dayMilliseconds;
  return removeMatching(writer, index, [
    { range: { fetchedAt: { lt: before } } },
    { terms: { regionId: [...request.regionIds] } },
  ]);
}

/** A post that was written again since it was found stays: it is another one now. */
async function removeMatching(writer: Writer, index: string, filter: readonly Clause[]): Promise<number> {
  let removed = 0;
  const sort = [{ regionId: 'asc' }, { postId: 'asc' }] as const;
  for await (const hits of eachPage(writer.client, { index, filter, sort, fields: [] })) {
    const results = await writer.removals.write(
      hits.map(({ id, index: target, seqNo, primaryTerm }) => ({
        id,
        target,
        body: null,
        guard: { seqNo, primaryTerm },
      })),
    );
    removed += results.filter(({ kind }) => kind === 'written').length;
  }
  return removed;
}

/** Rounds until no post is left that was changed while it was being removed. */
const roundsMax = 10;

/** On the list first, then removes: who writes a post of theirs later finds the list, see index-posts.ts. */
export async function eraseAuthor(
  writer: Writer,
  regionId: string,
  authorKey: string,
  erasedAt: string,
): Promise<number> {
  await writer.erased.add(regionId, authorKey, erasedAt);
  const filter = [
    ...livingPosts(regionId),
    { term: { terms: termOf(storableText(keyOf('author', authorKey))) } },
  ];
  let erased = 0;
  for (let round = 1; round <= roundsMax; round += 1) {
    await asking(writer.client.indices.refresh({ index: writer.names.readAlias, ignore_unavailable: true }));
    const removed = await removeMatching(writer, writer.names.readAlias, filter);
    erased += removed;
    if (removed === 0) return erased;
  }
  return erased;
}
