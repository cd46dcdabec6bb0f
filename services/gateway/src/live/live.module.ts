import { DATABASE_POOL } from '@kentongan/database';
import type { Provider, Type } from '@nestjs/common';
import type pg from 'pg';
import { LiveController } from './live.controller.js';
import { LiveHandlers } from './live.handlers.js';
import { LIVE_LIMITS, liveLimits } from './live.limits.js';
import { LiveEventsStore } from './live-events.store.js';
import { LiveFeed } from './live-feed.js';
import { LiveHub } from './live-hub.js';
import { LiveMetrics } from './live-metrics.js';
import { LiveUpkeep } from './live-upkeep.js';

/**
 * Live updates as a part of the gateway's module: `controllers: [...liveControllers], providers: [...liveProviders]`,
 * beside a provider of SESSION_CHECK. Need DATABASE_POOL, CLOCK, METRICS, ACCESS_TOKEN and SIGNING_KEY from a global
 * module, and `liveMigrations` run before.
 */
export const liveControllers: readonly Type[] = [LiveController, LiveHandlers];

export const liveProviders: readonly Provider[] = [
  { provide: LIVE_LIMITS, useValue: liveLimits },
  {
    provide: LiveEventsStore,
    inject: [DATABASE_POOL],
    useFactory: (pool: pg.Pool) => new LiveEventsStore(pool),
  },
  LiveMetrics,
  LiveHub,
  LiveFeed,
  LiveUpkeep,
];
