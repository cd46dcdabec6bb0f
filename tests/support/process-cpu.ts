import { readFileSync } from 'node:fs';
import { descendants } from './process-memory.js';

/** Linux counts processor time in hundredths of a second, whatever its timer does. */
const ticksPerSecond = 100;

/** Processor seconds that a process, all its descendants and those of them that have ended have used so far (Linux only). */
export function treeCpuSeconds(rootPid: number): number {
  let ticks = 0;
  for (const pid of descendants(rootPid)) ticks += ticksOf(pid);
  return ticks / ticksPerSecond;
}

/** utime, stime, and what ended children left behind: fields 14 to 17 of proc_pid_stat(5). */
function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  } catch {
    return 0; // ended between being listed and being read; its parent has it now
  }
}
