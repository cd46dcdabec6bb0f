import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { migrate } from '@kentongan/database';
import { createMetrics } from '@kentongan/platform';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { collectorSchema } from '../collector.schema.js';
import { collectorMigrations } from '../migrations/collector-migrations.js';
import { SourceMetrics } from './source-metrics.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url, collectorSchema, collectorMigrations);
});
afterAll(() => database.drop());

const feed = (sourceId: string, state: string | null) =>
  database.pool.query(
    `INSERT INTO ${collectorSchema}.feeds (region_id, source_id, cursor, state, polled_at) VALUES ('kota-uji', $1, '{}', $2, now())
     ON CONFLICT (region_id, source_id) DO UPDATE SET state = excluded.state`,
    [sourceId, state],
  );

it('tells how the feeds stand now, and goes on without a database', async () => {
  const metrics = createMetrics();
  new SourceMetrics(metrics, database.pool);
  const told = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('kentongan_sources'));
  await feed('warta', 'live');
  await feed('radio', 'down');
  await feed('baru', null);
  expect((await told()).sort()).toEqual([
    'kentongan_sources{region="kota-uji",state="down"} 1',
    'kentongan_sources{region="kota-uji",state="live"} 1',
  ]);
  await feed('radio', 'live');
  expect(await told()).toEqual(['kentongan_sources{region="kota-uji",state="live"} 2']);
  await database.pool.query(`ALTER TABLE ${collectorSchema}.feeds RENAME TO feeds_away`);
  expect(await told()).toEqual([]);
  expect(await metrics.registry.metrics()).toContain('kentongan_process_resident_memory_bytes');
});
