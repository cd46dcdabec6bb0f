import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { applyMigrations } from './apply-migrations.js';
import { migrate, revertLastMigration } from './migrate.js';
import { requireValid, type SqlMigration } from './sql-migration.js';

const createPosts: SqlMigration = {
  timestamp: 1767225600000,
  name: 'CreatePosts',
  up: 'CREATE TABLE posts (id bigint PRIMARY KEY); CREATE INDEX posts_by_id ON posts (id)',
  down: 'DROP TABLE posts',
};
const addText: SqlMigration = {
  timestamp: 1767225600001,
  name: 'AddText',
  up: 'ALTER TABLE posts ADD COLUMN text text',
  down: 'ALTER TABLE posts DROP COLUMN text',
};
const broken: SqlMigration = {
  timestamp: 1767225600003,
  name: 'Broken',
  up: 'CREATE TABLE half (id int); SELECT no_such_column FROM posts',
  down: 'DROP TABLE half',
};
const addReach: SqlMigration = {
  timestamp: 1767225600002,
  name: 'AddReach',
  up: 'ALTER TABLE posts ADD COLUMN reach int NOT NULL DEFAULT 0',
  down: 'ALTER TABLE posts DROP COLUMN reach',
};

describe('migrations of a schema', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const columns = async (schema: string) => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = $1 AND table_name = 'posts' ORDER BY ordinal_position`,
      [schema],
    );
    return rows.map(({ name }) => name);
  };

  it('make the schema, run once in order, and go on where they were', async () => {
    expect(await migrate(database.url, 'first', [addText, createPosts])).toEqual([
      'CreatePosts1767225600000',
      'AddText1767225600001',
    ]);
    expect(await migrate(database.url, 'first', [createPosts, addText])).toEqual([]);
    expect(await migrate(database.url, 'first', [createPosts, addText, addReach])).toEqual([
      'AddReach1767225600002',
    ]);
    expect(await columns('first')).toEqual(['id', 'text', 'reach']);
  });

  it('are taken back one by one, newest first, and can be run again', async () => {
    const all = [createPosts, addText];
    await migrate(database.url, 'back', all);
    expect(await revertLastMigration(database.url, 'back', all)).toBe('AddText1767225600001');
    expect(await columns('back')).toEqual(['id']);
    expect(await revertLastMigration(database.url, 'back', all)).toBe('CreatePosts1767225600000');
    expect(await revertLastMigration(database.url, 'back', all)).toBeUndefined();
    expect(await columns('back')).toEqual([]);
    expect(await migrate(database.url, 'back', all)).toHaveLength(2);
  });

  it('go on from what a restore made in its own transaction, and leave nothing of one that failed', async () => {
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      await applyMigrations(client, 'restored', [createPosts]);
      await client.query('ROLLBACK; BEGIN');
      await applyMigrations(client, 'restored', [addText, createPosts]);
      await client.query('COMMIT');
    } finally {
      client.release(true);
    }
    expect(await migrate(database.url, 'restored', [createPosts, addText, addReach])).toEqual([
      'AddReach1767225600002',
    ]);
    expect(await columns('restored')).toEqual(['id', 'text', 'reach']);
    expect(await revertLastMigration(database.url, 'restored', [createPosts, addText, addReach])).toBe(
      'AddReach1767225600002',
    );
  });

  it('keep schemas apart', async () => {
    await migrate(database.url, 'left_side', [createPosts]);
    await migrate(database.url, 'right_side', [createPosts, addText]);
    expect(await columns('left_side')).toEqual(['id']);
    expect(await columns('right_side')).toEqual(['id', 'text']);
  });

  it('refuse data of a newer version and leave it alone', async () => {
    await migrate(database.url, 'newer', [createPosts, addText]);
    const older = migrate(database.url, 'newer', [createPosts]);
    await expect(older).rejects.toMatchObject({ problem: 'dataFromNewerVersion' });
    await expect(older).rejects.toThrow(/newer Kentongan.*AddText1767225600001.*What to do/s);
    expect(await columns('newer')).toEqual(['id', 'text']);
  });

  it('leave nothing behind when one fails', async () => {
    await migrate(database.url, 'failing', [createPosts]);
    await expect(migrate(database.url, 'failing', [createPosts, addText, broken])).rejects.toThrow(
      /no_such_column/,
    );
    expect(await columns('failing')).toEqual(['id']);
    expect(await migrate(database.url, 'failing', [createPosts, addText])).toEqual(['AddText1767225600001']);
  });

  it('run once when several processes start together', async () => {
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => migrate(database.url, 'together', [createPosts, addText])),
    );
    expect(runs.flat()).toHaveLength(2);
  });

  it('do not make others wait behind a table that is in use', async () => {
    await migrate(database.url, 'busy', [createPosts]);
    const reader = await database.pool.connect();
    await reader.query('BEGIN; SELECT * FROM busy.posts');
    const migrating = migrate(database.url, 'busy', [createPosts, addText]);
    const isWaiting = async () => {
      const { rows } = await database.pool.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'busy.posts'::regclass`,
      );
      return rows.length > 0;
    };
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    const startedAt = performance.now();
    await database.pool.query('SELECT * FROM busy.posts'); // would wait for the reader if the migration did not give way
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await reader.query('COMMIT');
    reader.release();
    expect(await migrating).toEqual(['AddText1767225600001']);
  });

  it('have names and timestamps that sort', () => {
    expect(() => requireValid([{ ...createPosts, name: 'create posts' }])).toThrow(/CamelCase/);
    expect(() => requireValid([{ ...createPosts, timestamp: 1767225600 }])).toThrow(/13 digits/);
    expect(() => requireValid([createPosts, { ...addText, timestamp: createPosts.timestamp }])).toThrow(
      /same/,
    );
  });

  it('take no schema name that is not plain', async () => {
    await expect(migrate(database.url, 'x"; DROP SCHEMA public', [createPosts])).rejects.toThrow(
      /not a schema name/,
    );
  });
});
