import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { withTransaction } from './transaction.js';

describe('a transaction', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query('CREATE TABLE kept (value int PRIMARY KEY)');
  });
  afterAll(() => database.drop());

  const values = async () => {
    const { rows } = await database.pool.query<{ value: number }>('SELECT value FROM kept ORDER BY value');
    return rows.map(({ value }) => value);
  };

  it('keeps all of its work and hands on the result', async () => {
    const result = await withTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO kept VALUES (1)');
      await client.query('INSERT INTO kept VALUES (2)');
      return 'done';
    });
    expect(result).toBe('done');
    expect(await values()).toEqual([1, 2]);
  });

  it('keeps nothing when the work throws, and throws the same', async () => {
    const failure = new Error('the work failed');
    const work = withTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO kept VALUES (3)');
      throw failure;
    });
    await expect(work).rejects.toBe(failure);
    expect(await values()).toEqual([1, 2]);
  });

  it('tells when the work swallowed a failure and so nothing was committed', async () => {
    const work = withTransaction(database.pool, async (client) => {
      await client.query('INSERT INTO kept VALUES (4)');
      await client.query('INSERT INTO kept VALUES (1)').catch(() => {}); // is there already
    });
    await expect(work).rejects.toThrow(/rolled back/);
    expect(await values()).toEqual([1, 2]);
  });

  it('whose connection is lost fails alone: the pool and the process go on', async () => {
    const work = withTransaction(database.pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 50)); // the loss is noticed while no query waits for it
      await client.query('INSERT INTO kept VALUES (5)');
    });
    await expect(work).rejects.toThrow();
    expect(await values()).toEqual([1, 2]);
    expect(database.pool.waitingCount).toBe(0);
  });
});
