import type { PostArchive } from '../../archive.port.js';
import type { ElasticsearchArchive } from '../elasticsearch-archive.js';

/** Every reading finds all that was written before it: in production it may be up to a second late. */
export function readsAfterRefresh(archive: ElasticsearchArchive): PostArchive {
  const fresh = async <T>(read: () => Promise<T>): Promise<T> => {
    await archive.refresh();
    return read();
  };
  return {
    index: (regionId, posts) => archive.index(regionId, posts),
    measure: (regionId, reaches) => archive.measure(regionId, reaches),
    correct: (regionId, correction) => archive.correct(regionId, correction),
    search: (request) => fresh(() => archive.search(request)),
    facets: (request) => fresh(() => archive.facets(request)),
    histogram: (request) => fresh(() => archive.histogram(request)),
    trends: (request) => fresh(() => archive.trends(request)),
    count: (selection) => fresh(() => archive.count(selection)),
    countCopies: (regionId, keys) => fresh(() => archive.countCopies(regionId, keys)),
    get: (regionId, postId) => fresh(() => archive.get(regionId, postId)),
    async *export(selection, postsMax) {
      await archive.refresh();
      yield* archive.export(selection, postsMax);
    },
    prune: (request) => archive.prune(request),
    eraseByAuthor: (regionId, authorKey) => archive.eraseByAuthor(regionId, authorKey),
    scan: (after) => archive.scan(after),
    erasedAuthors: () => archive.erasedAuthors(),
    tally: () => archive.tally(),
  };
}
