import { CLOCK, type Clock, type Secret, SIGNING_KEY, signPrincipal } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import { principalOf, type UserRecord } from '../accounts/user-record.js';
import type { Queryable } from '../accounts/user-store.js';
import type { RequestSession } from './request-session.js';
import { SessionCache } from './session-cache.js';
import { newSessionId, sessionKeyOf } from './session-key.js';
import { isLive } from './session-limits.js';
import { SessionStore } from './session-store.js';

export interface LiveSession extends RequestSession {
  /** What the guards of all services verify; good for a minute. */
  readonly token: string;
}

/** Begins, finds and ends sessions. */
@Injectable()
export class Sessions {
  private readonly cache = new SessionCache<LiveSession>();
  private readonly listeners = new Set<(userId: string) => void>();

  constructor(
    @Inject(SessionStore) private readonly store: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SIGNING_KEY) private readonly signingKey: Secret,
  ) {}

  async find(sessionId: string): Promise<LiveSession | null> {
    const sessionKey = sessionKeyOf(sessionId);
    const key = sessionKey.toString('base64url');
    const session = await this.cache.get(key, this.clock.now(), () => this.load(sessionId, sessionKey));
    // A password chosen at another gateway counts at once: nobody is sent back to choose it again.
    if (session?.user.mustChangePassword) this.cache.forget((each) => each === session);
    return session;
  }

  /** A new session under a new id, whatever the browser sent. */
  async begin(user: UserRecord, on?: Queryable): Promise<string> {
    const sessionId = newSessionId();
    await this.store.insert(sessionKeyOf(sessionId), user.userId, this.clock.now(), on);
    return sessionId;
  }

  async end(session: RequestSession): Promise<void> {
    await this.store.remove(session.sessionKey);
    this.forget(session.user.userId);
  }

  /** Within the transaction that changes the person; `forget` must follow its commit. */
  endAllOf(userId: string, on: Queryable): Promise<void> {
    return this.store.removeAllOf(userId, on);
  }

  /** What is remembered of this person's sessions is looked up anew, at once. */
  forget(userId: string): void {
    this.cache.forget((session) => session.user.userId === userId);
    for (const listener of this.listeners) listener(userId);
  }

  /**
   * Calls when a session of a person ended or the person was changed, so that a long-lived connection asks `find` again.
   * @returns stops calling
   */
  onChange(listener: (userId: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async load(sessionId: string, sessionKey: Buffer): Promise<LiveSession | null> {
    const now = this.clock.now();
    const stored = await this.store.find(sessionKey);
    if (!stored || !isLive(stored, now)) return null;
    await this.store.seen(sessionKey, now);
    const token = await signPrincipal(principalOf(stored.user), this.signingKey, now);
    return { sessionId, sessionKey, user: stored.user, token };
  }
}
