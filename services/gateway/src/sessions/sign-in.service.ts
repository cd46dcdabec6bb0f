import { DATABASE_POOL, withTransaction } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Passwords } from '../accounts/passwords.js';
import type { UserRecord } from '../accounts/user-record.js';
import { UserStore } from '../accounts/user-store.js';
import { Audit } from '../audit/audit.js';
import { samePassword, wrongCurrentPassword, wrongPassword } from '../gateway-errors.js';
import { HeldBack } from '../throttle/held-back.js';
import { LoginThrottle } from '../throttle/login-throttle.js';
import { type Browser, newDevice } from './browser.js';
import type { RequestSession } from './request-session.js';
import { Sessions } from './sessions.js';

export interface SignedIn {
  readonly user: UserRecord;
  readonly sessionId: string;
  readonly device: string;
}

/** Signing in, out, and with a new password. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(DATABASE_POOL) private readonly pool: pg.Pool,
    @Inject(UserStore) private readonly users: UserStore,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(LoginThrottle) private readonly throttle: LoginThrottle,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws HeldBack before the password is looked at; the same answer for a wrong password and an unknown name */
  async signIn(userName: string, password: string, browser: Browser): Promise<SignedIn> {
    const attemptId = await this.reserve(userName, browser);
    const user = await this.users.byName(userName);
    const isRight = await this.passwords.isRight(password, user?.passwordHash ?? null);
    if (!user?.isActive || !isRight || this.isExpired(user)) {
      await this.audit.add({ action: 'loginFailed', account: userName, address: browser.address });
      throw wrongPassword();
    }
    await this.throttle.succeeded(attemptId);
    return this.begin(user, browser);
  }

  /** A session for somebody who proved who they are. */
  async begin(user: UserRecord, browser: Browser): Promise<SignedIn> {
    const device = browser.device ?? newDevice();
    await this.throttle.remember(user.userName, { address: browser.address, device });
    const sessionId = await this.sessions.begin(user);
    await this.audit.add({
      action: 'loginSucceeded',
      account: user.userName,
      by: user,
      address: browser.address,
    });
    return { user, sessionId, device };
  }

  async signOut(session: RequestSession): Promise<void> {
    await this.sessions.end(session);
    await this.audit.add({ action: 'loggedOut', account: session.user.userName, by: session.user });
  }

  /** Ends every session of this person; the one that asked goes on under a new id. */
  async changePassword(
    { user }: RequestSession,
    current: string,
    next: string,
    browser: Browser,
  ): Promise<SignedIn> {
    const attemptId = await this.reserve(user.userName, browser);
    if (!(await this.passwords.isRight(current, user.passwordHash))) {
      const { address } = browser;
      await this.audit.add({ action: 'passwordChangeFailed', account: user.userName, by: user, address });
      throw wrongCurrentPassword();
    }
    await this.throttle.succeeded(attemptId);
    if (next === current || next.toLowerCase().includes(user.userName)) throw samePassword();
    const passwordHash = await this.passwords.hash(next);
    const changed = { ...user, passwordHash, mustChangePassword: false, oneTimeUntil: null };
    const sessionId = await this.replace(user, changed);
    const device = browser.device ?? newDevice();
    await this.throttle.remember(user.userName, { address: browser.address, device });
    return { user: changed, sessionId, device };
  }

  /** Refused when the password was replaced meanwhile: a reset by the administrator is not undone by who knew the old one. */
  private async replace(before: UserRecord, changed: UserRecord): Promise<string> {
    const sessionId = await withTransaction(this.pool, async (client) => {
      const isChanged = await this.users.changePassword(changed, before.passwordHash, client);
      if (!isChanged) throw wrongCurrentPassword();
      await this.sessions.endAllOf(changed.userId, client);
      await this.audit.add({ action: 'passwordChanged', account: changed.userName, by: changed }, client);
      return this.sessions.begin(changed, client);
    });
    this.sessions.forget(changed.userId);
    return sessionId;
  }

  private async reserve(account: string, browser: Browser): Promise<string> {
    const reservation = await this.throttle.reserve(account, browser);
    if (!reservation.isHeldBack) return reservation.attemptId;
    await this.audit.addHeldBack(account, browser.address);
    throw new HeldBack(reservation.retryAfterSeconds);
  }

  private isExpired(user: UserRecord): boolean {
    return user.oneTimeUntil !== null && user.oneTimeUntil.getTime() <= this.clock.now();
  }
}
