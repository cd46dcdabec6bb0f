import type { UserRecord } from '../accounts/user-record.js';

/** What the middleware found out about a request that carries a session. */
export interface RequestSession {
  readonly sessionId: string;
  readonly sessionKey: Buffer;
  readonly user: UserRecord;
}

const found = new WeakMap<object, RequestSession>();

export const attachSession = (request: object, session: RequestSession): void => {
  found.set(request, session);
};

/** The session of a request; undefined for programs and strangers. */
export const sessionOf = (request: object): RequestSession | undefined => found.get(request);
