import type { SqlMigration } from '@kentongan/database';
import { responderSchema } from '../responder.schema.js';

const schema = responderSchema;

/** The desk's cases, what the detector said of them, and their timeline that only grows. */
export const issuesMigration: SqlMigration = {
  timestamp: 1764000000000,
  name: 'CreateIssues',
  up: `
    CREATE TABLE ${schema}.issues (
      issue_id text PRIMARY KEY,
      region_id text NOT NULL,
      version int NOT NULL CHECK (version > 0),
      status text NOT NULL CHECK (status IN ('open', 'snoozed', 'done')),
      state text NOT NULL,
      state_before text,
      state_since timestamptz NOT NULL,
      level_rank smallint NOT NULL,
      acknowledged_at timestamptz,
      -- Level first, then what nobody has taken yet, then the points within the level.
      urgency int GENERATED ALWAYS AS
        ((level_rank * 2 + CASE WHEN acknowledged_at IS NULL THEN 1 ELSE 0 END) * 1000
          + round((card #>> '{priority,score}')::numeric)::int) STORED,
      opened_at timestamptz NOT NULL,
      risen_at timestamptz NOT NULL,
      closed_at timestamptz,
      snoozed_until timestamptz,
      due_at timestamptz,
      owner_id text,
      agency_id text,
      merged_into text,
      route text,
      quiet_rank smallint,
      dismissal jsonb,
      last_event_at timestamptz NOT NULL,
      alert_seconds double precision,
      subjects text[] NOT NULL,
      places text[] NOT NULL,
      near_copy_key text,
      traces jsonb NOT NULL,
      tokens text[] NOT NULL,
      main_tokens text[] NOT NULL,
      card jsonb NOT NULL
    );
    CREATE INDEX issues_by_urgency
      ON ${schema}.issues (region_id, status, urgency DESC, risen_at DESC, issue_id DESC);
    CREATE INDEX issues_done ON ${schema}.issues (region_id, closed_at DESC, issue_id DESC) WHERE status = 'done';
    CREATE INDEX issues_opened ON ${schema}.issues (region_id, opened_at);
    CREATE INDEX issues_tokens ON ${schema}.issues USING gin (tokens);
    CREATE INDEX issues_main_tokens ON ${schema}.issues USING gin (main_tokens);
    CREATE INDEX issues_snoozed ON ${schema}.issues (snoozed_until) WHERE status = 'snoozed';
    CREATE INDEX issues_merged ON ${schema}.issues (merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE ${schema}.issue_signals (
      region_id text NOT NULL,
      signal_id text NOT NULL,
      issue_id text NOT NULL,
      version int NOT NULL,
      recorded_at timestamptz NOT NULL,
      PRIMARY KEY (region_id, signal_id)
    );
    CREATE INDEX issue_signals_of_issue ON ${schema}.issue_signals (issue_id);

    CREATE TABLE ${schema}.timeline (
      issue_id text NOT NULL,
      sequence int NOT NULL,
      at timestamptz NOT NULL,
      change text NOT NULL,
      by_person jsonb,
      role text,
      from_state text,
      to_state text NOT NULL,
      from_version int NOT NULL,
      reason text,
      causation_id text,
      PRIMARY KEY (issue_id, sequence)
    );
    -- The steps whose times the overview sums up, without a look at the table.
    CREATE INDEX timeline_steps ON ${schema}.timeline (issue_id, change, at)
      WHERE change IN ('acknowledged', 'triaged', 'published', 'closed');
    CREATE FUNCTION ${schema}.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the timeline only grows'; END $$;
    CREATE TRIGGER timeline_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.timeline
      FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_rewriting();`,
  down: `
    DROP TABLE ${schema}.timeline;
    DROP FUNCTION ${schema}.refuse_rewriting();
    DROP TABLE ${schema}.issue_signals;
    DROP TABLE ${schema}.issues`,
};
