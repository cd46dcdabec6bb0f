import { setTimeout as wait } from 'node:timers/promises';
import { DATABASE_POOL } from '@kentongan/database';
import {
  type Configuration,
  createSafeHttpClient,
  METRICS,
  type Metrics,
  type SafeHttpClient,
} from '@kentongan/platform';
import type { Provider } from '@nestjs/common';
import type pg from 'pg';
import { ClarificationsStore, ISSUE_GATE, type IssueGate } from '../clarifications/index.js';
import { RegionTable } from '../regions/region-table.js';
import { RESPONDER_OPTIONS, type ResponderOptions } from '../responder.options.js';
import { DraftProposals } from './draft-proposals.service.js';
import { DrafterController } from './drafter.controller.js';
import { DRAFTER, type Drafter } from './drafter.port.js';
import { EndpointDrafter } from './endpoint-drafter.js';

const answerBytesMax = 262_144;

export const drafterControllers = [DrafterController];

/** Needs DATABASE_POOL, METRICS, ClarificationsStore, ISSUE_GATE and RegionTable. */
export const drafterProviders: Provider[] = [
  {
    provide: DRAFTER,
    inject: [RESPONDER_OPTIONS, METRICS],
    useFactory: ({ drafter, drafterHttp }: ResponderOptions, metrics: Metrics): Drafter | null =>
      drafter
        ? new EndpointDrafter({
            configuration: drafter,
            http: drafterHttp ?? httpFor(drafter, metrics),
            random: Math.random,
            wait,
            now: () => performance.now(),
          })
        : null,
  },
  {
    provide: DraftProposals,
    inject: [DATABASE_POOL, ClarificationsStore, ISSUE_GATE, RegionTable, DRAFTER],
    useFactory: (
      pool: pg.Pool,
      store: ClarificationsStore,
      gate: IssueGate,
      regions: RegionTable,
      drafter: Drafter | null,
    ) => new DraftProposals(pool, store, gate, regions, drafter),
  },
];

/** An address that redirects was entered wrong: the key goes nowhere else. */
function httpFor(drafter: NonNullable<Configuration['drafter']>, metrics: Metrics): SafeHttpClient {
  const { port } = new URL(drafter.url);
  return createSafeHttpClient({
    bytesMax: answerBytesMax,
    timeoutMilliseconds: drafter.timeoutSeconds * 1_000,
    redirectsMax: 0,
    allowedPorts: [port === '' ? 443 : Number(port)],
    userAgent: 'kentongan-drafter/1',
    onFailure: (reason) => metrics.refusedRequests.inc({ reason }),
  });
}
