import { z } from 'zod';

/** Where a page of facts ended. */
export interface FactCursor {
  readonly newestAt: string;
  readonly factId: string;
}

const Cursor = z.tuple([z.iso.datetime(), z.string().min(1).max(200)]);

export function encodeCursor({ newestAt, factId }: FactCursor): string {
  return Buffer.from(JSON.stringify([newestAt, factId])).toString('base64url');
}

/** Null when it is not one of ours. */
export function decodeCursor(text: string): FactCursor | null {
  try {
    const [newestAt, factId] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { newestAt, factId };
  } catch {
    return null;
  }
}
