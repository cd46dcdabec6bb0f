import { Module } from '@nestjs/common';
import { clarificationsControllers, clarificationsProviders } from './clarifications/index.js';
import { correctionsControllers, correctionsProviders } from './corrections/index.js';
import { factsControllers, factsProviders } from './facts/index.js';
import { issuesControllers, issuesProviders } from './issues/issues.parts.js';
import { RegionTable } from './regions/region-table.js';
import { ResponderRelay } from './responder.relay.js';

/**
 * Issues, facts, clarifications and corrections. Needs DATABASE_POOL, STREAM_PORT, CLOCK, METRICS, ACCESS_TOKEN and SIGNING_KEY from a
 * global module, and `responderMigrations` run before.
 */
@Module({
  controllers: [
    ...factsControllers,
    ...issuesControllers,
    ...clarificationsControllers,
    ...correctionsControllers,
  ],
  providers: [
    ResponderRelay,
    RegionTable,
    ...factsProviders,
    ...issuesProviders,
    ...clarificationsProviders,
    ...correctionsProviders,
  ],
})
export class ResponderModule {}
