export { createPostgresLog, type PostgresLog, type PostgresLogOptions } from './postgres-log.js';
export type { DroppedDay } from './retention.js';
