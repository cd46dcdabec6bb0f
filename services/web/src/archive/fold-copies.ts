interface FoldableHit {
  readonly post: { readonly postId: string; readonly analysis: { readonly nearCopyKey: string | null } };
}

/**
 * All pages as one list: the first hit of each text stands for its copies. The server folds within a page; a copy on a
 * later page, or a post that new arrivals pushed onto the next one, would come again.
 */
export function foldCopies<Hit extends FoldableHit>(pages: readonly (readonly Hit[])[]): Hit[] {
  const seen = new Set<string>();
  return pages.flat().filter(({ post }) => {
    const key = post.analysis.nearCopyKey;
    const names = key === null ? [`post ${post.postId}`] : [`post ${post.postId}`, `text ${key}`];
    if (names.some((name) => seen.has(name))) return false;
    for (const name of names) seen.add(name);
    return true;
  });
}
