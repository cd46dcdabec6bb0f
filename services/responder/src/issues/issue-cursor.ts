import { z } from 'zod';
import { badCursor } from './issue-errors.js';

/** Where a page of the list ended: the values of its order. */
const Cursor = z.tuple([z.int(), z.iso.datetime(), z.string().max(64)]);
export type IssueCursor = z.infer<typeof Cursor>;

export function encodeCursor(cursor: IssueCursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws HttpException 400 `badCursor` */
export function decodeCursor(text: string): IssueCursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw badCursor();
  }
}
