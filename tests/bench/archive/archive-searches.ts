import { type PostArchive, parseQuery, type Query } from '@kentongan/archive';
import { percentile } from '../percentile.js';
import { companion, naturalRank, randomNumbers, timeOfPost, vocabulary } from './archive-posts.js';

const rounds = 100;
/** Asked and not measured: a server just filled has nothing in its caches and compiles as it goes. */
const warmUpRounds = 20;
const dayMilliseconds = 86_400_000;

/** 95th percentiles of the searches that people make, in milliseconds, with `posts` in the archive. */
export async function timeSearches(
  archive: PostArchive,
  regionId: string,
  posts: number,
): Promise<Record<string, number>> {
  const end = timeOfPost(posts);
  const sinceDays = (days: number) => ({ from: new Date(end - days * dayMilliseconds).toISOString() });
  const queries = searchTexts().map(queryOf);
  const phrases = phraseTexts().map(queryOf);
  const timed = (run: (query: Query) => Promise<{ readonly ok: boolean }>) => p95(queries, run);
  const newest20 = (query: Query) => archive.search({ regionId, query, order: 'newest', limit: 20 });
  return {
    newest20P95Milliseconds: await timed(newest20),
    phraseP95Milliseconds: await p95(phrases, newest20),
    rankedP95Milliseconds: await timed((query) =>
      archive.search({ regionId, query, order: 'best', limit: 20, ...sinceDays(7) }),
    ),
    facetsP95Milliseconds: await timed((query) =>
      archive.facets({ regionId, query, valuesMax: 50, ...sinceDays(7) }),
    ),
    facetsOfAllP95Milliseconds: await timed((query) => archive.facets({ regionId, query, valuesMax: 50 })),
    histogramP95Milliseconds: await timed((query) =>
      archive.histogram({ regionId, query, unit: 'day', timeZone: 'Asia/Jakarta', ...sinceDays(30) }),
    ),
  };
}

/** Words as frequent as they are in the posts, phrases that are said, and filters. */
function searchTexts(): string[] {
  const words = vocabulary();
  const next = randomNumbers(7);
  const rank = () => naturalRank(words.length, next);
  const word = () => words[rank()]!;
  return Array.from({ length: rounds }, (_, i) => {
    const first = rank();
    const kinds = [
      word(),
      `${word()} ${word()}`,
      `"${words[first]} ${words[companion(first, words.length)]}"`,
      `${word()} sentimen:negatif`,
      `tempat:33.74.0${1 + (i % 9)} ${word()}`,
    ];
    return kinds[i % kinds.length]!;
  });
}

function phraseTexts(): string[] {
  const words = vocabulary();
  const next = randomNumbers(11);
  return Array.from({ length: rounds }, () => {
    const first = naturalRank(words.length, next);
    return `"${words[first]} ${words[companion(first, words.length)]}"`;
  });
}

function queryOf(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.query;
}

async function p95(
  queries: readonly Query[],
  run: (query: Query) => Promise<{ readonly ok: boolean }>,
): Promise<number> {
  for (const query of queries.slice(-warmUpRounds)) await run(query);
  const milliseconds: number[] = [];
  for (const query of queries) {
    const began = performance.now();
    const answer = await run(query);
    if (!answer.ok) throw new Error('a search had no answer');
    milliseconds.push(performance.now() - began);
  }
  return percentile(milliseconds, 95);
}
