import type { SystemView } from '@kentongan/contracts';

export type Health = 'well' | 'watch' | 'act';

/** Less free space than this, and the next busy day may stop the intake. */
const freeBytesMin = 2 * 2 ** 30;
const freeShareMin = 0.1;
/** Messages behind: at 500 a second, a minute of work. */
const lagWatch = 1_000;
const lagAct = 30_000;

export function diskHealth(disk: SystemView['disk']): Health {
  if (!disk) return 'watch';
  if (disk.freeBytes < freeBytesMin) return 'act';
  return disk.freeBytes / Math.max(1, disk.totalBytes) < freeShareMin ? 'watch' : 'well';
}

export function lagHealth(lag: number): Health {
  if (lag >= lagAct) return 'act';
  return lag >= lagWatch ? 'watch' : 'well';
}

/** How many processes of each service there are, and how many of them can work. Empty when all services are one process. */
export function processesOf(
  services: SystemView['services'],
): { service: string; ready: number; all: number }[] {
  const names = [...new Set(services.map(({ service }) => service))];
  return names.map((name) => {
    const own = services.filter(({ service }) => service === name);
    return { service: name, ready: own.filter(({ ready }) => ready).length, all: own.length };
  });
}

export const processesHealth = (ready: number, all: number): Health =>
  ready === 0 ? 'act' : ready < all ? 'watch' : 'well';
