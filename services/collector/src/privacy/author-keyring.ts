import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, ConfigurationError } from '@kentongan/platform';
import { z } from 'zod';

/** Two are enough: with a period of at least the retention, no stored post is older than the previous key. */
const keysPerRegionMax = 2;

const KeyFile = z.object({
  version: z.literal(1),
  identityKey: z.string().length(64),
  regions: z.record(z.string(), z.array(z.object({ since: z.iso.datetime(), key: z.string().length(64) }))),
});
type KeyFile = z.infer<typeof KeyFile>;

export interface AuthorKeyringOptions {
  /** Kept outside the database: whoever has a copy of the tables alone cannot try out names. Mode 0600. */
  readonly file: string;
  readonly clock: Clock;
  /** Not shorter than raw posts are kept, or erasure could miss posts under a forgotten key. */
  readonly periodDays: number;
  readonly randomKey?: () => Buffer;
}

/** The secrets behind all pseudonyms: one key per region, replaced each period, and one for identities that stays. */
export class AuthorKeyring {
  private constructor(
    private readonly options: AuthorKeyringOptions,
    private readonly keys: KeyFile,
  ) {}

  /**
   * Reads the key file, or makes it at first start.
   * @throws ConfigurationError when the file is there but cannot be read: new keys in its place would cut every author in two
   */
  static open(options: AuthorKeyringOptions): AuthorKeyring {
    const text = readIfThere(options.file);
    if (text !== null) return new AuthorKeyring(options, parsed(text, options.file));
    const keyring = new AuthorKeyring(options, { version: 1, identityKey: newKey(options), regions: {} });
    keyring.save();
    return keyring;
  }

  /** The region's key of the running period; a new one is on disk before it is used. */
  current(regionId: string): Buffer {
    const now = this.options.clock.now();
    const newest = this.keys.regions[regionId]?.[0];
    if (newest && now < Date.parse(newest.since) + this.options.periodDays * 86_400_000)
      return Buffer.from(newest.key, 'hex');
    const fresh = { since: new Date(now).toISOString(), key: newKey(this.options) };
    this.keys.regions[regionId] = [fresh, ...(this.keys.regions[regionId] ?? [])].slice(0, keysPerRegionMax);
    this.save();
    return Buffer.from(fresh.key, 'hex');
  }

  /** The current and the previous key, newest first: erasing a person has to look under both. */
  all(regionId: string): readonly Buffer[] {
    return (this.keys.regions[regionId] ?? []).map(({ key }) => Buffer.from(key, 'hex'));
  }

  /** 32 hex digits that stay the same for ever: recognises content and odd ids again without keeping them. */
  fingerprint(text: string): string {
    const key = Buffer.from(this.keys.identityKey, 'hex');
    return createHmac('sha256', key).update(text).digest('hex').slice(0, 32);
  }

  /** Never half a file: written beside it, flushed, renamed. */
  private save(): void {
    const { file } = this.options;
    mkdirSync(dirname(file), { recursive: true });
    const descriptor = openSync(`${file}.new`, 'w', 0o600);
    try {
      writeSync(descriptor, `${JSON.stringify(this.keys, null, 2)}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(`${file}.new`, file);
  }
}

function newKey({ randomKey = () => randomBytes(32) }: AuthorKeyringOptions): string {
  return randomKey().toString('hex');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parsed(text: string, file: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    // The cause is left out on purpose: parser messages quote what they read, and these are keys.
    throw new ConfigurationError([
      `The key file ${file} cannot be read. Restore it from a backup; without it known authors count as new ones.`,
    ]);
  }
}
