import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PostArchive } from '@kentongan/archive';
import { createElasticsearchArchive } from '@kentongan/archive/elasticsearch';
import { archiveMigrations, createPostgresArchive } from '@kentongan/archive/postgres';
import { migrate, openDatabase } from '@kentongan/database';
import { startElasticsearch } from '@kentongan/testing';
import type { Pool } from 'pg';
import { measureRawInsert } from '../raw-insert.js';
import { measureRawBulk } from './raw-bulk.js';

export interface BenchArchive {
  readonly archive: PostArchive;
  /** Makes all that was written findable. */
  refresh(): Promise<void>;
  /** Waits until the server has tidied up of its own accord what was written, as it does beside a desk all day. */
  settle(): Promise<void>;
  /** What the archive takes on the disk, indexes included. */
  diskBytes(): Promise<number>;
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
      refresh: async () => undefined,
      settle: () => until(async () => !(await isVacuumDue(database.pool))),
      diskBytes: async () => {
        const { rows } = await database.pool.query<{ bytes: string }>(
          `SELECT sum(pg_total_relation_size(oid)) AS bytes FROM pg_class WHERE relnamespace = 'archive'::regnamespace AND relkind = 'r'`,
        );
        return Number(rows[0]!.bytes);
      },
      rawPerSecond: () => measureRawInsert(join(folder, 'raw'), rawSeconds, rawTextBytes),
      close: () => database.close(),
    };
  },
  elasticsearch: async () => {
    const given = process.env['ELASTICSEARCH_URL'];
    const node = given ? null : await startElasticsearch();
    const url = given ?? node?.url ?? '';
    const prefix = `bench-${Date.now()}`;
    const archive = createElasticsearchArchive({ url, prefix });
    await archive.apply();
    const stored = () => storedIn(`${url}/${prefix}*/_stats/store,merge`);
    return {
      archive,
      refresh: () => archive.refresh(),
      settle: () => until(async () => (await stored()).merges.current === 0),
      diskBytes: async () => (await stored()).store.size_in_bytes,
      rawPerSecond: () => measureRawBulk(url, rawSeconds, rawTextBytes),
      close: async () => {
        await archive.close();
        await node?.engine.stop();
      },
    };
  },
};

const settleSecondsMax = 180;
const settlePollMilliseconds = 1_000;

/** Asked twice in a row, because one piece of tidying up may follow another. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + settleSecondsMax * 1_000;
  for (let times = 0; times < 2 && performance.now() < deadline; ) {
    await sleep(settlePollMilliseconds);
    times = (await isSo()) ? times + 1 : 0;
  }
}

/** By the thresholds that the month tables are made with, see months.ts of the archive; or a vacuum is at it. */
async function isVacuumDue(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_stat_progress_vacuum) OR EXISTS (
       SELECT FROM pg_stat_user_tables AS stat JOIN pg_class ON pg_class.oid = relid
       WHERE schemaname = 'archive' AND (n_ins_since_vacuum > 5000 + 0.1 * greatest(reltuples, 0)
         OR n_mod_since_analyze > 1000 + 0.02 * greatest(reltuples, 0))) AS due`,
  );
  return rows[0]!.due;
}

interface IndexStats {
  readonly store: { readonly size_in_bytes: number };
  readonly merges: { readonly current: number };
}

async function storedIn(address: string): Promise<IndexStats> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`Elasticsearch answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { _all: { total: IndexStats } })._all.total;
}
