import type { IncomingMessage } from 'node:http';
import { CLOCK, type Clock } from '@kentongan/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { SessionCheck } from '../live/session-check.port.js';
import { sessionOf } from './request-session.js';
import { SessionStore } from './session-store.js';

/** Tells long-lived streams whether the session that opened them still holds. They know it by its key, not by the cookie. */
@Injectable()
export class HeldSessions implements SessionCheck {
  constructor(
    @Inject(SessionStore) private readonly store: SessionStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  sessionOf(request: IncomingMessage): string | null {
    return sessionOf(request)?.sessionKey.toString('base64url') ?? null;
  }

  async stillHold(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const keys = sessionIds.map((id) => Buffer.from(id, 'base64url'));
    const live = await this.store.live(keys, this.clock.now());
    return new Set(live.map((key) => key.toString('base64url')));
  }
}
