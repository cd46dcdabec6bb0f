export { exclusively } from './connection/exclusively.js';
export {
  DATABASE_POOL,
  type Database,
  type OpenDatabaseOptions,
  openDatabase,
} from './connection/open-database.js';
export { withTransaction } from './connection/transaction.js';
export { DatabaseStartError, type DatabaseStartProblem } from './embedded/database-start-error.js';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded/embedded-postgres.js';
export { type EmbeddedState, lookAtEmbedded } from './embedded/running-database.js';
export { inboxMigration, pruneInbox, recordInInbox } from './inbox/inbox.js';
export { applyMigrations } from './migrations/apply-migrations.js';
export { migrate, revertLastMigration } from './migrations/migrate.js';
export type { SqlMigration } from './migrations/sql-migration.js';
export { appendToOutbox, type OutboxRow } from './outbox/append-to-outbox.js';
export type { OutboxRecord } from './outbox/outbox-batch.js';
export type { OutboxLag } from './outbox/outbox-lag.js';
export { outboxMigration } from './outbox/outbox-migration.js';
export { OutboxRelay, type OutboxRelayOptions } from './outbox/outbox-relay.js';
export { publishAnew, toldStreamsMigration } from './outbox/publish-anew.js';
