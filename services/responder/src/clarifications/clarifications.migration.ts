import type { SqlMigration } from '@kentongan/database';
import { responderSchema } from '../responder.schema.js';

/** Clarifications with every version of their words, and the evidence of issues. */
export const clarificationsMigration: SqlMigration = {
  timestamp: 1764000000001,
  name: 'CreateClarifications',
  up: `
    CREATE TABLE ${responderSchema}.clarifications (
      issue_id text PRIMARY KEY,
      region_id text NOT NULL,
      version int NOT NULL CHECK (version > 0),
      status text NOT NULL CHECK (status IN ('suggested', 'draft', 'submitted', 'approved', 'published')),
      text jsonb NOT NULL,
      supports jsonb NOT NULL,
      open_questions jsonb NOT NULL,
      -- What the suggestion was composed from, to compose it anew when evidence comes; null once a person wrote.
      source jsonb,
      author jsonb,
      approvals jsonb NOT NULL DEFAULT '[]',
      published_at timestamptz,
      updated_at timestamptz NOT NULL
    );
    -- What stood when, by whom: corrections stay visible.
    CREATE TABLE ${responderSchema}.clarification_versions (
      issue_id text NOT NULL,
      version int NOT NULL,
      change text NOT NULL,
      status text NOT NULL,
      text jsonb NOT NULL,
      approvals jsonb NOT NULL,
      by_person jsonb,
      at timestamptz NOT NULL,
      PRIMARY KEY (issue_id, version)
    );
    CREATE TABLE ${responderSchema}.clarification_evidence (
      evidence_id text PRIMARY KEY,
      issue_id text NOT NULL,
      evidence jsonb NOT NULL,
      added_by jsonb,
      added_at timestamptz NOT NULL
    );
    CREATE INDEX clarification_evidence_of_issue
      ON ${responderSchema}.clarification_evidence (issue_id, added_at, evidence_id);`,
  down: `
    DROP TABLE ${responderSchema}.clarification_evidence;
    DROP TABLE ${responderSchema}.clarification_versions;
    DROP TABLE ${responderSchema}.clarifications`,
};
