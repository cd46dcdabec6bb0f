import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseStartError, explainFileError, systemErrorCode } from './database-start-error.js';
import { processIdentity } from './process-identity.js';

/** Who holds a data directory. */
interface LockOwner {
  readonly pid: number;
  /** Start time of the process, so that another process with a recycled pid is not taken for the owner. */
  readonly identity: string;
  readonly host: string;
  /** One taking of the lock; tells two takings by the same process apart. */
  readonly taking: string;
}

export interface DirectoryLock {
  release(): void;
}

const lockFileName = 'kentongan.lock';
const heartbeatSeconds = 10;
/** A lock of another host (a container that is gone, a network disk) is dead after this long without a sign of life. */
const silentSecondsMax = 35;
const takeoverTriesMax = 5;

/**
 * Takes the data directory for this process.
 * @throws DatabaseStartError `dataInUse` when a living process holds it
 */
export async function lockDirectory(dataDirectory: string): Promise<DirectoryLock> {
  const path = join(dataDirectory, lockFileName);
  const own: LockOwner = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? 'unknown',
    host: hostname(),
    taking: randomUUID(),
  };
  for (let tries = 0; tries < takeoverTriesMax; tries += 1) {
    if (placeLock(path, own)) {
      await settle();
      if (readOwner(path)?.taking === own.taking) return keepLock(path, own);
    }
    const owner = readOwner(path);
    if (owner && isAlive(owner, path)) throw inUse(dataDirectory, owner);
    setDeadLockAside(path, owner);
  }
  throw inUse(dataDirectory, readOwner(path));
}

/** Whether a living process holds the directory. Takes nothing. */
export function isInUse(dataDirectory: string): boolean {
  const path = join(dataDirectory, lockFileName);
  const owner = readOwner(path);
  return owner !== undefined && isAlive(owner, path);
}

/** Writes beside and links: the lock appears whole or not at all, and never over another one. */
function placeLock(path: string, own: LockOwner): boolean {
  const draft = `${path}.${own.taking}`;
  try {
    writeFileSync(draft, JSON.stringify(own), { mode: 0o600 });
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw explainFileError(error, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Two processes may find the same dead lock, and the slower one would move away the faster one's new lock. So what was
 * moved is looked at: a lock that is not the dead one is put back. `settle` gives that time to happen.
 */
function setDeadLockAside(path: string, dead: LockOwner | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw explainFileError(error, path);
  }
  if (dead && readOwner(aside)?.taking !== dead.taking) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process took the place: the owner notices when it looks again.
    }
  }
  rmSync(aside, { force: true });
}

const settle = () => sleep(30);

function readOwner(path: string): LockOwner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner;
  } catch {
    return undefined;
  }
}

function isAlive(owner: LockOwner, path: string): boolean {
  if (owner.host === hostname()) return processIdentity(owner.pid) === owner.identity;
  const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - changedAt < silentSecondsMax * 1000;
}

function keepLock(path: string, own: LockOwner): DirectoryLock {
  const heartbeat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Only other hosts read the time; a missing sign of life is better than an end of the service.
    }
  }, heartbeatSeconds * 1000);
  heartbeat.unref();
  return {
    release: () => {
      clearInterval(heartbeat);
      if (readOwner(path)?.taking === own.taking) rmSync(path, { force: true });
    },
  };
}

function inUse(dataDirectory: string, owner: LockOwner | undefined): DatabaseStartError {
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another process';
  const elsewhere = owner !== undefined && owner.host !== hostname();
  return new DatabaseStartError(
    'dataInUse',
    `The data directory ${dataDirectory} is in use by ${who}.`,
    elsewhere
      ? `stop Kentongan on ${owner.host}; if that machine or container is already gone, wait ${silentSecondsMax} seconds and start again.`
      : `stop that Kentongan first${owner ? ` (kill ${owner.pid})` : ''}, or give this one a directory of its own with KENTONGAN_DATA_DIR.`,
  );
}
