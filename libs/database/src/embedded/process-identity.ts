import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { systemErrorCode } from './database-start-error.js';

/**
 * A mark that a process keeps for its life and that no later process with the same pid has: its start time.
 * Undefined when there is no such process. On Linux the boot is part of it, because pids and clock ticks start anew.
 */
export function processIdentity(pid: number): string | undefined {
  switch (process.platform) {
    case 'linux':
      return linuxIdentity(pid);
    case 'win32':
      return outputOf('powershell.exe', [
        '-NoProfile',
        '-Command',
        `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`,
      ]);
    default:
      return outputOf('ps', ['-o', 'lstart=', '-p', String(pid)]);
  }
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended: it only waits for its parent to take note.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function outputOf(command: string, args: readonly string[]): string | undefined {
  try {
    return (
      execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}

/** True while the process runs; one that belongs to another user counts, a zombie does not. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') return linuxIdentity(pid) !== undefined;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

/**
 * Processes that work in `folder`: a PostgreSQL server and all its children do so in their cluster's directory, which
 * tells them from any other process that was given a recycled pid. Undefined where the system does not tell.
 */
export function processesWorkingIn(folder: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && isRunning(pid);
    } catch {
      return false;
    }
  });
}
