// Compiles all workspaces (or the ones named), then removes compiled files whose source is gone:
// a stale spec in dist would otherwise go on being run. The web app is bundled when its sources changed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtStamp, newestOf } from './sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = process.argv.slice(2);

function* compiledFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* compiledFiles(path);
    else if (/\.(js|d\.ts|js\.map)$/.test(entry.name)) yield path;
  }
}

function removeOrphans(workspace, sourceFolder) {
  const dist = join(root, workspace, 'dist');
  if (!existsSync(dist)) return;
  for (const file of compiledFiles(dist)) {
    const relative = file.slice(dist.length + 1).replace(/\.(d\.ts|js\.map|js)$/, '.ts');
    if (!existsSync(join(root, workspace, sourceFolder, relative))) rmSync(file);
  }
}

const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
const built = spawnSync(process.execPath, [tsc, '-b', ...(projects.length ? projects : [root])], {
  stdio: 'inherit',
  cwd: root,
});
if (built.status !== 0) process.exit(built.status ?? 1);
for (const group of ['libs', 'services'])
  for (const name of readdirSync(join(root, group)))
    if (name !== 'web') removeOrphans(join(group, name), 'src');
removeOrphans('tests', '.');
if (projects.length === 0) {
  buildWeb();
  mkdirSync(join(builtStamp, '..'), { recursive: true });
  writeFileSync(builtStamp, '');
}

function buildWeb() {
  const page = join(root, 'services/web/dist/index.html');
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package.json'];
  const newest = Math.max(...sources.map((each) => newestOf(join(root, 'services/web', each))));
  if (newest <= newestOf(page)) return;
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const bundled = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    cwd: join(root, 'services/web'),
  });
  if (bundled.status !== 0) process.exit(bundled.status ?? 1);
}
