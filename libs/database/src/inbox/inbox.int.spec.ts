import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@kentongan/testing';
import { withTransaction } from '../connection/transaction.js';
import { databaseWithSchema } from '../testing/database-schema.js';
import { pruneInbox, recordInInbox } from './inbox.js';

describe('the inbox', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await databaseWithSchema();
    await database.pool.query('CREATE TABLE effects (event_id text)');
  });
  afterAll(() => database.drop());

  const record = (consumer: string, ids: readonly string[]) =>
    withTransaction(database.pool, (client) => recordInInbox(client, 'desk', consumer, ids));

  it('lets each event through once for each consumer', async () => {
    expect(await record('analyzer', ['a', 'b', 'a'])).toEqual(new Set(['a', 'b']));
    expect(await record('analyzer', ['b', 'c'])).toEqual(new Set(['c']));
    expect(await record('notifier', ['b'])).toEqual(new Set(['b']));
    expect(await record('analyzer', [])).toEqual(new Set());
  });

  it('forgets an event whose effect was rolled back', async () => {
    const failing = withTransaction(database.pool, async (client) => {
      await recordInInbox(client, 'desk', 'responder', ['x']);
      throw new Error('the effect failed');
    });
    await expect(failing).rejects.toThrow('the effect failed');
    expect(await record('responder', ['x'])).toEqual(new Set(['x']));
  });

  it('gives each of 300 events one effect when three consumers take all of them at once, in different orders', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `event-${index}`);
    const consume = (order: readonly string[]) =>
      withTransaction(database.pool, async (client) => {
        const fresh = await recordInInbox(client, 'desk', 'archiver', order);
        await client.query('INSERT INTO effects SELECT unnest($1::text[])', [[...fresh]]);
        return fresh.size;
      });
    const sizes = await Promise.all([consume(ids), consume([...ids].reverse()), consume(ids.slice(100))]);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(300);
    const { rows } = await database.pool.query('SELECT event_id FROM effects GROUP BY 1 HAVING count(*) = 1');
    expect(rows).toHaveLength(300);
  });

  it('is pruned by age', async () => {
    await record('pruned', ['old', 'new']);
    await database.pool.query(`UPDATE desk.inbox SET recorded_at = '2020-01-01Z' WHERE event_id = 'old'`);
    expect(await pruneInbox(database.pool, 'desk', new Date('2021-01-01Z'))).toBe(1);
    expect(await record('pruned', ['old', 'new'])).toEqual(new Set(['old']));
  });
});
