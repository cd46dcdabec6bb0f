import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { findPostgresBinaries } from './binaries.js';
import { clusterPlace, initialiseCluster, readSecret, superuserName } from './cluster.js';
import { checkDataFormat, writeDataFormat } from './data-format.js';
import { DatabaseStartError, explainFileError } from './database-start-error.js';
import { lockDirectory } from './directory-lock.js';
import { settleOrphan } from './orphan.js';
import { freePort, launchPostmaster, type ServerPlan } from './postmaster.js';
import { reachableBinaries } from './reachable-binaries.js';
import { giveTo, letThrough, requireReachable, serverUserFor } from './server-user.js';
import { superviseServer } from './supervisor.js';

export interface EmbeddedPostgresOptions {
  /** Made when missing. Holds the cluster, its password, its log and our lock. */
  readonly dataDirectory: string;
  /** False turns fsync off: faster, and a power failure destroys the data. For tests only. Default true. */
  readonly durable?: boolean;
  /** Default: a free one. */
  readonly port?: number;
  /** Told when the server died and was started again. Default: a line on standard error. */
  readonly onIncident?: (whatHappened: string) => void;
}

export interface EmbeddedPostgres {
  /** `postgres://…@127.0.0.1:…/postgres`, the password included. Stays the same when the server is restarted. */
  readonly url: string;
  /** Process id of the server; changes when it had to be started again. */
  readonly pid: number;
  /** True when a running server of an owner that died was taken over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

const portTriesMax = 3;

/**
 * Starts PostgreSQL from the npm binaries on a data directory that this process then owns. Only the password in the
 * directory opens it, and it listens on 127.0.0.1 alone. A server that dies is started again on the same port.
 * @throws DatabaseStartError with words for the person at the terminal
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = openDirectory(options.dataDirectory);
  const lock = await lockDirectory(dataDirectory);
  try {
    const plan = await prepareCluster(dataDirectory, options.durable ?? true);
    const orphan = await settleOrphan(plan, options.port);
    const server = orphan ?? (await launchOnPort(plan, options.port));
    writeDataFormat(dataDirectory, plan.binaries.major);
    const supervised = superviseServer(plan, server, options.onIncident ?? tellOnStandardError);
    return {
      url: `postgres://${superuserName}:${readSecret(plan.place)}@127.0.0.1:${server.port}/postgres`,
      get pid() {
        return supervised.pid();
      },
      adopted: orphan !== undefined,
      stop: async () => {
        await supervised.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw explainFileError(error, dataDirectory);
  }
}

function openDirectory(path: string): string {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(resolve(path));
  } catch (error) {
    throw explainFileError(error, path);
  }
}

async function prepareCluster(dataDirectory: string, durable: boolean): Promise<ServerPlan> {
  const place = clusterPlace(dataDirectory);
  const installed = findPostgresBinaries();
  checkDataFormat(dataDirectory, place.cluster, installed.major);
  const user = serverUserFor(place.cluster);
  if (user) {
    letThrough(user, dataDirectory);
    requireReachable(user, dataDirectory);
  }
  const binaries = reachableBinaries(installed, user);
  if (existsSync(place.cluster)) giveTo(user, place.cluster);
  else await initialiseCluster(place, binaries, user, durable);
  readSecret(place);
  return { place, binaries, user, durable };
}

async function launchOnPort(
  plan: ServerPlan,
  wanted: number | undefined,
): Promise<{ pid: number; port: number }> {
  for (let tries = 1; ; tries += 1) {
    const port = wanted ?? (await freePort());
    try {
      return { pid: await launchPostmaster(plan, port), port };
    } catch (error) {
      // Between finding a free port and taking it, another program may have been faster.
      const isTaken = error instanceof DatabaseStartError && error.problem === 'portInUse';
      if (!isTaken || wanted !== undefined || tries >= portTriesMax) throw error;
    }
  }
}

function tellOnStandardError(whatHappened: string): void {
  process.stderr.write(`${whatHappened}\n`);
}
