import { type DynamicModule, Module } from '@nestjs/common';
import { clarificationsControllers, clarificationsProviders } from './clarifications/index.js';
import { correctionsControllers, correctionsProviders } from './corrections/index.js';
import { drafterControllers, drafterProviders } from './drafter/drafter.parts.js';
import { factsControllers, factsProviders } from './facts/index.js';
import { issuesControllers, issuesProviders } from './issues/issues.parts.js';
import { RegionTable } from './regions/region-table.js';
import { RESPONDER_OPTIONS, type ResponderOptions } from './responder.options.js';
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
    ...drafterControllers,
  ],
  providers: [
    ResponderRelay,
    RegionTable,
    ...factsProviders,
    ...issuesProviders,
    ...clarificationsProviders,
    ...correctionsProviders,
    ...drafterProviders,
  ],
})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class ResponderModule {
  static of(options: ResponderOptions): DynamicModule {
    return { module: ResponderModule, providers: [{ provide: RESPONDER_OPTIONS, useValue: options }] };
  }
}
