import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@kentongan/testing';
import { withTransaction } from '../connection/transaction.js';
import { recordInInbox } from '../inbox/inbox.js';
import { databaseWithSchema } from '../testing/database-schema.js';
import { runNode } from '../testing/node-process.js';

/** Where a process kills itself: the four moments at which a commit and its message could part. */
const moments = ['afterCommit', 'beforePublish', 'afterPublish', 'never'] as const;
type Moment = (typeof moments)[number];

/**
 * A service that commits an issue and its message together, 20 times, with a relay that publishes, three at a time, to the table
 * `published`; it kills itself the `fatalTime`th time that it comes to the moment.
 */
const serviceText = (url: string, run: number, moment: Moment, fatalTime: number) => `
  let times = 0;
  const at = (moment) => { if (moment === '${moment}' && ++times === ${fatalTime}) process.kill(process.pid, 'SIGKILL'); };
  const { pool, close } = await database.openDatabase({ url: ${JSON.stringify(url)} });
  const relay = new database.OutboxRelay({
    pool, schema: 'desk', batchRowsMax: 3, onFailure: (error) => { throw error; },
    publish: async (stream, records) => {
      at('beforePublish');
      await pool.query('INSERT INTO published SELECT unnest($1::text[])', [records.map(({ key }) => key)]);
      at('afterPublish');
    },
  });
  relay.start();
  for (let issue = 0; issue < 20; issue += 1) {
    const key = 'run-${run}-issue-' + issue;
    await database.withTransaction(pool, async (client) => {
      await client.query('INSERT INTO issues VALUES ($1)', [key]);
      await database.appendToOutbox(client, 'desk', [{ stream: 'issues.changed', key, value: Buffer.from(key) }]);
    });
    at('afterCommit');
    relay.wake();
  }
  while ((await pool.query('SELECT 1 FROM desk.outbox')).rowCount > 0) await new Promise((go) => setTimeout(go, 10));
  await relay.stop();
  await close();`;

describe('a service that is killed between its commit and its message', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await databaseWithSchema();
    await database.pool.query(`
      CREATE TABLE issues (key text PRIMARY KEY);
      CREATE TABLE published (key text, place bigint GENERATED ALWAYS AS IDENTITY);
      CREATE TABLE effects (key text)`);
  });
  afterAll(() => database.drop());

  it('publishes every committed issue at least once and no other, and each has one effect', async () => {
    const kills = 12;
    for (let run = 0; run < kills; run += 1) {
      const service = runNode(serviceText(database.url, run, moments[run % 3] ?? 'never', 1 + (run % 5)));
      expect(await service.ended()).toMatchObject({ signal: 'SIGKILL' });
    }
    expect(await runNode(serviceText(database.url, kills, 'never', 0)).ended()).toEqual({
      code: 0,
      signal: null,
      output: '',
    });
    const { rows: published } = await database.pool.query<{ key: string }>(
      'SELECT key FROM published ORDER BY place',
    );
    const { rows: issues } = await database.pool.query<{ key: string }>('SELECT key FROM issues');
    const keys = published.map(({ key }) => key);
    expect(new Set(keys)).toEqual(new Set(issues.map(({ key }) => key)));
    expect(issues.length).toBeGreaterThan(20 + kills);
    expect(keys.length).toBeGreaterThan(issues.length); // it did happen: some were published twice

    for (let first = 0; first < keys.length; first += 16)
      await withTransaction(database.pool, async (client) => {
        const fresh = await recordInInbox(client, 'desk', 'notifier', keys.slice(first, first + 16));
        await client.query('INSERT INTO effects SELECT unnest($1::text[])', [[...fresh]]);
      });
    const { rows: effects } = await database.pool.query<{ key: string }>('SELECT key FROM effects');
    expect(effects.map(({ key }) => key).sort()).toEqual(issues.map(({ key }) => key).sort());
  });
});
