import { z } from 'zod';
import { eventType, Instant } from './event.js';
import { compactedStream } from './stream.js';

/** A fact-check in the hoax memory. `hoaxText` is the circulating text, where the source quotes it. */
export const Fact = z.object({
  factId: z.string().min(1).max(200),
  title: z.string().min(3).max(1_000),
  hoaxText: z.string().max(20_000).optional(),
  conclusion: z.string().max(20_000).optional(),
  url: z.string().max(2_000).optional(),
  publisher: z.string().max(200).optional(),
  publishedAt: Instant.optional(),
  /** Of a duplicate: the fact that it is shown and counted as. It still recognises what it recognised. */
  mergedInto: z.string().max(200).optional(),
});
export type Fact = z.infer<typeof Fact>;

export const FactRecorded = eventType('fact.recorded', 1, Fact);

/** The hoax memory: latest per fact, `regionId: "*"` = national, null = withdrawn. */
export const factsRecorded = compactedStream('facts.recorded', {
  events: [FactRecorded],
  key: (event) => event.data.factId,
});
