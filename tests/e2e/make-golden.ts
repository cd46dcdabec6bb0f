// node tests/dist/e2e/make-golden.js: when a version is released, its golden backup. Committed, and never made anew.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runOn } from '../support/commands.js';
import { Desk, freePort } from '../support/desk.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { fillGolden } from './golden-desk.js';

const golden = fileURLToPath(new URL('../../e2e/golden/', import.meta.url));
const packageFile = new URL('../../../package.json', import.meta.url);
const folder = openTemporaryFolder();
const desk = await Desk.start({ dataDirectory: folder.path, port: await freePort() });
try {
  await fillGolden(desk);
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const made = await runOn(folder.path, ['backup', join(golden, `kentongan-${version}.tar.gz`)]);
  process.stdout.write(made.output || made.errors);
  process.exitCode = made.code ?? 1;
} finally {
  await desk.stop();
  folder.remove();
}
