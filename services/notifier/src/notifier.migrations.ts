import { inboxMigration, outboxMigration, type SqlMigration } from '@kentongan/database';
import { notifierSchema as s } from './notifier.schema.js';

const createAlerts: SqlMigration = {
  timestamp: 1763830000000,
  name: 'CreateAlerts',
  up: `
    -- What was last told about each issue: without it every change would be an alert.
    CREATE TABLE ${s}.told_issues (
      issue_id text PRIMARY KEY,
      version int NOT NULL DEFAULT 0,
      told_level text,
      changed_at timestamptz NOT NULL
    );
    CREATE TABLE ${s}.inbox_items (
      recipient text NOT NULL,
      issue_id text NOT NULL,
      region_id text NOT NULL,
      issue_version int NOT NULL,
      title text NOT NULL,
      level text NOT NULL,
      why text NOT NULL,
      why_now jsonb,
      at timestamptz NOT NULL,
      read_at timestamptz,
      PRIMARY KEY (recipient, issue_id)
    );
    CREATE INDEX inbox_items_newest ON ${s}.inbox_items (recipient, region_id, at DESC);
    CREATE TABLE ${s}.webhooks (
      webhook_id text PRIMARY KEY,
      region_id text NOT NULL,
      name text NOT NULL,
      url text NOT NULL,
      minimum_level text NOT NULL,
      is_active boolean NOT NULL DEFAULT true,
      -- In clear: every message is signed with it.
      secret text NOT NULL,
      last_status text,
      created_at timestamptz NOT NULL
    );
    CREATE INDEX webhooks_region ON ${s}.webhooks (region_id);
    -- One row for each message to each recipient, whatever the channel and however often it was tried.
    CREATE TABLE ${s}.deliveries (
      delivery_id text PRIMARY KEY,
      issue_id text NOT NULL,
      issue_version int NOT NULL,
      region_id text NOT NULL,
      channel text NOT NULL,
      recipient text NOT NULL,
      recipient_name text,
      reason_key text NOT NULL,
      status text NOT NULL,
      attempts int NOT NULL,
      detail text NOT NULL,
      -- The very bytes that are signed and sent; null for the inbox, and once the end is known.
      body text,
      created_at timestamptz NOT NULL,
      at timestamptz NOT NULL,
      next_attempt_at timestamptz
    );
    CREATE INDEX deliveries_issue ON ${s}.deliveries (issue_id, created_at);
    CREATE INDEX deliveries_created ON ${s}.deliveries USING brin (created_at);
    CREATE INDEX deliveries_due ON ${s}.deliveries (recipient, next_attempt_at) WHERE status = 'pending'`,
  down: `DROP TABLE ${s}.deliveries; DROP TABLE ${s}.webhooks; DROP TABLE ${s}.inbox_items; DROP TABLE ${s}.told_issues`,
};

export const notifierMigrations: readonly SqlMigration[] = [
  createAlerts,
  outboxMigration(s),
  inboxMigration(s),
];
