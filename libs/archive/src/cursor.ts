/** Where a post stands in the newest-first order: its time (milliseconds since the epoch), then its id. */
export interface PostPlace {
  readonly milliseconds: number;
  readonly postId: string;
}

/**
 * `newest`: go on behind this post. `best`: the ranked set begins at this post (newer ones that arrived since are not
 * looked at), and this many of its best were shown.
 */
export type Cursor =
  | ({ readonly order: 'newest' } & PostPlace)
  | ({ readonly order: 'best'; readonly shown: number } & PostPlace);

const cursorCharactersMax = 1_000;

/** The cursor as callers see it: opaque, safe in an address. */
export function encodeCursor(cursor: Cursor): string {
  const shown = cursor.order === 'best' ? cursor.shown : null;
  return Buffer.from(JSON.stringify([shown, cursor.milliseconds, cursor.postId])).toString('base64url');
}

/** Null when it is not one of ours: a cursor comes from outside. */
export function decodeCursor(text: string): Cursor | null {
  if (text.length > cursorCharactersMax) return null;
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [shown, milliseconds, postId] = parts as unknown[];
  if (typeof postId !== 'string' || postId.includes('\0')) return null;
  if (typeof milliseconds !== 'number' || !Number.isInteger(milliseconds) || Math.abs(milliseconds) > 8.64e15)
    return null;
  if (shown === null) return { order: 'newest', milliseconds, postId };
  if (typeof shown !== 'number' || !Number.isInteger(shown) || shown < 0) return null;
  return { order: 'best', shown, milliseconds, postId };
}
