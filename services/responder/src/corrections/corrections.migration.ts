import type { SqlMigration } from '@kentongan/database';
import { responderSchema as s } from '../responder.schema.js';

/** What people corrected: as it stands now, and every step with who took it. */
export const correctionsMigration: SqlMigration = {
  timestamp: 1764000000004,
  name: 'CreateCorrections',
  up: `
    CREATE TABLE ${s}.corrections (
      region_id text NOT NULL,
      correction_key text NOT NULL,
      version int NOT NULL,
      part text NOT NULL,
      post_id text,
      first_created_at timestamptz,
      issue_id text,
      label jsonb NOT NULL,
      said text,
      lesson jsonb,
      is_undone boolean NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (region_id, correction_key)
    );
    CREATE INDEX corrections_standing ON ${s}.corrections (region_id, at) WHERE NOT is_undone;
    CREATE TABLE ${s}.correction_steps (
      region_id text NOT NULL,
      correction_key text NOT NULL,
      version int NOT NULL,
      label jsonb NOT NULL,
      said text,
      is_undone boolean NOT NULL,
      by_person jsonb NOT NULL,
      role text NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (region_id, correction_key, version)
    );
    CREATE FUNCTION ${s}.refuse_rewriting_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the record of corrections only grows'; END $$;
    CREATE TRIGGER correction_steps_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON ${s}.correction_steps
      FOR EACH STATEMENT EXECUTE FUNCTION ${s}.refuse_rewriting_corrections();`,
  down: `
    DROP TABLE ${s}.correction_steps;
    DROP FUNCTION ${s}.refuse_rewriting_corrections();
    DROP TABLE ${s}.corrections`,
};
