import type { IncomingMessage } from 'node:http';

/** Nest injection token of the gateway's session check; without it every stream counts as one without a session. */
export const SESSION_CHECK = Symbol('session check');

/** How a stream learns that the session it was opened with has ended. */
export interface SessionCheck {
  /** The session this request came with; null when a signed token came without one. */
  sessionOf(request: IncomingMessage): string | null;
  /**
   * Which of these sessions still hold: not logged out, revoked or expired, the person still active. A change of role,
   * regions or agency ends a session for this purpose, too.
   */
  stillHold(sessionIds: readonly string[]): Promise<ReadonlySet<string>>;
}
