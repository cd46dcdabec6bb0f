import type { PostArchive } from '@kentongan/archive';
import { AnalyzedPost } from '@kentongan/contracts';
import { z } from 'zod';

/** A post as an archive holds it, and when its reach was measured last. */
interface HeldPost {
  readonly regionId: string;
  readonly post: AnalyzedPost;
  readonly reachAt: string;
}

/** What a backup asks of an archive that does not lie in PostgreSQL, and what a restore gives it. */
export interface MovableArchive extends Pick<PostArchive, 'index' | 'measure' | 'eraseByAuthor'> {
  scan(after: null): AsyncIterable<{ readonly posts: readonly HeldPost[] }>;
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

/** Content first, then the reach with the time at which it was measured, which a revision does not carry. */
export async function takePosts(archive: MovableArchive, lines: readonly string[]): Promise<void> {
  const held = lines.map((line) => PostLine.parse(JSON.parse(line)));
  for (const regionId of new Set(held.map((each) => each.regionId))) {
    const ofRegion = held.filter((each) => each.regionId === regionId);
    await archive.index(
      regionId,
      ofRegion.map(({ post }) => post),
    );
    await archive.measure(regionId, ofRegion.filter(({ post }) => !post.deleted).map(reachOf));
  }
}

function reachOf({ post, reachAt }: HeldPost): Parameters<PostArchive['measure']>[1][number] {
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
