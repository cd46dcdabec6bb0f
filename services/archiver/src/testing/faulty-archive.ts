import type { PostArchive } from '@kentongan/archive';
import { samplePost } from '@kentongan/archive/contract';
import type { AnalyzedPost } from '@kentongan/contracts';

const pagePosts = Array.from({ length: 200 }, (_, i) =>
  samplePost(`contoh:${i}`, { text: 'gema '.repeat(200) }),
);

/** An archive that can be taken away, and one whose exports never end. */
export class FaultyArchive {
  /** Writes that fail before one succeeds. */
  failuresLeft = 0;
  isAway = false;
  isEndless = false;
  pagesRead = 0;
  exportsEnded = 0;
  readonly archive: PostArchive;

  constructor(real: PostArchive) {
    this.archive = {
      index: (regionId, posts) => this.failing() ?? real.index(regionId, posts),
      measure: (regionId, reaches) => real.measure(regionId, reaches),
      correct: (regionId, correction) => this.failing() ?? real.correct(regionId, correction),
      search: (request) => this.away() ?? real.search(request),
      facets: (request) => real.facets(request),
      histogram: (request) => real.histogram(request),
      trends: (request) => real.trends(request),
      count: (selection) => real.count(selection),
      countCopies: (regionId, keys) => real.countCopies(regionId, keys),
      get: (regionId, postId) => real.get(regionId, postId),
      export: (selection, postsMax) => (this.isEndless ? this.endless() : real.export(selection, postsMax)),
      prune: (request) => real.prune(request),
      eraseByAuthor: (regionId, authorKey) => real.eraseByAuthor(regionId, authorKey),
      scan: (after) => real.scan(after),
      erasedAuthors: () => real.erasedAuthors(),
      tally: () => real.tally(),
    };
  }

  private failing(): Promise<never> | null {
    if (this.failuresLeft === 0) return null;
    this.failuresLeft -= 1;
    return Promise.reject(new Error('connection refused'));
  }

  private away(): Promise<never> | null {
    return this.isAway ? Promise.reject(new Error('connection refused')) : null;
  }

  private async *endless(): AsyncIterable<readonly AnalyzedPost[]> {
    try {
      for (;;) {
        this.pagesRead += 1;
        yield pagePosts;
      }
    } finally {
      this.exportsEnded += 1;
    }
  }
}
