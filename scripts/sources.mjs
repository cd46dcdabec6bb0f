// Which sources are newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Written when a whole build has ended. */
export const builtStamp = join(root, 'node_modules/.cache/kentongan/built');

/** Newest change of a file or of anything below a folder, in milliseconds; 0 when it is not there. */
export function newestOf(path) {
  if (!existsSync(path)) return 0;
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules')
    .reduce((newest, name) => Math.max(newest, newestOf(join(path, name))), 0);
}
