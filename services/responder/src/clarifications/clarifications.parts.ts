import { randomUUID } from 'node:crypto';
import { DATABASE_POOL } from '@kentongan/database';
import { CLOCK, type Clock } from '@kentongan/platform';
import type { Provider } from '@nestjs/common';
import type pg from 'pg';
import { FactsStore } from '../facts/facts.store.js';
import { ClarificationsController } from './clarifications.controller.js';
import { ClarificationsService } from './clarifications.service.js';
import { ClarificationsStore } from './clarifications.store.js';
import { ISSUE_GATE, type IssueGate } from './issue-gate.js';

export const clarificationsControllers = [ClarificationsController];

/** Needs FactsStore, DATABASE_POOL, CLOCK and, of the issues, ISSUE_GATE. */
export const clarificationsProviders: Provider[] = [
  {
    provide: ClarificationsStore,
    inject: [FactsStore],
    useFactory: (facts: FactsStore) => new ClarificationsStore(facts, randomUUID),
  },
  {
    provide: ClarificationsService,
    inject: [DATABASE_POOL, ClarificationsStore, ISSUE_GATE, CLOCK],
    useFactory: (pool: pg.Pool, store: ClarificationsStore, gate: IssueGate, clock: Clock) =>
      new ClarificationsService(pool, store, gate, clock),
  },
];
