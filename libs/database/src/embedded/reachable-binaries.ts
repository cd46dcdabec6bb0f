import { cpSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { PostgresBinaries } from './binaries.js';
import { DatabaseStartError } from './database-start-error.js';
import { closedDirectory, type ServerUser } from './server-user.js';

/**
 * Programs that the server's user can run. Installed below a closed directory (root's home is one), they are copied
 * once, 60 MB, to the temporary folder: otherwise the first start as root on a fresh machine would fail.
 */
export function reachableBinaries(
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
  temporaryFolder: string = tmpdir(),
): PostgresBinaries {
  if (!user || closedDirectory(user, binaries.folder) === undefined) return binaries;
  const copy = join(temporaryFolder, `kentongan-postgres-${binaries.packageVersion}`);
  if (!isOursAlone(copy)) copyTo(copy, binaries.folder, temporaryFolder);
  const program = (path: string) => join(copy, 'bin', basename(path));
  return {
    ...binaries,
    folder: copy,
    initdb: program(binaries.initdb),
    postgres: program(binaries.postgres),
    pgCtl: program(binaries.pgCtl),
  };
}

/** Copies beside and renames, so that a copy cut short by a crash is never taken for a whole one. */
function copyTo(copy: string, folder: string, temporaryFolder: string): void {
  const partial = mkdtempSync(join(temporaryFolder, 'kentongan-postgres-'));
  try {
    cpSync(folder, join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
    renameSync(join(partial, 'native'), copy);
  } catch (error) {
    // Two first starts at once: the other one's copy is as good.
    if (!isOursAlone(copy)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** The temporary folder is everybody's: a folder that somebody else placed there would run their programs. */
function isOursAlone(copy: string): boolean {
  const entry = lstatSync(copy, { throwIfNoEntry: false });
  if (!entry) return false;
  if (entry.isDirectory() && entry.uid === process.getuid?.() && (entry.mode & 0o022) === 0) return true;
  throw new DatabaseStartError(
    'binariesUnusable',
    `${copy} is not a directory that belongs to this user alone, so the programs in it cannot be trusted.`,
    `find out who made it, remove it, and start again; or install Kentongan in a directory that every user may enter, such as /opt/kentongan.`,
  );
}
