import { DATABASE_POOL } from '@kentongan/database';
import type { Provider } from '@nestjs/common';
import type pg from 'pg';
import { ResponderRelay } from '../responder.relay.js';
import { FactImportService } from './fact-import.service.js';
import { FactImports } from './fact-imports.store.js';
import { FactStanding } from './fact-standing.store.js';
import { FactsController } from './facts.controller.js';
import { FactQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';
import { FactsStore } from './facts.store.js';
import { MatchJudgements } from './match-judgements.store.js';

export const factsControllers = [FactsController];

/** Needs DATABASE_POOL, CLOCK, RegionTable and ResponderRelay. */
export const factsProviders: Provider[] = [
  FactsService,
  FactImportService,
  { provide: FactImports, inject: [DATABASE_POOL], useFactory: (pool: pg.Pool) => new FactImports(pool) },
  {
    provide: MatchJudgements,
    inject: [DATABASE_POOL],
    useFactory: (pool: pg.Pool) => new MatchJudgements(pool),
  },
  {
    provide: FactStanding,
    inject: [DATABASE_POOL, ResponderRelay],
    useFactory: (pool: pg.Pool, relay: ResponderRelay) => new FactStanding(pool, () => relay.wake()),
  },
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
