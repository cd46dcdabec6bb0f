import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';

/** The user that the server's processes run as, in the form that `child_process.spawn` takes. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Linux; used only when Kentongan itself runs as root, which PostgreSQL refuses to do. */
const nobody: ServerUser = { uid: 65534, gid: 65534 };

/**
 * Who must run the server: undefined means "whoever runs this process". As root it is the owner of the existing
 * cluster, so that a desk once started with sudo can go on without it; for a new cluster it is `nobody`.
 */
export function serverUserFor(clusterDirectory: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(clusterDirectory)) return nobody;
  const { uid, gid } = statSync(clusterDirectory);
  return uid === 0 ? nobody : { uid, gid };
}

/** Gives a file or a whole directory to the server's user. Links are not followed. */
export function giveTo(user: ServerUser | undefined, path: string): void {
  if (!user) return;
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  if (entry.uid !== user.uid || entry.gid !== user.gid) chownSync(path, user.uid, user.gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name));
}

/** Lets the server's user pass through the data directory without being able to list or write it. */
export function letThrough(user: ServerUser, dataDirectory: string): void {
  const { uid, mode } = statSync(dataDirectory);
  if (mayEnter(user, dataDirectory)) return;
  chownSync(dataDirectory, uid, user.gid);
  chmodSync(dataDirectory, (mode & 0o7777) | 0o010);
}

/** The first directory on the way to `path` that the user may not enter, or undefined when the way is free. */
export function closedDirectory(user: ServerUser, path: string): string | undefined {
  const closed: string[] = [];
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if (!mayEnter(user, folder)) closed.push(folder);
    if (folder === dirname(folder)) return closed.at(-1);
  }
}

export function requireReachable(user: ServerUser, dataDirectory: string): void {
  const closed = closedDirectory(user, dataDirectory);
  if (closed === undefined) return;
  throw new DatabaseStartError(
    'dataNotAccessible',
    `Kentongan runs as root, PostgreSQL must not; its user (uid ${user.uid}) cannot reach ${dataDirectory} because ${closed} is closed to it.`,
    `run Kentongan as an ordinary user, or set KENTONGAN_DATA_DIR to a directory such as /var/lib/kentongan, or open the way with \`chmod o+x ${closed}\`.`,
  );
}

function mayEnter(user: ServerUser, folder: string): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
