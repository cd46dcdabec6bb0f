import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { inboxMigration } from '../inbox/inbox.js';
import { migrate } from '../migrations/migrate.js';
import { outboxMigration } from '../outbox/outbox-migration.js';

/** A database of its own with one schema, `desk`, that has an outbox and an inbox. */
export async function databaseWithSchema(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await migrate(database.url, 'desk', [outboxMigration('desk'), inboxMigration('desk')]);
  return database;
}

/** Waits until something is so; the test's own time limit ends a wait in vain. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}
