import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The folder of the scripts that assemble and start the real servers. */
export const enginesFolder = join(root, 'deploy/engines');

/**
 * The assembled server's files, laid out from the Maven repository; again when the recipe changed.
 * @throws when Maven or a JDK is missing; the script above it has said what to install
 */
export function assembled(engine: 'kafka' | 'elasticsearch'): string {
  const folder = join(root, 'node_modules/.cache/kentongan/engines', engine);
  const mark = join(folder, 'assembled');
  const recipe = recipeOf(engine);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === recipe) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status, error } = spawnSync(join(enginesFolder, engine, 'assemble.sh'), [folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0)
    throw new Error(`${engine} could not be assembled: ${error?.message ?? `see above (${status})`}`);
  writeFileSync(mark, recipe);
  return folder;
}

/** Changes with the versions, the scripts and the sources of an engine. */
function recipeOf(engine: string): string {
  const hash = createHash('sha256').update(readFileSync(join(enginesFolder, 'pom.xml')));
  const folder = join(enginesFolder, engine);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const path of files.map((each) => join(each.parentPath, each.name)).sort())
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  return hash.digest('hex');
}
