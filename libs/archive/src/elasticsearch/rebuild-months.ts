import type { MonthTally } from '../archive.port.js';
import { byRegion, newerOf } from '../archived-post.js';
import type { Month } from '../month.js';
import { asking } from './failures.js';
import type { Writer } from './index-posts.js';
import { documentId } from './names.js';
import type { Clause } from './query-clauses.js';
import { eraseAuthor } from './retention.js';
import { scanIndex, tallyIndex } from './scan.js';
import { documentJson } from './stored-post.js';
import { writeMerged } from './write-merged.js';

interface OldMonth {
  readonly month: Month;
  readonly index: string;
}

/** Carries every month of an older version over, one at a time: the disk holds one month twice at most. */
export async function rebuildMonths(
  writer: Writer,
  now: () => Date,
  onPosts: (posts: number) => void,
): Promise<{ readonly months: readonly Month[] }> {
  const months: Month[] = [];
  for (const old of await writer.months.outdated()) {
    await rebuildMonth(writer, old, onPosts);
    months.push(old.month);
  }
  // Who was erased meanwhile may have been copied before.
  for await (const authors of writer.erased.all())
    for (const { regionId, authorKey } of authors)
      await eraseAuthor(writer, regionId, authorKey, now().toISOString());
  return { months };
}

/**
 * Copy, compare, switch the aliases in one step, then carry over what was written to the old index during the copy.
 * Broken off before the switch, the copy begins anew; after it, only the last step is left.
 */
async function rebuildMonth(writer: Writer, old: OldMonth, onPosts: (posts: number) => void): Promise<void> {
  const { client, names } = writer;
  const index = names.monthIndex(old.month);
  let since = -1;
  if (!(await asking(client.indices.existsAlias({ index, name: names.writeAlias(old.month) })))) {
    since = await lastSequenceNumber(writer, old.index);
    await copyMonth(writer, old, index, onPosts);
    await switchAliases(writer, old, index);
  }
  await carryOverChanges(writer, old, since);
  await asking(client.indices.delete({ index: old.index }));
}

/** All writes up to here are in the copy for certain; -1 when that cannot be told. */
async function lastSequenceNumber({ client }: Writer, index: string): Promise<number> {
  const answer = await asking(client.indices.stats({ index, level: 'shards' }));
  const copies = Object.values(answer.indices?.[index]?.shards ?? {}).flat();
  const numbers = copies
    .filter((shard) => shard.routing?.primary)
    .map((shard) => shard.seq_no?.local_checkpoint ?? -1);
  return numbers.length === 0 ? -1 : Math.min(...numbers);
}

async function copyMonth(
  writer: Writer,
  old: OldMonth,
  index: string,
  onPosts: (posts: number) => void,
): Promise<void> {
  const { client } = writer;
  await asking(client.indices.delete({ index, ignore_unavailable: true }));
  await asking(client.indices.create({ index, wait_for_active_shards: 1 }));
  const before = await tallyIndex(writer, old.index, old.month);
  for await (const { posts } of scanIndex(writer, old.index, old.month)) {
    await writer.removals.write(
      posts.map((each) => ({
        id: documentId(each.regionId, each.post.postId),
        target: index,
        body: documentJson(each),
        guard: 'any',
      })),
    );
    onPosts(posts.length);
  }
  const after = await tallyIndex(writer, index, old.month);
  const missing = sumOf(before) - sumOf(after);
  // More may have arrived, and a few may have been erased; a month that shrinks has lost posts.
  if (missing > 0 && sumOf(await tallyIndex(writer, old.index, old.month)) > sumOf(after))
    throw new Error(`${index} holds ${missing} posts fewer than ${old.index}; nothing was switched`);
}

const sumOf = (tallies: readonly MonthTally[]): number =>
  tallies.reduce((sum, { posts, tombstones }) => sum + posts + tombstones, 0);

async function switchAliases({ client, names }: Writer, old: OldMonth, index: string): Promise<void> {
  const aliases = [names.readAlias, names.writeAlias(old.month)];
  await asking(
    client.indices.updateAliases({
      actions: [
        { remove: { index: old.index, aliases, must_exist: false } },
        ...aliases.map((alias) => ({ add: { index, alias } })),
      ],
    }),
  );
}

async function carryOverChanges(writer: Writer, old: OldMonth, since: number): Promise<void> {
  const filter: Clause[] = since < 0 ? [{ match_all: {} }] : [{ range: { _seq_no: { gt: since } } }];
  for await (const { posts } of scanIndex(writer, old.index, old.month, { filter }))
    for (const [regionId, ofRegion] of byRegion(posts))
      await writeMerged(
        writer,
        regionId,
        ofRegion.map((each) => ({
          postId: each.post.postId,
          firstCreatedAt: each.post.firstCreatedAt,
          merge: (stored) => newerOf(stored, each),
        })),
        { readsFirst: true },
      );
}
