import { z } from 'zod';
import { eventType, Instant } from './event.js';
import { logStream } from './stream.js';

export const SourceState = z.enum(['live', 'late', 'overQuota', 'down']);
export type SourceState = z.infer<typeof SourceState>;

/** A source changed its state: a quiet chart during an outage is drawn as unknown, not zero. */
export const SourceObserved = eventType(
  'source.observed',
  1,
  z.object({
    sourceId: z.string().max(120),
    state: SourceState,
    since: Instant,
    detail: z.string().max(500),
  }),
);

export const sourcesObserved = logStream('sources.observed', {
  events: [SourceObserved],
  key: (event) => event.regionId,
  partitions: 1,
  retentionHours: 7 * 24,
});
