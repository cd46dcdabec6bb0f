import { archiveMigrations } from '@kentongan/archive/postgres';
import { collectorMigrations, collectorSchema } from '@kentongan/collector';
import type { SqlMigration } from '@kentongan/database';
import { detectorMigrations, detectorSchema } from '@kentongan/detector';
import { gatewayMigrations, gatewaySchema } from '@kentongan/gateway';
import { notifierMigrations, notifierSchema } from '@kentongan/notifier';
import { responderMigrations, responderSchema } from '@kentongan/responder';

type Schemas = readonly (readonly [schema: string, migrations: readonly SqlMigration[]])[];

/** The services' own tables, brought up to date at every start. */
export const serviceSchemas: Schemas = [
  [collectorSchema, collectorMigrations],
  [detectorSchema, detectorMigrations],
  [responderSchema, responderMigrations],
  [notifierSchema, notifierMigrations],
  [gatewaySchema, gatewayMigrations],
];

/** Every schema with migrations, that of an archive in PostgreSQL included: what a backup holds. */
export const schemas: Schemas = [...serviceSchemas, ['archive', archiveMigrations]];
