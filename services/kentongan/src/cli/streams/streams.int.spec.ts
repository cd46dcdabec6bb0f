import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logStream } from '@kentongan/contracts';
import { createPostgresLog, type PostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { applyStreams, describeStreams } from './apply-streams.js';

const declared = (partitions: number, retentionHours: number) =>
  logStream('test.drums', { events: [], key: () => '', partitions, retentionHours });

describe('streams apply', () => {
  let database: TestDatabase;
  let port: PostgresLog;
  beforeAll(async () => {
    database = await createTestDatabase();
    port = createPostgresLog({ pool: database.pool });
  });
  afterAll(async () => {
    await port.close();
    await database.drop();
  });

  it('only tells with --check, creates without, and then finds nothing', async () => {
    const checked = await applyStreams(port, [declared(2, 24)], true);
    expect(checked.left.map(({ stream, what }) => `${stream} ${what}`)).toEqual([
      'test.drums missing',
      'test.drums.dead missing',
    ]);
    expect(describeStreams(checked, true).at(-1)).toBe('2 differences.');
    const applied = await applyStreams(port, [declared(2, 24)], false);
    expect([applied.mended.length, applied.left.length]).toEqual([2, 0]);
    expect(await applyStreams(port, [declared(2, 24)], true)).toEqual({ mended: [], left: [] });
  });

  it('mends the retention and tells what cannot be mended', async () => {
    const applied = await applyStreams(port, [declared(3, 48)], false);
    expect(describeStreams(applied, false)).toEqual([
      'test.drums: retentionHours is 48 now, was 24',
      expect.stringMatching(/^test\.drums: partitions is 2, declared 3 \(cannot be changed/),
      expect.stringMatching(/^test\.drums\.dead: partitions is 2, declared 3/),
      '2 differences.',
    ]);
  });
});
