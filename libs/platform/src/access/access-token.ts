import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import type { Secret } from '../configuration/secret.js';
import { loadOrCreateSecret } from '../secrets/secret-file.js';

/** Where the generated token lies in a data directory; readable by its owner alone. */
export function tokenFile(dataDirectory: string): string {
  return join(dataDirectory, 'ingest-token');
}

/** The configured token, or the one in the data directory, generated at first start. */
export function loadOrCreateToken(configured: Secret | null, dataDirectory: string): Secret {
  if (configured) return configured;
  return loadOrCreateSecret(tokenFile(dataDirectory), () => randomBytes(24).toString('base64url'));
}

/** The key that sessions are vouched with, configured or generated at first start; to change it is to end nothing but requests on their way. */
export function loadOrCreateSigningKey(dataDirectory: string, configured: Secret | null = null): Secret {
  if (configured) return configured;
  return loadOrCreateSecret(join(dataDirectory, 'signing-key'), () => randomBytes(32).toString('base64url'));
}

/** Constant-time comparison: digests first, so that lengths tell nothing either. */
export function isSameSecret(given: string, expected: Secret): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected.reveal()));
}
