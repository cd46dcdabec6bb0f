import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretFiles } from '../backup-file/manifest.js';

/** Files of the data directory that a restore would write over, and that say something else. */
export function filesInTheWay(dataDirectory: string, files: ReadonlyMap<string, Buffer>): string[] {
  return secretFiles.filter((name) => {
    const path = join(dataDirectory, name);
    const ours = files.get(name);
    return existsSync(path) && !(ours && readFileSync(path).equals(ours));
  });
}

/**
 * Makes the data directory's files those of the backup; what the backup does not have goes.
 * @returns takes it back
 */
export function putFiles(dataDirectory: string, files: ReadonlyMap<string, Buffer>): () => void {
  mkdirSync(dataDirectory, { recursive: true });
  const before = new Map(
    secretFiles.map((name) => {
      const path = join(dataDirectory, name);
      return [name, existsSync(path) ? readFileSync(path) : null] as const;
    }),
  );
  for (const name of secretFiles) putFile(join(dataDirectory, name), files.get(name) ?? null);
  return () => {
    for (const [name, bytes] of before) putFile(join(dataDirectory, name), bytes);
  };
}

function putFile(path: string, bytes: Buffer | null): void {
  if (bytes === null) {
    rmSync(path, { force: true });
    return;
  }
  writeFileSync(`${path}.new`, bytes, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
