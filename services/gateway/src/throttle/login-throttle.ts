import { createHash } from 'node:crypto';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { gatewaySchema as s } from '../gateway.schema.js';
import {
  type Attempt,
  addressFailuresMax,
  type Familiarity,
  heldBackSeconds,
  type PastAttempt,
  windowMilliseconds,
} from './login-rules.js';

/** Where an attempt comes from, as the request shows it. */
export interface Origin {
  readonly address: string;
  readonly device: string | null;
}

export type Reservation =
  | { readonly isHeldBack: true; readonly retryAfterSeconds: number }
  | { readonly isHeldBack: false; readonly attemptId: string };

const attemptsKeptMilliseconds = 24 * 3_600_000;
const originsPerAccountMax = 20;
const originKeptMilliseconds = 90 * 24 * 3_600_000;

/**
 * Counts what is tried with a password. An attempt is written down as failed before the password is looked at, under a
 * lock of the account: twenty at once count as twenty.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  reserve(account: string, origin: Origin): Promise<Reservation> {
    const now = this.clock.now();
    return withTransaction(this.pool, async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `gateway login ${account}`,
      ]);
      const familiarity = await familiarityOf(client, account, origin, now);
      const device = origin.device === null ? null : deviceKey(origin.device);
      const attempt: Attempt = { address: origin.address, device, familiarity };
      const past = await pastAttempts(client, account, now);
      const atAddress = await failuresAt(client, origin.address, now);
      const retryAfterSeconds = heldBackSeconds(attempt, past, atAddress, now);
      if (retryAfterSeconds > 0) return { isHeldBack: true, retryAfterSeconds };
      return { isHeldBack: false, attemptId: await insert(client, account, attempt, now) };
    });
  }

  /** The password was right: the attempt no longer counts. */
  async succeeded(attemptId: string): Promise<void> {
    await this.pool.query(`DELETE FROM ${s}.login_attempts WHERE attempt_id = $1 OR attempted_at < $2`, [
      attemptId,
      new Date(this.clock.now() - attemptsKeptMilliseconds),
    ]);
  }

  /** This browser and this address are from now on known as this person's. */
  async remember(account: string, origin: Origin): Promise<void> {
    const now = this.clock.now();
    await this.pool.query(
      `INSERT INTO ${s}.familiar_origins (account, origin, last_used_at) SELECT $1, unnest($2::text[]), $3
       ON CONFLICT (account, origin) DO UPDATE SET last_used_at = EXCLUDED.last_used_at`,
      [account, keysOf(origin), new Date(now)],
    );
    await this.pool.query(
      `DELETE FROM ${s}.familiar_origins WHERE account = $1 AND (last_used_at < $2 OR origin IN (
         SELECT origin FROM ${s}.familiar_origins WHERE account = $1 ORDER BY last_used_at DESC, origin OFFSET $3))`,
      [account, new Date(now - originKeptMilliseconds), originsPerAccountMax],
    );
  }
}

const addressKey = (address: string): string => `address:${address}`;
const deviceKey = (device: string): string =>
  `device:${createHash('sha256').update(device).digest('base64url')}`;
const keysOf = ({ address, device }: Origin): string[] =>
  device === null ? [addressKey(address)] : [addressKey(address), deviceKey(device)];

async function familiarityOf(
  client: pg.PoolClient,
  account: string,
  origin: Origin,
  now: number,
): Promise<Familiarity> {
  const { rows } = await client.query<{ origin: string }>(
    `SELECT origin FROM ${s}.familiar_origins WHERE account = $1 AND origin = ANY ($2) AND last_used_at >= $3`,
    [account, keysOf(origin), new Date(now - originKeptMilliseconds)],
  );
  if (rows.some((row) => row.origin.startsWith('device:'))) return 'device';
  return rows.length > 0 ? 'address' : 'none';
}

async function pastAttempts(client: pg.PoolClient, account: string, now: number): Promise<PastAttempt[]> {
  const { rows } = await client.query<Omit<PastAttempt, 'at'> & { at: Date }>(
    `SELECT address, device, familiarity, attempted_at AS at FROM ${s}.login_attempts
     WHERE account = $1 AND attempted_at > $2`,
    [account, new Date(now - windowMilliseconds)],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

async function failuresAt(
  client: pg.PoolClient,
  address: string,
  now: number,
): Promise<{ count: number; oldestAt: number }> {
  const { rows } = await client.query<{ count: number; oldest: Date | null }>(
    `SELECT count(*)::int AS count, min(attempted_at) AS oldest FROM (
       SELECT attempted_at FROM ${s}.login_attempts WHERE address = $1 AND attempted_at > $2
       ORDER BY attempted_at DESC LIMIT ${addressFailuresMax}) latest`,
    [address, new Date(now - windowMilliseconds)],
  );
  return { count: rows[0]?.count ?? 0, oldestAt: rows[0]?.oldest?.getTime() ?? now };
}

async function insert(
  client: pg.PoolClient,
  account: string,
  { address, device, familiarity }: Attempt,
  now: number,
): Promise<string> {
  const { rows } = await client.query<{ attempt_id: string }>(
    `INSERT INTO ${s}.login_attempts (account, address, device, familiarity, attempted_at)
     VALUES ($1, $2, $3, $4, $5) RETURNING attempt_id`,
    [account, address, device, familiarity, new Date(now)],
  );
  return rows[0]?.attempt_id ?? '';
}
