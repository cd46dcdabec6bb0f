import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { CommandError } from '../desk/command-error.js';

/** Where the backup goes: the file named, or one with the time in its name when a folder was named. */
export function backupFile(path: string, now: Date): string {
  const isFolder =
    path.endsWith(sep) || path.endsWith('/') || (existsSync(path) && statSync(path).isDirectory());
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  const file = isFolder ? join(path, `kentongan-${stamp}Z.tar.gz`) : path;
  if (existsSync(file))
    throw new CommandError(`${file} is there already, and a backup overwrites nothing: name another file.`);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/**
 * Writes beside and renames at the end: a backup is there whole and on the disk, or not at all. Readable by its owner
 * alone, from the first byte on.
 */
export async function writeAtomically(file: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  rmSync(draft, { force: true });
  try {
    await pipeline(
      bytes,
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
    );
    renameSync(draft, file);
    flushFolder(dirname(file));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** So that the new name outlives a power cut; Windows has no such thing. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
