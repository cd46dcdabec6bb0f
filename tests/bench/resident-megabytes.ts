import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After a collection: what is measured is what stays, not the rush of filling it. */
export function residentMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return Math.round(process.memoryUsage().rss / 1_000_000);
}
