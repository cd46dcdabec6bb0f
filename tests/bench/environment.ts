import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** What every figure carries, so that it can be compared later. */
export interface FigureOrigin {
  readonly date: string;
  readonly commit: string;
  readonly hardware: string;
}

export function figureOrigin(): FigureOrigin {
  const processors = cpus();
  const memoryGigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString(),
    commit: commitOf(),
    hardware: `${processors.length} × ${processors[0]?.model ?? 'unknown'}, ${memoryGigabytes} GiB, node ${process.versions.node}, ${process.platform}-${process.arch}`,
  };
}

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
