import { readdirSync, readFileSync } from 'node:fs';

/** Proportional set size of a process and all its descendants in megabytes (Linux only: reads /proc). */
export function treeMemoryMegabytes(rootPid: number): number {
  let kilobytes = 0;
  for (const pid of descendants(rootPid)) kilobytes += pssKilobytes(pid);
  return Math.round(kilobytes / 102.4) / 10;
}

export function descendants(rootPid: number): Set<number> {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readQuietly(`/proc/${name}/stat`);
    // The command name may hold spaces and parentheses; the fields after the last ) are regular.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[1]) parents.set(Number(name), Number(fields[1]));
  }
  const found = new Set([rootPid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (found.has(parent) && !found.has(pid)) {
        found.add(pid);
        grown = true;
      }
    }
  }
  return found;
}

function pssKilobytes(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readQuietly(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end between being listed and being read. */
function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
