import { DATABASE_POOL } from '@kentongan/database';
import type { Provider } from '@nestjs/common';
import type pg from 'pg';
import { ResponderRelay } from '../responder.relay.js';
import { FactsController } from './facts.controller.js';
import { FactQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';
import { FactsStore } from './facts.store.js';

export const factsControllers = [FactsController];

/** Needs DATABASE_POOL, CLOCK and ResponderRelay. */
export const factsProviders: Provider[] = [
  FactsService,
  {
    provide: FactsStore,
    inject: [DATABASE_POOL, ResponderRelay],
    useFactory: (pool: pg.Pool, relay: ResponderRelay) => new FactsStore(pool, () => relay.wake()),
  },
  {
    provide: FactQueries,
    inject: [DATABASE_POOL],
    useFactory: (pool: pg.Pool) => new FactQueries(pool),
  },
];
