import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Secret } from '../configuration/secret.js';

/** Where the generated token lies in a data directory; readable by its owner alone. */
export function tokenFile(dataDirectory: string): string {
  return join(dataDirectory, 'ingest-token');
}

/** The configured token, or the one in the data directory, generated at first start. */
export function loadOrCreateToken(configured: Secret | null, dataDirectory: string): Secret {
  if (configured) return configured;
  const file = tokenFile(dataDirectory);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return new Secret(readFileSync(file, 'utf8').trim());
}

/** The key that sessions are vouched with, generated at first start; to change it is to end nothing but requests on their way. */
export function loadOrCreateSigningKey(dataDirectory: string): Secret {
  const file = join(dataDirectory, 'signing-key');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return new Secret(readFileSync(file, 'utf8').trim());
}

/** Constant-time comparison: digests first, so that lengths tell nothing either. */
export function isSameSecret(given: string, expected: Secret): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected.reveal()));
}
