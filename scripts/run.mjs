// Runs a compiled entry point, compiling first when any source is newer than the last build.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [entry, ...rest] = process.argv.slice(2);

function newestSource(folder) {
  let newest = 0;
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    if (item.name === 'dist' || item.name === 'node_modules') continue;
    const path = join(folder, item.name);
    newest = Math.max(newest, item.isDirectory() ? newestSource(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const stamp = join(root, 'tests/dist/.tsbuildinfo');
const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
const sources = ['libs', 'services', 'tests'].map((folder) => newestSource(join(root, folder)));
if (!existsSync(join(root, entry)) || Math.max(...sources) > builtAt) {
  // Build output goes to stderr: standard output belongs to the command, which may end in a JSON line.
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

const child = spawn(process.execPath, ['--enable-source-maps', join(root, entry), ...rest], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
