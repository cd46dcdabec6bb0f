import { outboxMigration, type SqlMigration, toldStreamsMigration } from '@kentongan/database';
import { collectorSchema } from '../collector.schema.js';

const createTables: SqlMigration = {
  timestamp: 1767225601000,
  name: 'CreateCollectorTables',
  up: `
    CREATE TABLE regions (
      region_id text PRIMARY KEY,
      mode text NOT NULL CHECK (mode IN ('live', 'historical')),
      settings jsonb NOT NULL,
      configured_at timestamptz NOT NULL DEFAULT now()
    );
    -- What makes a post known again, kept as long as the archive. content_hash is 128 bits of a keyed hash: uuid is the
    -- smallest type that holds them. Half-empty pages let a new reach be written beside the old row (HOT).
    CREATE TABLE seen (
      region_id text NOT NULL,
      post_id text NOT NULL,
      first_created_at timestamptz NOT NULL,
      revision integer NOT NULL,
      content_hash uuid NOT NULL,
      likes bigint,
      retweets bigint,
      replies bigint,
      views bigint,
      found_by text[] NOT NULL,
      change text NOT NULL,
      seen_at timestamptz NOT NULL,
      PRIMARY KEY (region_id, post_id)
    ) WITH (fillfactor = 85);
    CREATE TABLE refused (
      refused_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      region_id text NOT NULL,
      source_id text NOT NULL,
      reason text NOT NULL,
      sha256 text NOT NULL,
      masked text NOT NULL,
      refused_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE feeds (
      region_id text NOT NULL,
      source_id text NOT NULL,
      cursor jsonb NOT NULL,
      state text,
      since timestamptz,
      detail text NOT NULL DEFAULT '',
      failures integer NOT NULL DEFAULT 0,
      polled_at timestamptz NOT NULL,
      PRIMARY KEY (region_id, source_id)
    );`,
  down: 'DROP TABLE feeds; DROP TABLE refused; DROP TABLE seen; DROP TABLE regions;',
};

/** New posts by source and hour: the state of sources is asked for often, and `seen` is far too large to count. */
const countSources: SqlMigration = {
  timestamp: 1767225601001,
  name: 'CountPostsOfSources',
  up: `
    CREATE TABLE source_hours (
      region_id text NOT NULL,
      source_id text NOT NULL,
      hour timestamptz NOT NULL,
      posts integer NOT NULL,
      first_post_at timestamptz NOT NULL,
      last_post_at timestamptz NOT NULL,
      PRIMARY KEY (region_id, source_id, hour)
    ) WITH (fillfactor = 50);
    ALTER TABLE feeds ADD COLUMN failure text;`,
  down: 'ALTER TABLE feeds DROP COLUMN failure; DROP TABLE source_hours;',
};

/** Several collectors poll each feed once: whoever has its lease, and not before the next poll is due. */
const shareFeeds: SqlMigration = {
  timestamp: 1767225601002,
  name: 'ShareFeeds',
  up: `
    ALTER TABLE feeds
      ADD COLUMN next_poll_at timestamptz,
      ADD COLUMN leased_until timestamptz,
      ADD COLUMN leased_by text,
      ADD COLUMN version text`,
  down: 'ALTER TABLE feeds DROP COLUMN next_poll_at, DROP COLUMN leased_until, DROP COLUMN leased_by, DROP COLUMN version',
};

/** For `migrate(url, collectorSchema, collectorMigrations)`, before the module starts. */
export const collectorMigrations: readonly SqlMigration[] = [
  outboxMigration(collectorSchema),
  createTables,
  countSources,
  shareFeeds,
  toldStreamsMigration(collectorSchema),
];
