import { isArchivable, type Month } from './month.js';

/** How far a scan has come: months from the oldest on, in each by region and id. */
export interface ScanPosition {
  readonly month: Month;
  readonly regionId: string;
  readonly postId: string;
}

export const encodePosition = ({ month, regionId, postId }: ScanPosition): string =>
  JSON.stringify([month, regionId, postId]);

/** @throws when it is none of ours: going on somewhere else would leave posts out */
export function decodePosition(text: string): ScanPosition {
  const parts = parsed(text);
  if (Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string')) {
    const [month, regionId, postId] = parts as [string, string, string];
    if (isArchivable(month)) return { month, regionId, postId };
  }
  throw new Error(`no position of an archive: ${text.slice(0, 100)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
