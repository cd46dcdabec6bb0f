import type { Stream } from '@kentongan/contracts';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import pg from 'pg';
import type { StreamPortUnderTest } from '../../contract/index.js';
import type { StreamObserver } from '../../observer.js';
import { createPostgresLog, type PostgresLog } from '../index.js';

/** A pool that stands for one process: cut off, it never connects again. */
export function processPool(url: string): { pool: pg.Pool; cutOff(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: 6, application_name: `process ${Math.random()}` });
  pool.on('error', () => {});
  return {
    pool,
    cutOff: async () => {
      const name = pool.options.application_name;
      pool.connect = () => new Promise(() => {}) as never;
      pool.query = (() => new Promise(() => {})) as never;
      const killer = new pg.Client({ connectionString: url });
      await killer.connect();
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE $1 || '%'`,
        [name],
      );
      await killer.end();
    },
  };
}

/** The PostgreSQL log as the contract suite wants it, on a database of its own. */
export async function openUnderTest(
  observer: StreamObserver,
): Promise<StreamPortUnderTest & { readonly port: PostgresLog; readonly database: TestDatabase }> {
  const database = await createTestDatabase();
  const { pool } = processPool(database.url);
  const port = createPostgresLog({ pool, observer });
  const cleanUps: (() => Promise<unknown>)[] = [() => port.close(), () => pool.end()];
  return {
    port,
    database,
    another: async () => {
      const its = processPool(database.url);
      const another = createPostgresLog({ pool: its.pool, observer });
      let dead = false;
      cleanUps.push(async () => {
        if (!dead) await another.close();
        await its.pool.end();
      });
      return {
        port: another,
        die: async () => {
          dead = true;
          await its.cutOff();
        },
      };
    },
    breakDeadLetters: async (stream: Stream) => {
      const { rows } = await database.pool.query<{ stream_id: number }>(
        'SELECT stream_id FROM messaging.streams WHERE name = $1',
        [`${stream.name}.dead`],
      );
      const name = `append_${rows[0]?.stream_id}`;
      await database.pool.query(`ALTER FUNCTION messaging.${name} RENAME TO ${name}_broken`);
      return {
        heal: async () => {
          await database.pool.query(`ALTER FUNCTION messaging.${name}_broken RENAME TO ${name}`);
        },
      };
    },
    remove: async (stream: Stream) => {
      const { rows } = await database.pool.query<{ stream_id: number }>(
        'SELECT stream_id FROM messaging.streams WHERE name = $1',
        [stream.name],
      );
      const id = rows[0]?.stream_id;
      await database.pool.query(
        `DELETE FROM messaging.days WHERE stream_id = ${id};
         DELETE FROM messaging.positions WHERE stream_id = ${id};
         DELETE FROM messaging.streams WHERE stream_id = ${id}; DROP TABLE messaging.log_${id}`,
      );
    },
    close: async () => {
      for (const cleanUp of cleanUps) await cleanUp();
      await database.drop();
    },
  };
}
