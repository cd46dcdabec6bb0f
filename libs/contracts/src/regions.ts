import { z } from 'zod';
import { Person } from './desk.js';
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
  /** Gazetteer code of where the source is at home: of places that share a name it means the near one. */
  placeCode: z.string().max(20).optional(),
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

/** A department, UPT, kecamatan or kelurahan that can be asked for evidence. */
export const Agency = z.object({
  agencyId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(200),
  /** Subjects it answers for, as the analyzer names them (`flooding`, `roadDamage`, …). */
  subjects: z.array(z.string().max(40)).max(30).default([]),
  /** Gazetteer codes it answers for; empty = the whole region. */
  placeCodes: z.array(z.string().max(20)).max(50).default([]),
  /** Shown to citizens in clarifications: a number to call, an office, an official page. */
  publicContact: z.string().max(300).optional(),
});
export type Agency = z.infer<typeof Agency>;

/** A landmark, road or school by which people of a region say where something is. */
export const OwnPlace = z.object({
  name: z.string().min(2).max(100),
  /** Gazetteer code of the place in which it lies. */
  placeCode: z.string().min(2).max(20),
});
export type OwnPlace = z.infer<typeof OwnPlace>;

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
  /** Hosts of the region's own papers (`koran.example`): what is published there is news, whatever its words. */
  pressHosts: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9.-]{2,252}$/))
    .max(500)
    .default([]),
  agencies: z.array(Agency).max(1_000).default([]),
  /** Names that no gazetteer holds, and what they mean in this region. */
  ownPlaces: z.array(OwnPlace).max(2_000).optional(),
  /** Hosts that a drafted clarification may lead to (`semarangkota.go.id`); hosts below them as well. */
  linkHosts: z
    .array(
      z
        .string()
        .max(253)
        .regex(/^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/),
    )
    .max(50)
    .optional(),
  /** Who is told of alarms. */
  dutyOfficers: z.array(Person).max(300).default([]),
});
export type RegionSettings = z.infer<typeof RegionSettings>;

/** What a desk listens to before anyone configured it: the whole country, live. */
export const unnamedRegion: RegionSettings = RegionSettings.parse({
  regionId: 'default',
  name: 'Indonesia',
  mode: 'live',
});

/** Nobody's desk: posts may go there before the set-up, but no person works in it. */
export function isUnnamedRegion({ regionId, name, placeRoots }: RegionSettings): boolean {
  return regionId === unnamedRegion.regionId && name === unnamedRegion.name && placeRoots.length === 0;
}

export const RegionConfigured = eventType('region.configured', 1, RegionSettings);

/** What a region is: all services read it as a table. */
export const regionsConfigured = compactedStream('regions.configured', {
  events: [RegionConfigured],
  key: (event) => event.regionId,
});
