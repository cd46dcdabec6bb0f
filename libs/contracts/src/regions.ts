import { z } from 'zod';
import { eventType, RegionId } from './event.js';
import { compactedStream } from './stream.js';

/** `historical`: no pruning, no service clocks; alarms are timed in event time. */
export const RegionMode = z.enum(['live', 'historical']);
export type RegionMode = z.infer<typeof RegionMode>;

export const FeedSettings = z.object({
  sourceId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  url: z.url(),
  name: z.string().max(200),
  pollSeconds: z.int().min(60).max(86_400).default(300),
});
export type FeedSettings = z.infer<typeof FeedSettings>;

export const WatchRule = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  /** The rule holds when any of these words or phrases stands in the text. */
  phrases: z.array(z.string().min(2).max(100)).min(1).max(100),
  /** Alarm as soon as this many posts within `windowMinutes` hold it, learned norm or not. */
  count: z.int().min(1).max(10_000).default(3),
  windowMinutes: z.int().min(5).max(10_080).default(60),
});
export type WatchRule = z.infer<typeof WatchRule>;

export const RegionSettings = z.object({
  regionId: RegionId,
  name: z.string().min(1).max(200),
  mode: RegionMode,
  /** IANA zone in which hours of the week are counted. */
  timeZone: z.string().max(64).default('Asia/Jakarta'),
  /** Gazetteer codes of the governed area (`33.74` = Kota Semarang); empty = the whole country. */
  placeRoots: z.array(z.string().max(20)).max(600).default([]),
  watchRules: z.array(WatchRule).max(2_000).default([]),
  feeds: z.array(FeedSettings).max(500).default([]),
});
export type RegionSettings = z.infer<typeof RegionSettings>;

export const RegionConfigured = eventType('region.configured', 1, RegionSettings);

/** What a region is: all services read it as a table. */
export const regionsConfigured = compactedStream('regions.configured', {
  events: [RegionConfigured],
  key: (event) => event.regionId,
});
