import { createHmac } from 'node:crypto';

const prefix = 'warga-';
const pseudonymPattern = /^warga-[0-9a-f]{8}$/;

/** One spelling per account: no at sign, compatibility forms folded, lower case. */
export function normalisedHandle(handle: string): string {
  return handle.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
}

/** Makes names for people that tell nothing about them. One object per region and key period. */
export class Pseudonyms {
  /**
   * @param key secret of the region and period, 32 bytes
   * @param publicHandles accounts of offices and media, in the form of `normalisedHandle`: they stay readable
   */
  constructor(
    private readonly key: Buffer,
    private readonly publicHandles: ReadonlySet<string>,
  ) {}

  isPublic(handle: string): boolean {
    return this.publicHandles.has(normalisedHandle(handle));
  }

  /** `budi_s` → `warga-1a2b3c4d`: the same person reads the same within a period; a pseudonym stays as it is. */
  ofHandle(handle: string): string {
    const name = normalisedHandle(handle);
    if (pseudonymPattern.test(name)) return name;
    return prefix + this.hash(`mention|${name}`).slice(0, 8);
  }

  /**
   * Key of an author, 32 hex digits, HMAC-SHA-256. Mentions hash in another domain, so that knowing a mention's
   * pseudonym does not find the posts of that person.
   */
  authorKey(platform: string, author: string): string {
    return this.hash(`author|${platform}|${normalisedHandle(author)}`).slice(0, 32);
  }

  private hash(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('hex');
  }
}
