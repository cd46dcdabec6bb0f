import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dataDirectoryOf, tokenFile } from '@kentongan/platform';
import { CommandError } from './command-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the desk of this computer answers unless `--url` says otherwise. */
export function defaultDeskUrl(environment: Environment): string {
  return `http://127.0.0.1:${environment['PORT'] || '3000'}`;
}

export function parseDeskUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new CommandError(`--url ${text} is not an address like http://127.0.0.1:3000.`);
}

/** `KENTONGAN_TOKEN`, its `_FILE` form, or the token that the desk left in its data folder. */
export function readDeskToken(environment: Environment, userFolder: string): string {
  if (environment['KENTONGAN_TOKEN']) return environment['KENTONGAN_TOKEN'];
  const configured = environment['KENTONGAN_TOKEN_FILE'];
  const file = configured
    ? resolve(userFolder, configured)
    : tokenFile(dataDirectoryOf(environment, userFolder));
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  throw new CommandError(
    `There is no token: ${file} does not exist. Start the desk first (npm start), name its data folder in KENTONGAN_DATA_DIR, or give --token.`,
  );
}
