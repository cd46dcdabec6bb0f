import { archiveMigrations } from '@kentongan/archive/postgres';
import { collectorMigrations, collectorSchema } from '@kentongan/collector';
import type { SqlMigration } from '@kentongan/database';
import { detectorMigrations, detectorSchema } from '@kentongan/detector';
import { gatewayMigrations, gatewaySchema } from '@kentongan/gateway';
import { notifierMigrations, notifierSchema } from '@kentongan/notifier';
import { responderMigrations, responderSchema } from '@kentongan/responder';

/** Every schema with migrations: what is applied at start, and what a backup holds. */
export const schemas: readonly (readonly [string, readonly SqlMigration[]])[] = [
  [collectorSchema, collectorMigrations],
  ['archive', archiveMigrations],
  [detectorSchema, detectorMigrations],
  [responderSchema, responderMigrations],
  [notifierSchema, notifierMigrations],
  [gatewaySchema, gatewayMigrations],
];
