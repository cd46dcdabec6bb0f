import { DATABASE_POOL } from '@kentongan/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { type UserRecord, userColumns } from '../accounts/user-record.js';
import type { Queryable } from '../accounts/user-store.js';
import { gatewaySchema as s } from '../gateway.schema.js';
import { absoluteMilliseconds, idleMilliseconds, sessionsPerUserMax } from './session-limits.js';

export interface StoredSession {
  readonly user: UserRecord;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** `last_seen_at` is written at most this often. */
const seenEveryMilliseconds = 60_000;

/** The sessions' table. */
@Injectable()
export class SessionStore {
  constructor(@Inject(DATABASE_POOL) private readonly pool: pg.Pool) {}

  /** The session and its person, who must be active. Its limits are not judged here. */
  async find(sessionKey: Buffer): Promise<StoredSession | null> {
    const { rows } = await this.pool.query<UserRecord & { created: Date; seen: Date }>(
      `SELECT ${userColumns}, x.created_at AS created, x.last_seen_at AS seen
       FROM ${s}.sessions x JOIN ${s}.users u USING (user_id) WHERE x.session_key = $1 AND u.is_active`,
      [sessionKey],
    );
    if (!rows[0]) return null;
    const { created, seen, ...user } = rows[0];
    return { user, createdAt: created.getTime(), lastSeenAt: seen.getTime() };
  }

  /** Those of these sessions that are within their limits and belong to active people. */
  async live(sessionKeys: readonly Buffer[], now: number): Promise<Buffer[]> {
    const { rows } = await this.pool.query<{ session_key: Buffer }>(
      `SELECT x.session_key FROM ${s}.sessions x JOIN ${s}.users u USING (user_id)
       WHERE x.session_key = ANY ($1) AND u.is_active AND x.last_seen_at > $2 AND x.created_at > $3`,
      [sessionKeys, new Date(now - idleMilliseconds), new Date(now - absoluteMilliseconds)],
    );
    return rows.map((row) => row.session_key);
  }

  async seen(sessionKey: Buffer, now: number): Promise<void> {
    await this.pool.query(
      `UPDATE ${s}.sessions SET last_seen_at = $2 WHERE session_key = $1 AND last_seen_at < $3`,
      [sessionKey, new Date(now), new Date(now - seenEveryMilliseconds)],
    );
  }

  /** Adds a session; those past their limits and the oldest above the maximum of this person go. */
  async insert(sessionKey: Buffer, userId: string, now: number, on: Queryable = this.pool): Promise<void> {
    await on.query(`DELETE FROM ${s}.sessions WHERE last_seen_at <= $1 OR created_at <= $2`, [
      new Date(now - idleMilliseconds),
      new Date(now - absoluteMilliseconds),
    ]);
    await on.query(
      `DELETE FROM ${s}.sessions WHERE session_key IN (
         SELECT session_key FROM ${s}.sessions WHERE user_id = $1 ORDER BY created_at DESC OFFSET $2)`,
      [userId, sessionsPerUserMax - 1],
    );
    await on.query(
      `INSERT INTO ${s}.sessions (session_key, user_id, created_at, last_seen_at) VALUES ($1, $2, $3, $3)`,
      [sessionKey, userId, new Date(now)],
    );
  }

  async remove(sessionKey: Buffer): Promise<void> {
    await this.pool.query(`DELETE FROM ${s}.sessions WHERE session_key = $1`, [sessionKey]);
  }

  async removeAllOf(userId: string, on: Queryable): Promise<void> {
    await on.query(`DELETE FROM ${s}.sessions WHERE user_id = $1`, [userId]);
  }
}
