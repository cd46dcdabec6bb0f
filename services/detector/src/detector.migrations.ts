import { outboxMigration, type SqlMigration } from '@kentongan/database';
import { detectorSchema } from './detector.schema.js';

const s = detectorSchema;

/**
 * `states` and `chunks` are what the counters need to go on after a crash, saved together with the offset in
 * `positions`. State is text: the server compresses it better than it would a parsed document, and never looks inside.
 */
const createDetector: SqlMigration = {
  timestamp: 1763800000000,
  name: 'CreateDetector',
  up: `
    CREATE TABLE ${s}.signals (
      sequence bigint GENERATED ALWAYS AS IDENTITY,
      region_id text NOT NULL,
      signal_id text NOT NULL,
      version int NOT NULL,
      signal jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (region_id, signal_id, version)
    );
    CREATE UNIQUE INDEX signals_by_sequence ON ${s}.signals (sequence);
    CREATE INDEX signals_by_region ON ${s}.signals (region_id, sequence);
    CREATE TABLE ${s}.positions (
      partition int PRIMARY KEY,
      next_offset bigint,
      owner uuid NOT NULL
    );
    CREATE TABLE ${s}.regions (
      region_id text PRIMARY KEY,
      partition int NOT NULL,
      state text NOT NULL
    );
    CREATE TABLE ${s}.keys (
      region_id text NOT NULL,
      key text NOT NULL,
      state text NOT NULL,
      PRIMARY KEY (region_id, key)
    ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
    CREATE TABLE ${s}.chunks (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      region_id text NOT NULL,
      kind text NOT NULL,
      position bigint NOT NULL,
      body bytea NOT NULL
    );
    CREATE INDEX chunks_by_region ON ${s}.chunks (region_id, kind, position);
    CREATE TABLE ${s}.rules (
      region_id text NOT NULL,
      partition int NOT NULL,
      from_offset bigint NOT NULL,
      rules jsonb NOT NULL,
      PRIMARY KEY (region_id, from_offset)
    )`,
  down: `DROP TABLE ${s}.signals, ${s}.positions, ${s}.regions, ${s}.keys, ${s}.chunks, ${s}.rules`,
};

/** Any detector answers for all of them how many posts wait to be judged. */
const countHeldBack: SqlMigration = {
  timestamp: 1763800000001,
  name: 'CountHeldBack',
  up: `ALTER TABLE ${s}.positions ADD COLUMN held_back int NOT NULL DEFAULT 0`,
  down: `ALTER TABLE ${s}.positions DROP COLUMN held_back`,
};

/** An offset says nothing on a stream of another identity; null is that of a desk from before identities were kept. */
const rememberStream: SqlMigration = {
  timestamp: 1763800000002,
  name: 'RememberStream',
  up: `ALTER TABLE ${s}.positions ADD COLUMN stream_identity text`,
  down: `ALTER TABLE ${s}.positions DROP COLUMN stream_identity`,
};

export const detectorMigrations: readonly SqlMigration[] = [
  outboxMigration(detectorSchema),
  createDetector,
  countHeldBack,
  rememberStream,
];
