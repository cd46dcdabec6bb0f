import type { Client } from '@elastic/elasticsearch';
import type { CorrectedPost } from '@kentongan/contracts';
import type { ArchivedPost, IndexOutcome } from '../archive.port.js';
import { archived, withRevision } from '../archived-post.js';
import { isArchivable, monthOf } from '../month.js';
import { newestOfEach } from '../newest-of-each.js';
import type { Bulk } from './bulk.js';
import type { ErasedAuthors } from './erased-authors.js';
import type { Months } from './months.js';
import { documentId, type Names } from './names.js';
import { writeMerged } from './write-merged.js';

export interface Writer {
  readonly client: Client;
  readonly names: Names;
  readonly months: Months;
  readonly bulk: Bulk;
  /** Writes to indices by their own names, as searches give them. */
  readonly removals: Bulk;
  readonly erased: ErasedAuthors;
}

/**
 * Writes a batch. Authors on the list are asked for before and again after: one who was put on it meanwhile may have
 * been looked for before our posts could be found, so we take them out ourselves.
 */
export async function indexPosts(
  writer: Writer,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<IndexOutcome[]> {
  const authors = posts.map((post) => post.authorKey);
  const refusedBefore = await writer.erased.among(regionId, authors);
  const newest = newestOfEach(posts);
  const allowed = [...newest.values()].filter(
    (post) => !refusedBefore.has(post.authorKey ?? '') && isArchivable(monthOf(post.firstCreatedAt)),
  );
  const results = await writeMerged(
    writer,
    regionId,
    allowed.map((post) => ({
      postId: post.postId,
      firstCreatedAt: post.firstCreatedAt,
      merge: (stored: ArchivedPost | null) =>
        stored ? withRevision(stored, post) : archived(regionId, post),
    })),
  );
  const written = new Map(allowed.map((post, i) => [post, results[i]!]));
  const refused = await writer.erased.among(regionId, authors);
  await removePosts(
    writer,
    regionId,
    [...newest.values()].filter((post) => refused.has(post.authorKey ?? '')),
  );
  return posts.map((post): IndexOutcome => {
    if (refused.has(post.authorKey ?? '')) return { kind: 'refused' };
    if (!isArchivable(monthOf(post.firstCreatedAt)))
      return { kind: 'invalid', detail: `no such month in the archive: ${post.firstCreatedAt}` };
    const result = written.get(post);
    if (result?.kind === 'invalid') return result;
    return { kind: result?.kind === 'written' ? 'indexed' : 'stale' };
  });
}

async function removePosts(
  { bulk, names }: Writer,
  regionId: string,
  posts: readonly CorrectedPost[],
): Promise<void> {
  await bulk.write(
    posts
      .filter((post) => isArchivable(monthOf(post.firstCreatedAt)))
      .map((post) => ({
        id: documentId(regionId, post.postId),
        target: names.writeAlias(monthOf(post.firstCreatedAt)),
        body: null,
        guard: 'any',
      })),
  );
}
