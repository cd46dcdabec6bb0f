import { closeSync, openSync, rmSync, statSync } from 'node:fs';

const waitMilliseconds = 5;
const waitMillisecondsMax = 5_000;
/** The work under the lock takes milliseconds: whoever left one this old has died. */
const staleMilliseconds = 10_000;

/**
 * Runs `work` while this process alone has made `file`. For processes that share a folder and work that is short and rare:
 * the whole process waits.
 * @throws when the lock is not free in time
 */
export function withFileLock<Result>(file: string, work: () => Result): Result {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !made(file); waited += waitMilliseconds) {
    if (waited > waitMillisecondsMax) throw new Error(`${file} is held by another process for too long`);
    removeStale(file);
    Atomics.wait(pause, 0, 0, waitMilliseconds);
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

function made(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(file: string): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleMilliseconds) rmSync(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
