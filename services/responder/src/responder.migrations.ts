import { outboxMigration, type SqlMigration, toldStreamsMigration } from '@kentongan/database';
import { clarificationsMigration } from './clarifications/index.js';
import { correctionsMigration } from './corrections/index.js';
import { factHistoryMigration, memoryDeskMigration } from './facts/index.js';
import { issuesMigration } from './issues/issues.migration.js';
import { responderSchema } from './responder.schema.js';

const createFacts: SqlMigration = {
  timestamp: 1763800000000,
  name: 'CreateFacts',
  up: `CREATE TABLE ${responderSchema}.facts (
      fact_id text PRIMARY KEY,
      fact jsonb NOT NULL,
      content_hash text NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now()
    )`,
  down: `DROP TABLE ${responderSchema}.facts`,
};

export const responderMigrations: readonly SqlMigration[] = [
  createFacts,
  issuesMigration,
  factHistoryMigration,
  clarificationsMigration,
  correctionsMigration,
  outboxMigration(responderSchema),
  toldStreamsMigration(responderSchema),
  memoryDeskMigration,
];
