import { randomUUID } from 'node:crypto';
import type { CreateUserBody, UpdateUserBody, UserView } from '@kentongan/contracts';
import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock, type Principal, personOf } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { z } from 'zod';
import { Audit } from '../audit/audit.js';
import {
  agencyNeeded,
  foreignRegions,
  lastAdministrator,
  regionsNeeded,
  unknownUser,
  userNameTaken,
} from '../gateway-errors.js';
import { Sessions } from '../sessions/sessions.js';
import { type AccountScope, mayManage, scopeProblem } from './account-rules.js';
import { newOneTimePassword } from './one-time-password.js';
import { Passwords } from './passwords.js';
import { type UserRecord, viewOf } from './user-record.js';
import { type Queryable, UserStore } from './user-store.js';

export interface CreatedUser {
  readonly user: UserView;
  readonly oneTimePassword: string;
}

const oneTimeDays = 7;

/** Makes and changes accounts. */
@Injectable()
export class UsersService {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(UserStore) private readonly users: UserStore,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(principal: Principal): Promise<UserView[]> {
    const users = await this.users.all();
    return users.filter(({ regionIds }) => mayManage(principal, regionIds)).map(viewOf);
  }

  async create(body: z.infer<typeof CreateUserBody>, principal: Principal): Promise<CreatedUser> {
    requireScope(body, principal);
    const oneTimePassword = newOneTimePassword();
    const user = await this.createRecord(body, oneTimePassword, this.oneTimeUntil());
    await withTransaction(this.pool, (client) => this.insert(user, principal, client));
    return { user: viewOf(user), oneTimePassword };
  }

  /** An account whose password is chosen already: the first administrator, the people of the demo. */
  async createRecord(
    body: Omit<z.infer<typeof CreateUserBody>, 'agencyId' | 'regionIds'> & Partial<AccountScope>,
    password: string,
    oneTimeUntil: Date | null = null,
  ): Promise<UserRecord> {
    const { userName, name, role, regionIds = [], agencyId = null } = body;
    const passwordHash = await this.passwords.hash(password);
    return {
      userId: randomUUID(),
      userName,
      name,
      role,
      regionIds: [...regionIds],
      agencyId,
      isActive: true,
      passwordHash,
      mustChangePassword: oneTimeUntil !== null,
      oneTimeUntil,
    };
  }

  async insert(user: UserRecord, by: Principal | null, on: Queryable): Promise<void> {
    const isNew = await this.users.insert(user, new Date(this.clock.now()), on);
    if (!isNew) throw userNameTaken();
    const { userName: account, role, regionIds } = user;
    const entry = { action: 'userCreated', account, detail: { role, regionIds } } as const;
    await this.audit.add({ ...entry, by: by && personOf(by) }, on);
  }

  async update(
    userId: string,
    body: z.infer<typeof UpdateUserBody>,
    principal: Principal,
  ): Promise<UserView> {
    const changed = await withTransaction(this.pool, async (client) => {
      const before = await this.manageable(userId, principal, client);
      const after: UserRecord = {
        ...before,
        name: body.name ?? before.name,
        role: body.role ?? before.role,
        regionIds: body.regionIds ?? before.regionIds,
        agencyId: body.agencyId === undefined ? before.agencyId : body.agencyId,
        isActive: body.isActive ?? before.isActive,
      };
      requireScope(after, principal);
      await this.requireAnAdministrator(before, after, client);
      await this.users.update(after, client);
      if (reachesDifferently(before, after)) await this.sessions.endAllOf(userId, client);
      const entry = { action: 'userChanged', account: after.userName, detail: body } as const;
      await this.audit.add({ ...entry, by: personOf(principal) }, client);
      return after;
    });
    this.sessions.forget(userId);
    return viewOf(changed);
  }

  /** For who forgot theirs: the old password and all sessions end. */
  async issueOneTimePassword(userId: string, principal: Principal): Promise<CreatedUser> {
    const oneTimePassword = newOneTimePassword();
    const passwordHash = await this.passwords.hash(oneTimePassword);
    const user = await withTransaction(this.pool, async (client) => {
      const before = await this.manageable(userId, principal, client);
      const after = { ...before, passwordHash, mustChangePassword: true, oneTimeUntil: this.oneTimeUntil() };
      await this.users.update(after, client);
      await this.sessions.endAllOf(userId, client);
      const entry = { action: 'oneTimePasswordIssued', account: after.userName } as const;
      await this.audit.add({ ...entry, by: personOf(principal) }, client);
      return after;
    });
    this.sessions.forget(userId);
    return { user: viewOf(user), oneTimePassword };
  }

  /** One change of accounts at a time: two administrators who remove each other would leave none. */
  private async manageable(userId: string, principal: Principal, on: Queryable): Promise<UserRecord> {
    await on.query("SELECT pg_advisory_xact_lock(hashtextextended('gateway accounts', 0))");
    const user = await this.users.byId(userId, on);
    if (!user || !mayManage(principal, user.regionIds)) throw unknownUser();
    return user;
  }

  private async requireAnAdministrator(before: UserRecord, after: UserRecord, on: Queryable): Promise<void> {
    const isAdministrator = (user: UserRecord) =>
      user.isActive && user.role === 'admin' && user.regionIds.length === 0;
    if (!isAdministrator(before) || isAdministrator(after)) return;
    const others = (await this.users.administrators(on)).filter((userId) => userId !== before.userId);
    if (others.length === 0) throw lastAdministrator();
  }

  private oneTimeUntil(): Date {
    return new Date(this.clock.now() + oneTimeDays * 86_400_000);
  }
}

function requireScope(scope: AccountScope, principal: Principal): void {
  const problem = scopeProblem(scope);
  if (problem === 'regionsNeeded') throw regionsNeeded();
  if (problem === 'agencyNeeded') throw agencyNeeded();
  if (!mayManage(principal, scope.regionIds)) throw foreignRegions();
}

/** What a signed-in person may do would no longer be what the session was given for. */
function reachesDifferently(before: UserRecord, after: UserRecord): boolean {
  return (
    before.role !== after.role ||
    before.agencyId !== after.agencyId ||
    before.regionIds.join() !== after.regionIds.join() ||
    !after.isActive
  );
}
