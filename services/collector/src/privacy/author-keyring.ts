import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, ConfigurationError } from '@kentongan/platform';
import { z } from 'zod';
import { type AuthorKeys, fingerprintUnder } from './author-keys.js';
import { withFileLock } from './file-lock.js';

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

/**
 * Random keys in a file that collectors share. A new key is made under a lock by whoever needs it first, and read by the
 * others: with two keys for one period, every author would be two.
 */
export class AuthorKeyring implements AuthorKeys {
  private constructor(
    private readonly options: AuthorKeyringOptions,
    private keys: KeyFile,
  ) {}

  /**
   * Reads the key file, or makes it at first start.
   * @throws ConfigurationError when the file is there but cannot be read: new keys in its place would cut every author in two
   */
  static open(options: AuthorKeyringOptions): AuthorKeyring {
    const known = read(options.file);
    if (known) return new AuthorKeyring(options, known);
    mkdirSync(dirname(options.file), { recursive: true });
    const keys = locked(options, () => {
      const made = read(options.file);
      if (made) return made;
      const fresh: KeyFile = { version: 1, identityKey: newKey(options), regions: {} };
      save(options.file, fresh);
      return fresh;
    });
    return new AuthorKeyring(options, keys);
  }

  /** The region's key of the running period; a new one is on disk before it is used. */
  current(regionId: string): Buffer {
    const key = this.running(regionId) ?? locked(this.options, () => this.readOrMake(regionId));
    return Buffer.from(key, 'hex');
  }

  all(regionId: string): readonly Buffer[] {
    this.keys = read(this.options.file) ?? this.keys; // another collector may have made a key
    return (this.keys.regions[regionId] ?? []).map(({ key }) => Buffer.from(key, 'hex'));
  }

  fingerprint(text: string): string {
    return fingerprintUnder(Buffer.from(this.keys.identityKey, 'hex'), text);
  }

  private running(regionId: string): string | null {
    const newest = this.keys.regions[regionId]?.[0];
    const isRunning =
      newest !== undefined &&
      this.options.clock.now() < Date.parse(newest.since) + this.options.periodDays * 86_400_000;
    return isRunning ? newest.key : null;
  }

  private readOrMake(regionId: string): string {
    this.keys = read(this.options.file) ?? this.keys;
    const made = this.running(regionId);
    if (made !== null) return made;
    const fresh = { since: new Date(this.options.clock.now()).toISOString(), key: newKey(this.options) };
    const ofRegion = [fresh, ...(this.keys.regions[regionId] ?? [])].slice(0, keysPerRegionMax);
    this.keys = { ...this.keys, regions: { ...this.keys.regions, [regionId]: ofRegion } };
    save(this.options.file, this.keys);
    return fresh.key;
  }
}

const locked = <Result>({ file }: AuthorKeyringOptions, work: () => Result): Result =>
  withFileLock(`${file}.lock`, work);

/** Never half a file: written beside it, flushed, renamed. */
function save(file: string, keys: KeyFile): void {
  const descriptor = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(descriptor, `${JSON.stringify(keys, null, 2)}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.new`, file);
}

function newKey({ randomKey = () => randomBytes(32) }: AuthorKeyringOptions): string {
  return randomKey().toString('hex');
}

function read(file: string): KeyFile | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    // The cause is left out on purpose: parser messages quote what they read, and these are keys.
    throw new ConfigurationError([
      `The key file ${file} cannot be read. Restore it from a backup; without it known authors count as new ones.`,
    ]);
  }
}
