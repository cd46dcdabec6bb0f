import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { exclusively } from './exclusively.js';

describe('work that one process does', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is left to whoever is at it, and free again afterwards, also when it failed', async () => {
    const work = (name: string, inside: () => Promise<unknown>) => exclusively(database.pool, name, inside);
    let second: unknown = 'not asked';
    let other: unknown = 'not asked';
    const first = await work('prune', async () => {
      second = await work('prune', async () => 'twice');
      other = await work('count', async () => 'beside it');
      return 'done';
    });
    expect([first, second, other]).toEqual(['done', null, 'beside it']);
    await expect(work('prune', () => Promise.reject(new Error('outage')))).rejects.toThrow('outage');
    expect(await work('prune', async () => 'again')).toBe('again');
  });
});
