import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Secret } from '../configuration/secret.js';

/**
 * The secret in a file, generated when there is none; readable by its owner alone. Processes that share the folder may
 * call it at once: the file appears whole or not at all, and all of them read the same one.
 */
export function loadOrCreateSecret(file: string, generate: () => string): Secret {
  const known = readIfThere(file);
  if (known !== null) return known;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${generate()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Another process was first: its secret holds.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return new Secret(readFileSync(file, 'utf8').trim());
}

function readIfThere(file: string): Secret | null {
  try {
    return new Secret(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
