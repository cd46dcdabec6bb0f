import { execFileSync } from 'node:child_process';
import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readSecret, superuserName } from './cluster.js';
import { DatabaseStartError } from './database-start-error.js';
import { hasEnded, type ServerPlan, signal, stopPostmaster } from './postmaster.js';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.js';
import { isRunning, processesWorkingIn } from './process-identity.js';

const startingSecondsMax = 60;
const answerMillisecondsMax = 3_000;
/** Backends whose server was killed end by themselves at their next look, mostly within milliseconds. */
const leftoverSecondsMax = 5;

/**
 * Deals with what a dead owner left running in the cluster. Called with the directory's lock held, so nobody else
 * may rightly use that server.
 * @param wantedPort only a server on this port is adopted, when given
 * @returns the adopted server, or undefined when nothing runs there any more
 */
export async function settleOrphan(
  plan: ServerPlan,
  wantedPort: number | undefined,
): Promise<{ pid: number; port: number } | undefined> {
  const cluster = realpathSync(plan.place.cluster);
  const file = await pastStarting(plan.place.cluster, cluster);
  if (file && isServer(file.pid, cluster)) {
    const portFits = wantedPort === undefined || wantedPort === file.port;
    if (file.status === 'ready' && file.port && portFits && (await takeOver(plan, file.port)))
      return { pid: file.pid, port: file.port };
    await stopPostmaster(plan, file.pid);
  }
  await endLeftovers(cluster);
  // What is left now is a file without a server. PostgreSQL would not start if its pid was given to another process.
  if (file) rmSync(join(plan.place.cluster, 'postmaster.pid'), { force: true });
  return undefined;
}

async function pastStarting(directory: string, cluster: string): Promise<PostmasterFile | undefined> {
  const deadline = Date.now() + startingSecondsMax * 1000;
  for (;;) {
    const file = readPostmasterFile(directory);
    const isOnItsWay = file && (file.status === 'starting' || file.status === 'stopping');
    if (!isOnItsWay || !isServer(file.pid, cluster) || Date.now() > deadline) return file;
    await sleep(50);
  }
}

/** Is this process a PostgreSQL server of this cluster, and not another one that was given a recycled pid? */
function isServer(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  const workers = processesWorkingIn(cluster);
  if (workers) return workers.includes(pid);
  const [command, args] =
    process.platform === 'win32'
      ? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']]
      : ['ps', ['-o', 'comm=', '-p', String(pid)]];
  try {
    return execFileSync(command, args, { encoding: 'utf8' }).includes('postgres');
  } catch {
    return false;
  }
}

/**
 * Asks the server whether it is ours and as we want it, and ends the dead owner's sessions: they would go on holding
 * their locks. False when it does not answer or differs; it is then stopped and started anew.
 */
async function takeOver(plan: ServerPlan, port: number): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: superuserName,
    password: readSecret(plan.place),
    database: 'postgres',
    connectionTimeoutMillis: answerMillisecondsMax,
    query_timeout: answerMillisecondsMax,
  });
  client.on('error', () => {}); // told by the query that fails
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string; fsync: string; version: string }>(
      `SELECT current_setting('data_directory') AS directory, current_setting('fsync') AS fsync,
              current_setting('server_version') AS version`,
    );
    const [found] = rows;
    const isSameVersion = found && plan.binaries.packageVersion.startsWith(`${found.version}.`);
    if (found?.directory !== plan.place.cluster || !isSameVersion) return false;
    if (found.fsync !== (plan.durable ? 'on' : 'off')) return false;
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** A new server must not start while a process of the old one still writes to the same files. */
async function endLeftovers(cluster: string): Promise<void> {
  for (const name of [undefined, 'SIGQUIT', 'SIGKILL'] as const) {
    const left = processesWorkingIn(cluster) ?? [];
    if (name) for (const pid of left) signal(pid, name);
    const ended = await Promise.all(left.map((pid) => hasEnded(pid, leftoverSecondsMax)));
    if (ended.every(Boolean)) return;
  }
  throw new DatabaseStartError(
    'startFailed',
    `Processes of an earlier PostgreSQL server do not end: ${processesWorkingIn(cluster)?.join(', ')}.`,
    'its disk does not answer, most likely; check the disk and restart the machine.',
  );
}
