import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '@kentongan/database';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import type { PostArchive } from '../archive.port.js';
import { corpusPosts } from '../contract/corpus.js';
import { answered, minute, samplePost } from '../contract/sample-posts.js';
import { moveArchive } from '../move/move-archive.js';
import { archiveMigrations, createPostgresArchive } from '../postgres/index.js';
import { everything } from '../query/query.js';
import { openBareArchive, type TestArchive } from './testing/test-archive.js';

const regionId = 'kota';
const postsCount = 1_200;

/** Posts, tombstones, a measurement and an erased author. */
async function fill(archive: PostArchive): Promise<void> {
  const posts = corpusPosts(postsCount);
  await archive.index(regionId, posts);
  const [, post] = posts;
  await archive.measure(regionId, [
    {
      postId: post!.postId,
      firstCreatedAt: post!.firstCreatedAt,
      measuredAt: minute(1e6),
      foundBy: ['z'],
      likes: 5,
    },
  ]);
  await archive.index(regionId, [samplePost('contoh:tamu', { authorKey: 'kunci-pergi' })]);
  await archive.eraseByAuthor(regionId, 'kunci-pergi');
}

describe('moving an archive', () => {
  let database: TestDatabase;
  let test: TestArchive;
  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
    test = await openBareArchive();
  });
  afterAll(async () => {
    await test?.close();
    await database?.drop();
  });

  const move = (from: PostArchive, to: PostArchive, onPage = (_: { position: string }): void => {}) =>
    moveArchive({ from, to, after: null, samplesMax: 100, random: Math.random, onPage });

  it('carries everything to Elasticsearch and back, also after it broke off', async () => {
    const postgres = createPostgresArchive(database.pool);
    await fill(postgres);
    let position: string | null = null;
    const broken = move(postgres, test.archive, (page) => {
      position = page.position;
      throw new Error('the lights went out');
    });
    await expect(broken).rejects.toThrow('the lights went out');
    const there = await moveArchive({
      from: postgres,
      to: test.archive,
      after: position,
      samplesMax: 100,
      random: Math.random,
      onPage: () => {},
    });
    expect(there).toMatchObject({
      erasedAuthors: 1,
      invalid: [],
      differences: [],
      samples: 100,
      wrongSamples: [],
    });
    expect(there.posts).toBeLessThan(postsCount);
    const late = { firstCreatedAt: corpusPosts(2)[1]!.firstCreatedAt, foundBy: ['z'], likes: 1 };
    expect(
      await test.archive.measure(regionId, [{ ...late, postId: 'contoh:1', measuredAt: minute(1e6 - 1) }]),
    ).toBe(0);
    expect(await test.archive.get(regionId, 'contoh:1')).toMatchObject({ likes: 5 });
    const back = await createTestDatabase();
    await migrate(back.url, 'archive', archiveMigrations);
    const again = createPostgresArchive(back.pool);
    expect(await move(test.archive, again)).toMatchObject({
      posts: postsCount,
      differences: [],
      wrongSamples: [],
    });
    expect(await again.index(regionId, [samplePost('contoh:tamu', { authorKey: 'kunci-pergi' })])).toEqual([
      { kind: 'refused' },
    ]);
    await back.drop();
  });

  it('says which months are not the same', async () => {
    const postgres = createPostgresArchive(database.pool);
    await test.archive.index(regionId, [
      samplePost('contoh:lebih', { createdAt: '2020-05-05T00:00:00.000Z' }),
    ]);
    const result = await move(postgres, test.archive);
    expect(result.differences).toEqual([
      { regionId, month: '2020-05', from: { posts: 0, tombstones: 0 }, to: { posts: 1, tombstones: 0 } },
    ]);
  });
});

describe('a new version of the template', () => {
  it('gets every month while posts are written, and takes the place of the old one', async () => {
    const old = await openBareArchive({}, 1);
    await fill(old.archive);
    const { archive, close } = await openBareArchive({ prefix: old.prefix }, 2);
    const edited = corpusPosts(postsCount).filter((post) => !post.deleted);
    let writes = 0;
    let pages = 0;
    const writing: Promise<unknown>[] = [];
    const { months } = await archive.rebuild(() => {
      const post = edited[pages * 50]!;
      pages += 1;
      // Alternately through the old program and the new one; both write where the alias points.
      const writer = pages % 2 ? old.archive : archive;
      writes += 1;
      writing.push(writer.index(regionId, [{ ...post, revision: 9, text: `disunting ${pages}` }]));
    });
    await Promise.all(writing);
    await archive.refresh();
    expect(months.length).toBeGreaterThanOrEqual(3);
    expect(writes).toBeGreaterThanOrEqual(3);
    const counted = async (lexeme: string): Promise<number> => {
      const query = { kind: 'phrase', lexemes: [lexeme] } as const;
      return answered(await archive.count({ regionId, query })).count;
    };
    expect(await counted('sunting')).toBe(writes);
    expect(answered(await archive.count({ regionId, query: everything })).count).toBe(edited.length);
    const indices = Object.keys(await old.client.indices.get({ index: `${old.prefix}-posts-v*` }));
    expect(indices.every((index) => index.includes('-v2-'))).toBe(true);
    expect((await archive.rebuild()).months).toEqual([]);
    await old.archive.close();
    await close();
  });
});
