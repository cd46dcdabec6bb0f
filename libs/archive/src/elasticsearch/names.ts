import { createHash } from 'node:crypto';
import type { Month } from '../month.js';
import { storableText } from '../storable.js';

/**
 * Names of everything the archive has in Elasticsearch. Posts of one month are one index behind two aliases: one to
 * write that month, one to read all months. The version is the template's, so that two can stand side by side.
 */
export class Names {
  constructor(
    private readonly prefix: string,
    readonly version: number,
  ) {}

  get template(): string {
    return `${this.prefix}-posts-v${this.version}`;
  }

  /** Every month of this template's version. */
  get pattern(): string {
    return `${this.template}-*`;
  }

  /** Every month of every version. */
  get allVersions(): string {
    return `${this.prefix}-posts-v*`;
  }

  get readAlias(): string {
    return `${this.prefix}-posts`;
  }

  get erasedAuthors(): string {
    return `${this.prefix}-erased-authors`;
  }

  writeAlias(month: Month): string {
    return `${this.readAlias}-${month}`;
  }

  monthIndex(month: Month): string {
    return `${this.template}-${month}`;
  }
}

/** `…-posts-v2-2026-03` → 2 and `2026-03`; null when it is no month's index. */
export function partsOfIndex(index: string): { readonly version: number; readonly month: Month } | null {
  const found = /-v(\d+)-(\d{4}-\d{2})$/.exec(index);
  return found && { version: Number(found[1]), month: found[2]! };
}

const idCharacters = 32;

/** Ids are hashed: a post's own may be longer than the 512 bytes that Elasticsearch takes. */
export const documentId = (regionId: string, key: string): string =>
  createHash('sha256')
    .update(`${storableText(regionId)}\0${storableText(key)}`)
    .digest('base64url')
    .slice(0, idCharacters);
