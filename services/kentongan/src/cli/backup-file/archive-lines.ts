import { type ArchivedPost, type PostArchive, scanPagePostsMax } from '@kentongan/archive';
import { AnalyzedPost } from '@kentongan/contracts';
import { z } from 'zod';
import { CommandError } from '../desk/command-error.js';

/** What a backup asks of an archive that does not lie in PostgreSQL, and what a restore gives it. */
export interface MovableArchive extends Pick<PostArchive, 'index' | 'measure' | 'eraseByAuthor'> {
  scan(after: null): AsyncIterable<{ readonly posts: readonly ArchivedPost[] }>;
  erasedAuthors(): AsyncIterable<readonly { readonly regionId: string; readonly authorKey: string }[]>;
}

export const postLinesName = 'archive/posts';
export const erasedLinesName = 'archive/erased-authors';

const ErasedLine = z.object({ regionId: z.string(), authorKey: z.string() });
const PostLine = z.object({ regionId: z.string(), post: AnalyzedPost, reachAt: z.string() });

export async function* postLines(archive: MovableArchive): AsyncGenerator<string> {
  for await (const { posts } of archive.scan(null)) for (const each of posts) yield JSON.stringify(each);
}

export async function* erasedLines(archive: MovableArchive): AsyncGenerator<string> {
  for await (const authors of archive.erasedAuthors()) for (const each of authors) yield JSON.stringify(each);
}

/** Before any post: an author who was erased stays so. */
export async function takeErased(archive: MovableArchive, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const { regionId, authorKey } = ErasedLine.parse(JSON.parse(line));
    await archive.eraseByAuthor(regionId, authorKey);
  }
}

/** @throws CommandError for a post that this archive cannot hold: it would be missing from a restored desk */
export async function takePosts(archive: MovableArchive, lines: readonly string[]): Promise<void> {
  const held = lines.map((line) => PostLine.parse(JSON.parse(line)));
  for (const regionId of new Set(held.map((each) => each.regionId))) {
    const ofRegion = held.filter((each) => each.regionId === regionId);
    for (let from = 0; from < ofRegion.length; from += scanPagePostsMax)
      await takePage(archive, regionId, ofRegion.slice(from, from + scanPagePostsMax));
  }
}

/** Content first, then the reach with the time at which it was measured, which a revision does not carry. */
async function takePage(
  archive: MovableArchive,
  regionId: string,
  posts: readonly ArchivedPost[],
): Promise<void> {
  const outcomes = await archive.index(
    regionId,
    posts.map(({ post }) => post),
  );
  for (const [at, outcome] of outcomes.entries())
    if (outcome.kind === 'invalid')
      throw new CommandError(
        `${regionId}/${posts[at]?.post.postId} does not fit this archive: ${outcome.detail}`,
      );
  await archive.measure(regionId, posts.filter(({ post }) => !post.deleted).map(reachOf));
}

function reachOf({ post, reachAt }: ArchivedPost): Parameters<PostArchive['measure']>[1][number] {
  const { postId, firstCreatedAt, foundBy, likes, retweets, replies, views } = post;
  return {
    postId,
    firstCreatedAt,
    measuredAt: reachAt,
    foundBy,
    ...(likes !== undefined && { likes }),
    ...(retweets !== undefined && { retweets }),
    ...(replies !== undefined && { replies }),
    ...(views !== undefined && { views }),
  };
}
