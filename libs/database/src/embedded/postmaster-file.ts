import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes about itself in `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  /** Seconds since the epoch. */
  readonly startedAtSeconds: number;
  readonly port: number | undefined;
  readonly status: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown';
}

/** Reads `postmaster.pid` of a cluster; undefined when there is none or it is not complete yet. */
export function readPostmasterFile(clusterDirectory: string): PostmasterFile | undefined {
  try {
    return parsePostmasterFile(readFileSync(join(clusterDirectory, 'postmaster.pid'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Lines: pid, data directory, start time, port, socket directory, listen address, shared memory key, status. */
export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number.parseInt(lines[3] ?? '', 10);
  const status = (lines[7] ?? '').trim();
  return {
    pid: Math.abs(pid),
    startedAtSeconds: Number.parseInt(lines[2] ?? '0', 10) || 0,
    port: Number.isInteger(port) && port > 0 ? port : undefined,
    status: isStatus(status) ? status : 'unknown',
  };
}

function isStatus(text: string): text is 'starting' | 'ready' | 'stopping' | 'standby' {
  return ['starting', 'ready', 'stopping', 'standby'].includes(text);
}
