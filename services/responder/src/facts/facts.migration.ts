import type { SqlMigration } from '@kentongan/database';
import { responderSchema } from '../responder.schema.js';

/** Whose a fact is, what words it is found by, and every version of it with who made it. */
export const factHistoryMigration: SqlMigration = {
  timestamp: 1764000000002,
  name: 'AddFactHistory',
  up: `
    ALTER TABLE ${responderSchema}.facts
      ADD COLUMN region_id text NOT NULL DEFAULT '*',
      ADD COLUMN version int NOT NULL DEFAULT 1,
      ADD COLUMN change text NOT NULL DEFAULT 'imported',
      ADD COLUMN changed_by jsonb,
      ADD COLUMN newest_at timestamptz,
      ADD COLUMN words tsvector GENERATED ALWAYS AS (
        to_tsvector('simple', left((fact ->> 'title') || ' ' || coalesce(fact ->> 'conclusion', '') || ' ' ||
          coalesce(fact ->> 'hoaxText', '') || ' ' || coalesce(fact ->> 'publisher', ''), 50000))
      ) STORED;
    UPDATE ${responderSchema}.facts SET
      recorded_at = date_trunc('milliseconds', recorded_at),
      newest_at = coalesce((fact ->> 'publishedAt')::timestamptz, date_trunc('milliseconds', recorded_at));
    ALTER TABLE ${responderSchema}.facts ALTER COLUMN newest_at SET NOT NULL;
    CREATE INDEX facts_newest ON ${responderSchema}.facts (newest_at DESC, fact_id DESC);
    CREATE INDEX facts_words ON ${responderSchema}.facts USING gin (words);
    CREATE TABLE ${responderSchema}.fact_versions (
      fact_id text NOT NULL,
      version int NOT NULL,
      region_id text NOT NULL,
      change text NOT NULL,
      fact jsonb,
      by_person jsonb,
      at timestamptz NOT NULL,
      PRIMARY KEY (fact_id, version)
    );
    INSERT INTO ${responderSchema}.fact_versions (fact_id, version, region_id, change, fact, at)
      SELECT fact_id, version, region_id, change, fact, recorded_at FROM ${responderSchema}.facts;`,
  down: `
    DROP TABLE ${responderSchema}.fact_versions;
    DROP INDEX ${responderSchema}.facts_words;
    DROP INDEX ${responderSchema}.facts_newest;
    ALTER TABLE ${responderSchema}.facts
      DROP COLUMN words, DROP COLUMN newest_at, DROP COLUMN changed_by, DROP COLUMN change, DROP COLUMN version,
      DROP COLUMN region_id`,
};
