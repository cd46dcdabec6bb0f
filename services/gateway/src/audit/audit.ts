import { DATABASE_POOL } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { gatewaySchema as s } from '../gateway.schema.js';

type AuditAction =
  | 'deskSetUp'
  | 'loginSucceeded'
  | 'loginFailed'
  | 'loginHeldBack'
  | 'loggedOut'
  | 'passwordChanged'
  | 'passwordChangeFailed'
  | 'userCreated'
  | 'userChanged'
  | 'oneTimePasswordIssued';

export interface AuditEntry {
  readonly action: AuditAction;
  /** The user name that it is about, as given. */
  readonly account: string;
  /** Null when nobody was signed in. */
  readonly by?: { readonly userId: string; readonly name: string } | null;
  readonly address?: string | null;
  /** Never a password, a token or a code. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A flood of refused logins is told once in this time, not once each: the table must not be a way to fill the disk. */
const heldBackQuietMinutes = 10;

/** Who signed in, who failed, who changed which account. Rows are added, never changed. */
@Injectable()
export class Audit {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(entry: AuditEntry, on: Pick<pg.ClientBase, 'query'> = this.pool): Promise<void> {
    await on.query(
      `INSERT INTO ${s}.audit (at, action, account, by_user_id, by_name, address, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      this.valuesOf(entry),
    );
  }

  async addHeldBack(account: string, address: string): Promise<void> {
    await this.pool.query(
      `INSERT INTO ${s}.audit (at, action, account, by_user_id, by_name, address, detail)
       SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (
         SELECT 1 FROM ${s}.audit WHERE account = $3 AND action = $2
           AND at > $1::timestamptz - make_interval(mins => ${heldBackQuietMinutes}))`,
      this.valuesOf({ action: 'loginHeldBack', account, address }),
    );
  }

  private valuesOf({ action, account, by, address, detail }: AuditEntry): unknown[] {
    const at = new Date(this.clock.now());
    return [at, action, account, by?.userId ?? null, by?.name ?? null, address ?? null, detail ?? {}];
  }
}
