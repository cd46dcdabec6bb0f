import { existsSync } from 'node:fs';
import { clusterPlace, readSecret, superuserName } from './cluster.js';
import { isInUse } from './directory-lock.js';
import { readPostmasterFile } from './postmaster-file.js';

/** How a data directory stands: without a database, with one at rest, or with one that a living process serves. */
export type EmbeddedState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'atRest' }
  /** `url` is null while the server starts or stops. */
  | { readonly kind: 'running'; readonly url: string | null };

/**
 * Looks without touching, for programs beside a running desk: a data directory has one owner, but its server takes
 * more connections than the owner's. Starts nothing.
 */
export function lookAtEmbedded(dataDirectory: string): EmbeddedState {
  const place = clusterPlace(dataDirectory);
  if (!existsSync(place.cluster)) return { kind: 'absent' };
  if (!isInUse(dataDirectory)) return { kind: 'atRest' };
  const file = readPostmasterFile(place.cluster);
  if (file?.status !== 'ready' || !file.port) return { kind: 'running', url: null };
  const url = `postgres://${superuserName}:${readSecret(place)}@127.0.0.1:${file.port}/postgres`;
  return { kind: 'running', url };
}
