import type { StreamObserver } from '@kentongan/messaging';
import type { Metrics } from '@kentongan/platform';
import { Logger } from '@nestjs/common';

/** Streams tell the metrics; a failure goes to the log as well. */
export function streamObserver(metrics: Metrics): StreamObserver {
  const log = new Logger('Streams');
  return {
    onOutcome: ({ group }, kind, reason, count) =>
      metrics.outcomes.inc({ group: group ?? 'none', kind, reason: reason ?? 'none' }, count),
    onLag: ({ stream, group, partition }, messages) =>
      metrics.lagMessages.set({ stream, group: group ?? 'none', partition: partition ?? 0 }, messages),
    onBatchSeconds: ({ group }, seconds) => metrics.batchSeconds.observe({ group: group ?? 'none' }, seconds),
    onFailure: ({ stream, group }, error) =>
      log.error(
        `${stream} (${group ?? 'no group'}): ${error instanceof Error ? error.message : String(error)}`,
      ),
    onLettersRefused: ({ group }, letters) => metrics.lettersRefused.inc({ group: group ?? 'none' }, letters),
    onHandover: ({ stream, group, partition }) =>
      log.log(`${stream} ${partition} (${group}): somebody else goes on with what was in work`),
  };
}
