import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestOutcome } from '@kentongan/contracts';
import { migrate } from '@kentongan/database';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { collectorSchema } from '../collector.schema.js';
import { checkPost } from '../ingest/check-line.js';
import { defaultIngestLimits } from '../ingest/limits.js';
import { type IngestTarget, PostIngest } from '../ingest/post-ingest.js';
import { collectorMigrations } from '../migrations/collector-migrations.js';
import { AuthorKeyring } from '../privacy/author-keyring.js';

/** The ingest on a database of its own, without HTTP. */
export interface TestIngest {
  readonly database: TestDatabase;
  readonly ingest: PostIngest;
  readonly keyring: AuthorKeyring;
  store(posts: readonly object[], target?: Partial<IngestTarget>): Promise<IngestOutcome[]>;
  /** Forgets all posts. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function createTestIngest(now: () => number): Promise<TestIngest> {
  const database = await createTestDatabase();
  await migrate(database.url, collectorSchema, collectorMigrations);
  const folder = mkdtempSync(join(tmpdir(), 'collector-'));
  const clock = { now };
  const keyring = AuthorKeyring.open({ file: join(folder, 'keys.json'), clock, periodDays: 90 });
  const ingest = new PostIngest({
    pool: database.pool,
    keyring,
    publicHandles: new Set(),
    clock,
    limits: defaultIngestLimits,
    newId: randomUUID,
    afterCommit: () => {},
  });
  return {
    database,
    ingest,
    keyring,
    store: async (posts, target) => {
      const full = { ...defaultTarget, ...target };
      const prepared = await ingest.prepare(full, posts, (post) => ({
        number: posts.indexOf(post) + 1,
        checked: checkPost(post, now()),
        sample: null,
      }));
      return ingest.store(full, prepared);
    },
    clear: async () => {
      await database.pool.query(
        'TRUNCATE collector.seen, collector.outbox, collector.feeds, collector.refused',
      );
    },
    close: async () => {
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

const defaultTarget: IngestTarget = {
  regionId: 'default',
  mode: 'live',
  sourceId: 'api',
  correlationId: 'test',
  isEditedByFirstFinderOnly: false,
};
