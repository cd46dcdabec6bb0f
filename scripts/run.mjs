// Runs a compiled entry point, building first when any source is newer than the last build.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtStamp, newestOf, root } from './sources.mjs';

const [entry, ...rest] = process.argv.slice(2);
const sources = ['libs', 'services', 'tests'].map((folder) => newestOf(join(root, folder)));
if (!existsSync(join(root, entry)) || Math.max(...sources) > newestOf(builtStamp)) {
  // Build output goes to stderr: standard output belongs to the command, which may end in a JSON line.
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

// Without source maps: they cost a running service 50 MB, and compiled code reads like its source.
const child = spawn(process.execPath, [join(root, entry), ...rest], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
