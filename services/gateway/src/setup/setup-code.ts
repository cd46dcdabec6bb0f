import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSecret, type Secret } from '@kentongan/platform';

/** Letters that are not read as one another; 12 of them are 59 bits. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const setupCodeFile = (dataDirectory: string): string => join(dataDirectory, 'setup-code');

function newSetupCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** The code in the data directory, generated when there is none; readable by its owner alone. */
export function loadOrCreateSetupCode(dataDirectory: string): Secret {
  return loadOrCreateSecret(setupCodeFile(dataDirectory), newSetupCode);
}

/** Of no use to anybody once there is an administrator. */
export function removeSetupCode(dataDirectory: string): void {
  rmSync(setupCodeFile(dataDirectory), { force: true });
}

/** People copy a code with other spaces, hyphens and cases than it was written in. */
export const plainCode = (code: string): string => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
