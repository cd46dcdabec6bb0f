import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './binaries.js';
import { type ClusterPlace, explainSpawnError, serverSpawnOptions } from './cluster.js';
import { DatabaseStartError } from './database-start-error.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning, processesWorkingIn } from './process-identity.js';
import { openServerLog, serverLogSince } from './server-log.js';
import type { ServerUser } from './server-user.js';
import { serverSettings, settingArguments } from './settings.js';
import { explainStartFailure } from './start-failure.js';

/** Everything a server needs to be started again. */
export interface ServerPlan {
  readonly place: ClusterPlace;
  readonly binaries: PostgresBinaries;
  readonly user: ServerUser | undefined;
  readonly durable: boolean;
}

/** A crash leaves at most `max_wal_size` (1 GB) to read again; slow disks take minutes for that. */
const readySecondsMax = 600;
const pollMilliseconds = 15;
/** How long each way of asking the server to stop may take before the next, rougher one. */
const stopSecondsMax = { fast: 20, immediate: 10, kill: 5 };

/**
 * Starts the server on 127.0.0.1 and waits until it takes connections.
 * @returns its process id
 * @throws DatabaseStartError in the words of `explainStartFailure`
 */
export async function launchPostmaster(plan: ServerPlan, port: number): Promise<number> {
  const { place, binaries, user, durable } = plan;
  const log = openServerLog(place.logFile);
  const logStart = statSync(place.logFile).size;
  const settings = settingArguments(serverSettings(port, durable));
  const [program, args] =
    process.platform === 'win32'
      ? // pg_ctl gives up administrator rights for the server, which refuses to run with them.
        [binaries.pgCtl, ['start', '-D', place.cluster, '-W', '-o', settings.join(' ')]]
      : [binaries.postgres, ['-D', place.cluster, ...settings]];
  try {
    // Detached: Ctrl-C in a terminal goes to the whole process group, and the database must stop last.
    const child = spawn(program, args, {
      ...serverSpawnOptions(user),
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.unref();
    return await untilReady(child, plan, () => serverLogSince(place.logFile, logStart));
  } finally {
    closeSync(log);
  }
}

async function untilReady(child: ChildProcess, plan: ServerPlan, output: () => string): Promise<number> {
  let spawnError: Error | undefined;
  child.on('error', (error) => {
    spawnError = error;
  });
  const deadline = Date.now() + readySecondsMax * 1000;
  while (Date.now() < deadline) {
    await sleep(pollMilliseconds);
    if (spawnError) throw explainSpawnError(spawnError, plan.binaries.postgres);
    const file = readPostmasterFile(plan.place.cluster);
    const isOurs = process.platform === 'win32' || file?.pid === child.pid;
    if (file && isOurs && file.status === 'ready') return file.pid;
    const ended = child.exitCode ?? child.signalCode;
    if (ended !== null && (process.platform !== 'win32' || ended !== 0))
      throw explainStartFailure(output() || `the server ended with ${ended}`, plan.place.dataDirectory);
  }
  throw new DatabaseStartError(
    'startFailed',
    `PostgreSQL was not ready after ${readySecondsMax} seconds: ${output()}`,
    `read postgres.log in ${plan.place.dataDirectory}; a very slow disk is the usual cause.`,
  );
}

/** Stops a server: open work is rolled back, what was committed stays. Rougher means follow when it does not obey. */
export async function stopPostmaster(
  plan: Pick<ServerPlan, 'place' | 'binaries'>,
  pid: number,
): Promise<void> {
  if (process.platform === 'win32') return stopOnWindows(plan);
  signal(pid, 'SIGINT');
  if (await hasEnded(pid, stopSecondsMax.fast)) return;
  signal(pid, 'SIGQUIT');
  if (await hasEnded(pid, stopSecondsMax.immediate)) return;
  for (const each of [pid, ...(processesWorkingIn(plan.place.cluster) ?? [])]) signal(each, 'SIGKILL');
  if (await hasEnded(pid, stopSecondsMax.kill)) return;
  throw new DatabaseStartError(
    'startFailed',
    `The PostgreSQL server with process id ${pid} does not end.`,
    'its disk does not answer, most likely; check the disk and restart the machine.',
  );
}

async function stopOnWindows({ place, binaries }: Pick<ServerPlan, 'place' | 'binaries'>): Promise<void> {
  const stop = (mode: string) =>
    promisify(execFile)(binaries.pgCtl, ['stop', '-D', place.cluster, '-m', mode, '-w', '-t', '20']);
  await stop('fast').catch(() => stop('immediate'));
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
    // A suspended process takes no other signal until it goes on.
    process.kill(pid, 'SIGCONT');
  } catch {
    // It has ended.
  }
}

export async function hasEnded(pid: number, secondsMax: number): Promise<boolean> {
  const deadline = Date.now() + secondsMax * 1000;
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(pollMilliseconds);
  }
  return true;
}

/** A port on 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no address of a listening socket')),
      );
    });
  });
}
