import type { SqlMigration } from '@kentongan/database';
import { gatewaySchema as s } from '../gateway.schema.js';

const createLiveEvents: SqlMigration = {
  timestamp: 1763820000000,
  name: 'CreateLiveEvents',
  up: `
    -- Ids are given out under the lock of this one row, which is held until the commit: they have no gaps and are
    -- visible in their order, so a reader that has seen 7 has seen everything up to 7.
    CREATE TABLE ${s}.live_head (
      is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
      last_id bigint NOT NULL
    );
    INSERT INTO ${s}.live_head (last_id) VALUES (0);
    CREATE TABLE ${s}.live_events (
      id bigint PRIMARY KEY,
      event_id text NOT NULL UNIQUE,
      region_id text NOT NULL,
      recipient text,
      agency_id text,
      issue_id text,
      kind text NOT NULL,
      payload text NOT NULL,
      at timestamptz NOT NULL
    ) WITH (autovacuum_vacuum_scale_factor = 0.05);
    CREATE INDEX live_events_issue ON ${s}.live_events (issue_id, id) WHERE kind = 'issue';
    CREATE INDEX live_events_at ON ${s}.live_events (at)`,
  down: `DROP TABLE ${s}.live_events; DROP TABLE ${s}.live_head`,
};

/** Run with the gateway's own migrations. */
export const liveMigrations: readonly SqlMigration[] = [createLiveEvents];
