import type { StreamObserver } from '@kentongan/messaging';
import type { Metrics } from '@kentongan/platform';
import { Logger } from '@nestjs/common';

/** Streams tell the metrics; a failure goes to the log as well. */
export function streamObserver(metrics: Metrics): StreamObserver {
  const log = new Logger('Streams');
  return {
    onOutcome: ({ group }, kind, reason, count) =>
      metrics.outcomes.inc({ group: group ?? 'none', kind, reason: reason ?? 'none' }, count),
    onLag: ({ group, stream }, messages) =>
      metrics.lagMessages.set({ group: group ?? 'none', stream }, messages),
    onBatchSeconds: ({ group }, seconds) => metrics.batchSeconds.observe({ group: group ?? 'none' }, seconds),
    onFailure: ({ stream, group }, error) =>
      log.error(
        `${stream} (${group ?? 'no group'}): ${error instanceof Error ? error.message : String(error)}`,
      ),
  };
}
