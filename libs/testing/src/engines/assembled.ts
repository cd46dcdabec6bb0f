import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The folder of the scripts that assemble and start the real servers. */
export const enginesFolder = join(root, 'deploy/engines');

/**
 * The assembled server's files, laid out once per checkout from the Maven repository.
 * @throws with what to install when Maven or a JDK is missing
 */
export function assembled(engine: 'kafka' | 'elasticsearch'): string {
  const folder = join(root, 'node_modules/.cache/kentongan/engines', engine);
  const mark = join(folder, 'assembled');
  if (existsSync(mark)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status, error } = spawnSync(join(enginesFolder, engine, 'assemble.sh'), [folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0)
    throw new Error(
      `${engine} could not be assembled (${error?.message ?? `ended with ${status}`}).\n` +
        'Install Maven (apt-get install maven) and a JDK of version 21 or newer (for example Temurin 25), then run again;\n' +
        'or point TEST_KAFKA_BROKERS and TEST_ELASTICSEARCH_URL at servers of your own.',
    );
  writeFileSync(mark, '');
  return folder;
}
