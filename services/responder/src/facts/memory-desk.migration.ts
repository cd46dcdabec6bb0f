import type { SqlMigration } from '@kentongan/database';
import { responderSchema as s } from '../responder.schema.js';

/** Where facts came from, which are shared or duplicates, and what people said about matches. */
export const memoryDeskMigration: SqlMigration = {
  timestamp: 1764900000027,
  name: 'AddMemoryDesk',
  up: `
    CREATE TABLE ${s}.fact_imports (
      import_id text PRIMARY KEY,
      region_id text NOT NULL,
      file_name text,
      source text,
      licence text,
      forms text[] NOT NULL DEFAULT '{}',
      by_person jsonb NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      -- Rises while it runs; long silence means that it broke off.
      touched_at timestamptz NOT NULL,
      read int NOT NULL DEFAULT 0,
      recorded int NOT NULL DEFAULT 0,
      unchanged int NOT NULL DEFAULT 0,
      refused int NOT NULL DEFAULT 0
    );
    CREATE INDEX fact_imports_newest ON ${s}.fact_imports (started_at DESC);
    ALTER TABLE ${s}.facts
      ADD COLUMN import_id text,
      -- The region that shared it: it may change it and take it back.
      ADD COLUMN shared_by text,
      ADD COLUMN merged_into text;
    CREATE INDEX facts_merged ON ${s}.facts (merged_into) WHERE merged_into IS NOT NULL;
    ALTER TABLE ${s}.fact_versions ADD COLUMN import_id text;
    -- About a post and a fact; no author of a post stands here.
    CREATE TABLE ${s}.fact_judgements (
      fact_id text NOT NULL,
      region_id text NOT NULL,
      post_id text NOT NULL,
      level text NOT NULL CHECK (level IN ('same', 'matched', 'related')),
      agrees boolean NOT NULL,
      by_person jsonb NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (fact_id, region_id, post_id)
    );
    CREATE INDEX fact_judgements_month ON ${s}.fact_judgements (region_id, at);`,
  down: `
    DROP TABLE ${s}.fact_judgements;
    ALTER TABLE ${s}.fact_versions DROP COLUMN import_id;
    DROP INDEX ${s}.facts_merged;
    ALTER TABLE ${s}.facts DROP COLUMN import_id, DROP COLUMN shared_by, DROP COLUMN merged_into;
    DROP TABLE ${s}.fact_imports`,
};
