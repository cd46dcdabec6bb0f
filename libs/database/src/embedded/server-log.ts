import { openSync, readFileSync, renameSync, statSync } from 'node:fs';

const logBytesMax = 5_000_000;
const tailCharactersMax = 4_000;

/**
 * Opens the server's log for appending. A file and not a pipe: the server may outlive this process, and a broken pipe
 * would then stop it in the middle of its work. One older log is kept.
 */
export function openServerLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logBytesMax) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** What was written to the log after its first `fromByte` bytes: the end of it, at most 4,000 characters. */
export function serverLogSince(path: string, fromByte: number): string {
  return readFileSync(path).subarray(fromByte).toString('utf8').slice(-tailCharactersMax);
}
