import { setTimeout as sleep } from 'node:timers/promises';
import { settleOrphan } from './orphan.js';
import { launchPostmaster, type ServerPlan, signal, stopPostmaster } from './postmaster.js';
import { isRunning } from './process-identity.js';

export interface SupervisedServer {
  pid(): number;
  stop(): Promise<void>;
}

const lookMilliseconds = 500;
const restartWaitSeconds = { first: 0.2, most: 30 };

/**
 * Looks after a running server: one that dies (killed, out of memory) is started again on the same port, so that
 * pools reconnect by themselves. A server that cannot start is tried again without end, at most every 30 seconds: a
 * disk that is full tonight may have room in an hour. It is looked at by pid, because an adopted one is not our child.
 */
export function superviseServer(
  plan: ServerPlan,
  server: { pid: number; port: number },
  onIncident: (whatHappened: string) => void,
): SupervisedServer {
  let pid = server.pid;
  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> | undefined;
  const giveUp = new AbortController();

  // Also when the program ends in a hurry; a server without its owner would otherwise go on for ever.
  const endWithProcess = () => signal(pid, 'SIGINT');
  process.on('exit', endWithProcess);

  const look = setInterval(() => {
    if (!stopping && !restarting && !isRunning(pid))
      restarting = restart().finally(() => {
        restarting = undefined;
      });
  }, lookMilliseconds);
  look.unref();

  const restart = async () => {
    onIncident(`PostgreSQL (process ${pid}) ended unexpectedly; starting it again`);
    for (let wait = restartWaitSeconds.first; !stopping; wait = Math.min(wait * 2, restartWaitSeconds.most)) {
      try {
        const orphan = await settleOrphan(plan, server.port);
        pid = orphan?.pid ?? (await launchPostmaster(plan, server.port));
        onIncident(`PostgreSQL runs again (process ${pid})`);
        return;
      } catch (error) {
        onIncident(error instanceof Error ? error.message : String(error));
        await sleep(wait * 1000, undefined, { ref: false, signal: giveUp.signal }).catch(() => {});
      }
    }
  };

  const stop = async () => {
    clearInterval(look);
    giveUp.abort();
    await restarting;
    process.off('exit', endWithProcess);
    if (isRunning(pid)) await stopPostmaster(plan, pid);
  };

  return {
    pid: () => pid,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
