import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { enginesFolder } from './assembled.js';
import { Engine } from './engine.js';
import { freePort } from './free-port.js';

const distributionFolder = '/usr/lib/postgresql';
/** PostgreSQL refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 };

/** The newest PostgreSQL that the distribution's package installed; null when there is none. */
export function distributionPostgres(): { readonly folder: string; readonly version: number } | null {
  if (!existsSync(distributionFolder)) return null;
  const versions = readdirSync(distributionFolder)
    .filter((name) => existsSync(join(distributionFolder, name, 'bin/postgres')))
    .map(Number)
    .sort((a, b) => b - a);
  const [version] = versions;
  return version === undefined ? null : { folder: join(distributionFolder, String(version)), version };
}

/** Starts a PostgreSQL of the distribution as a server of its own. @param folder holds bin/ */
export async function startPostgres(folder: string): Promise<{ engine: Engine; url: string }> {
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const engine = await Engine.start({
    name: 'postgres',
    script: join(enginesFolder, 'postgres/start.sh'),
    args: (data) => [folder, data, String(port)],
    environment: {},
    port,
    user: process.getuid?.() === 0 ? nobody : null,
    answers: () => answers(url),
  });
  return { engine, url };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } finally {
    await client.end();
  }
}
