import type { SqlMigration } from '@kentongan/database';
import { gatewaySchema } from './gateway.schema.js';
import { liveMigrations } from './live/index.js';

const s = gatewaySchema;

/**
 * A session is stored under the digest of its id: who reads the table cannot sign in with it. `login_attempts` holds what
 * was tried, not what was refused untried, so a flood cannot fill it.
 */
const createGateway: SqlMigration = {
  timestamp: 1763810000000,
  name: 'CreateGateway',
  up: `
    CREATE TABLE ${s}.users (
      user_id text PRIMARY KEY,
      user_name text NOT NULL UNIQUE,
      name text NOT NULL,
      role text NOT NULL,
      region_ids text[] NOT NULL,
      agency_id text,
      is_active boolean NOT NULL DEFAULT true,
      password_hash text NOT NULL,
      must_change_password boolean NOT NULL,
      one_time_until timestamptz,
      created_at timestamptz NOT NULL
    );
    CREATE TABLE ${s}.sessions (
      session_key bytea PRIMARY KEY,
      user_id text NOT NULL REFERENCES ${s}.users ON DELETE CASCADE,
      created_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL
    );
    CREATE INDEX sessions_by_user ON ${s}.sessions (user_id, created_at);
    CREATE TABLE ${s}.login_attempts (
      attempt_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      account text NOT NULL,
      address text NOT NULL,
      device text,
      familiarity text NOT NULL,
      attempted_at timestamptz NOT NULL
    );
    CREATE INDEX login_attempts_by_account ON ${s}.login_attempts (account, attempted_at);
    CREATE INDEX login_attempts_by_address ON ${s}.login_attempts (address, attempted_at);
    CREATE INDEX login_attempts_by_time ON ${s}.login_attempts (attempted_at);
    CREATE TABLE ${s}.familiar_origins (
      account text NOT NULL,
      origin text NOT NULL,
      last_used_at timestamptz NOT NULL,
      PRIMARY KEY (account, origin)
    );
    CREATE TABLE ${s}.saved_searches (
      search_id text PRIMARY KEY,
      user_id text NOT NULL REFERENCES ${s}.users ON DELETE CASCADE,
      region_id text NOT NULL,
      name text NOT NULL,
      query text NOT NULL,
      created_at timestamptz NOT NULL
    );
    CREATE INDEX saved_searches_by_user ON ${s}.saved_searches (user_id, region_id, created_at);
    CREATE TABLE ${s}.audit (
      sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL,
      action text NOT NULL,
      account text NOT NULL,
      by_user_id text,
      by_name text,
      address text,
      detail jsonb NOT NULL
    );
    CREATE INDEX audit_by_account ON ${s}.audit (account, sequence)`,
  down: `DROP TABLE ${s}.users, ${s}.sessions, ${s}.login_attempts, ${s}.familiar_origins, ${s}.saved_searches, ${s}.audit`,
};

export const gatewayMigrations: readonly SqlMigration[] = [createGateway, ...liveMigrations];
