import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@kentongan/database';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import type { PostArchive, SearchRequest } from '../archive.port.js';
import { samplePost } from '../contract/sample-posts.js';
import type { Query } from '../query/query.js';
import { archiveMigrations } from './migrations.js';
import { createPostgresArchive } from './postgres-archive.js';

const regionId = 'kota';
const posts = 3_000;

/** Uneven on purpose: 1,000 posts a day, then one a day, then 1,200 of one instant, with years of silence between. */
function timeOf(number: number): Date {
  if (number < 1_000) return new Date(Date.UTC(2024, 0, 1) + number * 86_400);
  if (number < 1_800) return new Date(Date.UTC(2024, 0, 2) + (number - 1_000) * 86_400_000);
  return new Date(Date.UTC(2030, 5, 1));
}

const wordOf: Readonly<Record<string, (number: number) => boolean>> = {
  umum: () => true,
  separuh: (number) => number % 2 === 0,
  kadang: (number) => number % 41 === 0,
  jarang: (number) => number % 499 === 3,
  lama: (number) => number < 25,
  sekali: (number) => number === 0,
  tiada: () => false,
};

const idOf = (number: number): string => `contoh:${String(number).padStart(5, '0')}`;

describe('the newest hits, wherever they lie in time', () => {
  let database: TestDatabase;
  let archive: PostArchive;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
    archive = createPostgresArchive(database.pool);
    const numbers = Array.from({ length: posts }, (_, number) => number);
    for (let at = 0; at < posts; at += 1_000) {
      const batch = numbers.slice(at, at + 1_000).map((number) =>
        samplePost(idOf(number), {
          createdAt: timeOf(number).toISOString(),
          text: Object.keys(wordOf)
            .filter((word) => wordOf[word]!(number))
            .join(' '),
        }),
      );
      await archive.index(regionId, batch);
    }
  });
  afterAll(() => database?.drop());

  const expected = (word: string): string[] =>
    Array.from({ length: posts }, (_, number) => number)
      .filter(wordOf[word]!)
      .sort((a, b) => timeOf(b).getTime() - timeOf(a).getTime() || b - a)
      .map(idOf);

  async function paged(request: Omit<SearchRequest, 'regionId'>): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await archive.search({ regionId, ...request, ...(cursor === null ? {} : { cursor }) });
      if (!page.ok) throw new Error(page.problem);
      found.push(...page.value.hits.map(({ post }) => post.postId));
      cursor = page.value.nextCursor;
    } while (cursor !== null);
    return found;
  }

  const query = (word: string): Query => ({ kind: 'phrase', lexemes: [word] });

  it.each(Object.keys(wordOf))(
    'finds "%s" in order, page by page, none twice and none missing',
    async (word) => {
      expect(await paged({ query: query(word), order: 'newest', limit: 20 })).toEqual(expected(word));
    },
  );

  it('ranks as many of the newest as it should, though they lie in several stretches', async () => {
    const ranked = await paged({ query: query('separuh'), order: 'best', limit: 200 });
    expect([...ranked].sort().reverse()).toEqual(expected('separuh').slice(0, 500));
  });

  it('stays within the time asked for', async () => {
    const [from, to] = [timeOf(100).toISOString(), timeOf(1_500).toISOString()];
    const within = expected('kadang').filter((id) => id >= idOf(100) && id < idOf(1_500));
    expect(await paged({ query: query('kadang'), order: 'newest', limit: 5, from, to })).toEqual(within);
  });
});
