import type { Clock } from '@kentongan/platform';
import { Logger } from '@nestjs/common';

const everyMilliseconds = 3_600_000;

/**
 * Drops the days of streams that are past their retention, at once and then hourly: posts that are kept nowhere else
 * longer than promised. A failure is told and tried again in an hour.
 * @returns ends it
 */
export function startStreamRetention(
  dropExpired: (now: number) => Promise<readonly unknown[]>,
  clock: Clock,
): () => void {
  const log = new Logger('Streams');
  const run = (): void => {
    dropExpired(clock.now()).then(
      (days) => {
        if (days.length > 0) log.log(`${days.length} expired days were dropped`);
      },
      (error: unknown) => log.warn(`Expired days were not dropped: ${String(error)}`),
    );
  };
  run();
  const timer = setInterval(run, everyMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
