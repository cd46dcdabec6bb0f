import { z } from 'zod';
import { Instant } from '../event.js';
import { serviceNames } from '../service-names.js';
import { SourceState } from '../sources.js';

/** GET /api/sources?region=R */
export const SourceView = z.object({
  sourceId: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  state: SourceState,
  since: Instant,
  lastPostAt: Instant.nullable(),
  postsLastDay: z.int(),
  detail: z.string(),
});
export type SourceView = z.infer<typeof SourceView>;

/** One process of a service that runs by itself, as it answered just now. */
export const ServiceStateView = z.object({
  service: z.enum(serviceNames),
  address: z.string(),
  ready: z.boolean(),
  /** Names of what does not answer it; `noAnswer` when the process itself says nothing. */
  failing: z.array(z.string()),
});

/** GET /api/system/state */
export const SystemView = z.object({
  version: z.string(),
  uptimeSeconds: z.number(),
  eventLoopP99Milliseconds: z.number(),
  residentMegabytes: z.number(),
  database: z.object({ kind: z.enum(['embedded', 'server']), bytes: z.int() }),
  disk: z.object({ freeBytes: z.int(), totalBytes: z.int() }).nullable(),
  streams: z.array(
    z.object({
      name: z.string(),
      groups: z.array(z.object({ group: z.string(), lag: z.int() })),
      deadLetters: z.int(),
    }),
  ),
  liveClients: z.int(),
  /** Empty when all services live in one process. */
  services: z.array(ServiceStateView),
});
export type SystemView = z.infer<typeof SystemView>;

/** GET /api/places?q=… or ?codes=…: names of the gazetteer. */
export const PlaceView = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['province', 'regency', 'district', 'village']),
  /** `Pedurungan, Kota Semarang` */
  fullName: z.string(),
});
export type PlaceView = z.infer<typeof PlaceView>;
