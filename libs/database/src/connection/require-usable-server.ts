import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseStartError, systemErrorCode } from '../embedded/database-start-error.js';

const oldestVersionNumber = 150_000;
const tryAgainMilliseconds = 500;

/** Not there yet: refused, name unknown so far, timed out, server starting up or shutting down, too many clients. */
const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '57P03',
  '57P01',
  '53300',
]);

/**
 * Waits until the server answers and makes sure that it is one we can work with.
 * @throws DatabaseStartError `serverUnreachable`, `serverRefusedLogin` or `serverTooOld`; never holds the password
 */
export async function requireUsableServer(url: string, waitSecondsMax: number): Promise<void> {
  const shown = shownAddress(url);
  const deadline = Date.now() + waitSecondsMax * 1000;
  for (;;) {
    try {
      requireVersion(await versionOf(url), shown);
      return;
    } catch (error) {
      if (error instanceof DatabaseStartError) throw error;
      const code = systemErrorCode(error);
      if (!mayPass(error, code)) throw refusedLogin(shown, error);
      if (Date.now() > deadline) throw unreachable(shown, error);
      await sleep(tryAgainMilliseconds);
    }
  }
}

async function versionOf(url: string): Promise<{ number: number; text: string }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // told by the query that fails
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; text: string }>(
      `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text`,
    );
    return { number: Number(rows[0]?.number ?? 0), text: rows[0]?.text ?? 'unknown' };
  } finally {
    await client.end().catch(() => {});
  }
}

/** An error without a code is pg's own: it timed out, or the connection ended while it was made. */
function mayPass(error: unknown, code: string | undefined): boolean {
  return code === undefined ? /timeout|terminated/i.test(reasonOf(error)) : passingCodes.has(code);
}

function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  // A name with several addresses fails with one error for each of them and no message of its own.
  return String(message || systemErrorCode(error));
}

export function requireVersion(version: { number: number; text: string }, shown: string): void {
  if (version.number >= oldestVersionNumber) return;
  throw new DatabaseStartError(
    'serverTooOld',
    `The database server ${shown} is PostgreSQL ${version.text}; Kentongan needs 15 or newer.`,
    'upgrade that server, name a newer one in DATABASE_URL, or unset DATABASE_URL to use the PostgreSQL that comes with Kentongan.',
  );
}

function unreachable(shown: string, cause: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'serverUnreachable',
    `The database server ${shown} does not answer: ${reasonOf(cause)}`,
    'check that it runs and that host and port in DATABASE_URL are right, or unset DATABASE_URL to use the PostgreSQL that comes with Kentongan.',
    cause,
  );
}

function refusedLogin(shown: string, cause: unknown): DatabaseStartError {
  return new DatabaseStartError(
    'serverRefusedLogin',
    `The database server ${shown} refuses the connection: ${reasonOf(cause)}`,
    'check user, password, database name and TLS settings (sslmode) in DATABASE_URL; the user needs the right to create schemas in that database.',
    cause,
  );
}

function shownAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  } catch {
    return 'of DATABASE_URL (which is not a valid URL)';
  }
}
