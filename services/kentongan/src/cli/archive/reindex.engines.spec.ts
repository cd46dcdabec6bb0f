import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePost } from '@kentongan/archive/contract';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate } from '@kentongan/database';
import {
  createTestDatabase,
  type ElasticsearchEngine,
  startElasticsearch,
  type TestDatabase,
} from '@kentongan/testing';
import type { MoveProgress } from './move-progress.js';
import { configurationOf } from './open-archives.js';
import { reindex } from './reindex.js';

const regionId = 'kota';
const postsCount = 2_000;

/** Counts what it is told; breaks off after so many pages, as a killed command does. */
class CountingProgress implements MoveProgress {
  total = 0;
  added = 0;
  constructor(private pagesLeft = Number.POSITIVE_INFINITY) {}

  start(postsTotal: number): void {
    this.total = postsTotal;
  }

  add(posts: number): void {
    this.added += posts;
    this.pagesLeft -= 1;
    if (this.pagesLeft === 0) throw new Error('the lights went out');
  }

  stop(): void {}
}

describe('kentongan archive reindex', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-reindex-'));
  let node: ElasticsearchEngine;
  let database: TestDatabase;
  beforeAll(async () => {
    node = await startElasticsearch();
    database = await createTestDatabase();
    await migrate(database.url, 'archive', archiveMigrations);
    const archive = createPostgresArchive(database.pool);
    const posts = Array.from({ length: postsCount }, (_, i) =>
      samplePost(`contoh:${i}`, { createdAt: new Date(Date.UTC(2026, 0, 20) + i * 3e6).toISOString() }),
    );
    await archive.index(regionId, posts);
  });
  afterAll(async () => {
    await database?.drop();
    await node?.engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const configuration = () =>
    configurationOf(
      { KENTONGAN_DATA_DIR: folder, DATABASE_URL: database.url, ELASTICSEARCH_URL: node.url },
      folder,
    );
  const toElasticsearch = { from: 'postgres', to: 'elasticsearch', restart: false } as const;

  it('goes on where it broke off, and ends when both are the same', async () => {
    const broken = reindex(toElasticsearch, configuration(), new CountingProgress(2));
    await expect(broken).rejects.toThrow('the lights went out');
    const progress = new CountingProgress();
    const result = await reindex(toElasticsearch, configuration(), progress);
    expect(result).toMatchObject({ resumed: true, differences: [], wrongSamples: [] });
    expect(progress.total).toBe(postsCount);
    expect(progress.added).toBeLessThan(postsCount);
    expect(progress.added).toBeGreaterThan(0);
  });

  it('is refused while the archives differ, and says where', async () => {
    await database.pool.query(`DELETE FROM archive.posts WHERE post_id = 'contoh:7'`);
    await expect(reindex(toElasticsearch, configuration(), new CountingProgress())).rejects.toThrow(
      '"month":"2026-01"',
    );
  });

  it('has nothing to do when the template is the newest, and needs an address', async () => {
    const same = { from: 'elasticsearch', to: 'elasticsearch', restart: false } as const;
    expect(await reindex(same, configuration(), new CountingProgress())).toMatchObject({ months: [] });
    const nowhere = configurationOf({ KENTONGAN_DATA_DIR: folder }, folder);
    await expect(reindex(same, nowhere, new CountingProgress())).rejects.toThrow('ELASTICSEARCH_URL');
  });
});
