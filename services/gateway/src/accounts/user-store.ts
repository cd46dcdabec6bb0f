import { DATABASE_POOL } from '@kentongan/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { gatewaySchema as s } from '../gateway.schema.js';
import { type UserRecord, userColumns } from './user-record.js';

/** What a statement runs on: the pool, or the transaction's connection. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

const listedMax = 5_000;

/** The accounts' table. */
@Injectable()
export class UserStore {
  constructor(@Inject(DATABASE_POOL) private readonly pool: pg.Pool) {}

  /** By name. */
  async all(): Promise<UserRecord[]> {
    const sql = `SELECT ${userColumns} FROM ${s}.users u ORDER BY u.name, u.user_id LIMIT ${listedMax}`;
    return (await this.pool.query<UserRecord>(sql)).rows;
  }

  async byId(userId: string, on: Queryable = this.pool): Promise<UserRecord | null> {
    const sql = `SELECT ${userColumns} FROM ${s}.users u WHERE u.user_id = $1`;
    return (await on.query<UserRecord>(sql, [userId])).rows[0] ?? null;
  }

  async byName(userName: string): Promise<UserRecord | null> {
    const sql = `SELECT ${userColumns} FROM ${s}.users u WHERE u.user_name = $1`;
    return (await this.pool.query<UserRecord>(sql, [userName])).rows[0] ?? null;
  }

  /** Active administrators of all regions: without one, nobody could make regions or administrators. */
  async administrators(on: Queryable = this.pool): Promise<string[]> {
    const sql = `SELECT user_id FROM ${s}.users WHERE role = 'admin' AND is_active AND region_ids = '{}'`;
    return (await on.query<{ user_id: string }>(sql)).rows.map((row) => row.user_id);
  }

  /** False when the user name is taken. */
  async insert(user: UserRecord, now: Date, on: Queryable): Promise<boolean> {
    const inserted = await on.query(
      `INSERT INTO ${s}.users (user_id, user_name, name, role, region_ids, agency_id, is_active, password_hash,
         must_change_password, one_time_until, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (user_name) DO NOTHING`,
      [...valuesOf(user), now],
    );
    return inserted.rowCount === 1;
  }

  /** Replaces `before`; false when the password is no longer that one, or the account is not active. */
  async changePassword(user: UserRecord, before: string, on: Queryable): Promise<boolean> {
    const changed = await on.query(
      `UPDATE ${s}.users SET password_hash = $2, must_change_password = $3, one_time_until = $4
       WHERE user_id = $1 AND password_hash = $5 AND is_active`,
      [user.userId, user.passwordHash, user.mustChangePassword, user.oneTimeUntil, before],
    );
    return changed.rowCount === 1;
  }

  async update(user: UserRecord, on: Queryable): Promise<void> {
    await on.query(
      `UPDATE ${s}.users SET user_name = $2, name = $3, role = $4, region_ids = $5, agency_id = $6, is_active = $7,
         password_hash = $8, must_change_password = $9, one_time_until = $10 WHERE user_id = $1`,
      valuesOf(user),
    );
  }
}

function valuesOf(user: UserRecord): unknown[] {
  return [
    user.userId,
    user.userName,
    user.name,
    user.role,
    user.regionIds,
    user.agencyId,
    user.isActive,
    user.passwordHash,
    user.mustChangePassword,
    user.oneTimeUntil,
  ];
}
