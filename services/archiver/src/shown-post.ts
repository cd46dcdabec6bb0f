import type { ArchivedPost, CorrectedPost } from '@kentongan/contracts';

/** A post as the API shows it: without the key that ties an author's posts together. */
export function shownPost(post: CorrectedPost): ArchivedPost {
  const { authorKey: _, ...shown } = post;
  return shown;
}
