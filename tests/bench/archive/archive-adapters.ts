import { join } from 'node:path';
import type { PostArchive } from '@kentongan/archive';
import { createElasticsearchArchive } from '@kentongan/archive/elasticsearch';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate, openDatabase } from '@kentongan/database';
import { startElasticsearch } from '@kentongan/testing';
import { measureRawInsert } from '../raw-insert.js';
import { measureRawBulk } from './raw-bulk.js';

export interface BenchArchive {
  readonly archive: PostArchive;
  /** Makes all that was written findable. */
  settle(): Promise<void>;
  /** What the same server takes with nothing of ours around it, posts per second. */
  rawPerSecond(): Promise<number>;
  close(): Promise<void>;
}

const rawSeconds = 10;
const rawTextBytes = 400;

/** Each with a server of its own, or at `DATABASE_URL` and `ELASTICSEARCH_URL`. `folder` takes the embedded database. */
export const benchArchives: Readonly<Record<string, (folder: string) => Promise<BenchArchive>>> = {
  postgres: async (folder) => {
    const database = await openDatabase({
      url: process.env['DATABASE_URL'],
      dataDirectory: join(folder, 'database'),
    });
    await migrate(database.url, 'archive', archiveMigrations);
    return {
      archive: createPostgresArchive(database.pool),
      settle: async () => undefined,
      rawPerSecond: () => measureRawInsert(join(folder, 'raw'), rawSeconds, rawTextBytes),
      close: () => database.close(),
    };
  },
  elasticsearch: async () => {
    const given = process.env['ELASTICSEARCH_URL'];
    const node = given ? null : await startElasticsearch();
    const url = given ?? node?.url ?? '';
    const archive = createElasticsearchArchive({ url, prefix: `bench-${Date.now()}` });
    await archive.apply();
    return {
      archive,
      settle: () => archive.refresh(),
      rawPerSecond: () => measureRawBulk(url, rawSeconds, rawTextBytes),
      close: async () => {
        await archive.close();
        await node?.engine.stop();
      },
    };
  },
};
