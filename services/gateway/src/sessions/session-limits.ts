const hour = 3_600_000;

/** Without a request for this long, a session ends: a duty of one shift, and a forgotten browser does not last the night. */
export const idleMilliseconds = 12 * hour;
/** However busy, a person signs in anew after this long. */
export const absoluteMilliseconds = 7 * 24 * hour;
/** More browsers than this, and the oldest is signed out. */
export const sessionsPerUserMax = 20;

export function isLive(session: { createdAt: number; lastSeenAt: number }, now: number): boolean {
  return now - session.lastSeenAt < idleMilliseconds && now - session.createdAt < absoluteMilliseconds;
}
