import { isDeepStrictEqual } from 'node:util';
import type { ArchivedPost, PostArchive } from '../archive.port.js';
import { byRegion, reachOf } from '../archived-post.js';
import { type MonthDifference, monthsThatDiffer } from './compare-tallies.js';
import { Sample } from './sample.js';

export interface MoveOptions {
  readonly from: PostArchive;
  readonly to: PostArchive;
  /** `position` of the last page that a broken-off move has written; null = from the beginning. */
  readonly after: string | null;
  /** Posts of this run that are compared one by one afterwards. */
  readonly samplesMax: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Told after each page is durable in the new archive. */
  readonly onPage: (page: { readonly position: string; readonly posts: number }) => void;
}

export interface MoveResult {
  readonly posts: number;
  readonly erasedAuthors: number;
  /** Posts that the new archive cannot hold, with its reasons; the first hundred. */
  readonly invalid: readonly {
    readonly regionId: string;
    readonly postId: string;
    readonly detail: string;
  }[];
  /** Months whose counts are not the same in both. */
  readonly differences: readonly MonthDifference[];
  readonly samples: number;
  /** Ids of compared posts that are not the same. */
  readonly wrongSamples: readonly string[];
}

const invalidMax = 100;

/**
 * Carries everything over: the erased authors first, so that none of theirs gets in, then posts and tombstones. What is
 * there already stays if it is newer, so it may be run again, also after a desk has begun to write to the new archive.
 * Then both are counted by region and month, and some posts are read back.
 */
export async function moveArchive(options: MoveOptions): Promise<MoveResult> {
  const { from, to } = options;
  const erasedAuthors = await moveErasedAuthors(from, to);
  const sample = new Sample<ArchivedPost>(options.samplesMax, options.random);
  const invalid: MoveResult['invalid'][number][] = [];
  let posts = 0;
  for await (const page of from.scan(options.after)) {
    for (const [regionId, ofRegion] of byRegion(page.posts)) {
      const refused = await movePosts(to, regionId, ofRegion);
      invalid.push(...refused.slice(0, invalidMax - invalid.length));
    }
    for (const each of page.posts) sample.offer(each);
    posts += page.posts.length;
    options.onPage({ position: page.position, posts: page.posts.length });
  }
  const differences = monthsThatDiffer(await from.tally(), await to.tally());
  const wrongSamples: string[] = [];
  for (const each of sample.taken)
    if (!(await isThere(to, each))) wrongSamples.push(`${each.regionId}/${each.post.postId}`);
  return { posts, erasedAuthors, invalid, differences, samples: sample.taken.length, wrongSamples };
}

async function moveErasedAuthors(from: PostArchive, to: PostArchive): Promise<number> {
  let count = 0;
  for await (const authors of from.erasedAuthors())
    for (const { regionId, authorKey } of authors) {
      await to.eraseByAuthor(regionId, authorKey);
      count += 1;
    }
  return count;
}

/** Content first, then the reach with the time at which it was measured, which a revision does not carry. */
async function movePosts(
  to: PostArchive,
  regionId: string,
  posts: readonly ArchivedPost[],
): Promise<MoveResult['invalid'][number][]> {
  const outcomes = await to.index(
    regionId,
    posts.map(({ post }) => post),
  );
  await to.measure(regionId, posts.filter(({ post }) => !post.deleted).map(reachOf));
  return outcomes.flatMap((outcome, i) =>
    outcome.kind === 'invalid' ? [{ regionId, postId: posts[i]!.post.postId, detail: outcome.detail }] : [],
  );
}

/** The same post, or a later one of its revisions and measurements. */
async function isThere(to: PostArchive, { regionId, post }: ArchivedPost): Promise<boolean> {
  const found = await to.get(regionId, post.postId);
  if (post.deleted) return found === null || found.revision > post.revision;
  if (!found) return false;
  const order =
    found.revision - post.revision || found.analysis.analysisVersion - post.analysis.analysisVersion;
  if (order !== 0) return order > 0;
  const { text, createdAt, firstCreatedAt, platform, analysis } = post;
  return isDeepStrictEqual(
    [found.text, found.createdAt, found.firstCreatedAt, found.platform, found.analysis],
    [text, createdAt, firstCreatedAt, platform, analysis],
  );
}
