import { DATABASE_POOL } from '@kentongan/database';
import { Module } from '@nestjs/common';
import type pg from 'pg';
import { FactsController } from './facts/facts.controller.js';
import { FactsStore } from './facts/facts.store.js';
import { ResponderRelay } from './responder.relay.js';

@Module({
  controllers: [FactsController],
  providers: [
    ResponderRelay,
    {
      provide: FactsStore,
      inject: [DATABASE_POOL, ResponderRelay],
      useFactory: (pool: pg.Pool, relay: ResponderRelay) => new FactsStore(pool, () => relay.wake()),
    },
  ],
})
export class ResponderModule {}
