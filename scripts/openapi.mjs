// Writes the web client's types from the OpenAPI document of the compiled program. Neither is committed:
// the program is their one source, and the type check of the web app fails where the two do not fit.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtStamp, root } from './sources.mjs';

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}

const document = join(builtStamp, '../openapi.json');
const types = join(root, 'services/web/src/api/schema.d.ts');
run('services/kentongan/dist/cli/openapi.js', document);
run(join(root, 'services/web/node_modules/openapi-typescript/bin/cli.js'), document, '--output', types);
