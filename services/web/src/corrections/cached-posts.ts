import type { ArchiveHit, ArchivePage } from '@kentongan/contracts';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';

type Post = ArchiveHit['post'];
type Change = (post: Post) => Post;

/** Changes one post wherever this browser holds it: in the archive's pages and among the posts of issues. */
export function changePost(queries: QueryClient, region: string, postId: string, change: Change): void {
  const inPage = <Page extends ArchivePage>(page: Page): Page => ({
    ...page,
    hits: page.hits.map((hit) => (hit.post.postId === postId ? { ...hit, post: change(hit.post) } : hit)),
  });
  queries.setQueriesData<InfiniteData<ArchivePage>>({ queryKey: ['archive', region, 'search'] }, (data) =>
    data ? { ...data, pages: data.pages.map(inPage) } : data,
  );
  queries.setQueriesData<ArchivePage>({ queryKey: ['posts', region] }, (page) =>
    page ? inPage(page) : page,
  );
}
