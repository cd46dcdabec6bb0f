import { DATABASE_POOL } from '@kentongan/database';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { ACCESS_TOKEN, CLOCK, LEASES, METRICS, SIGNING_KEY, systemClock } from '@kentongan/platform';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Parts } from './open-parts.js';

/** The parts that every service may ask for. */
@Global()
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class PartsModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      ...(parts.database ? [{ provide: DATABASE_POOL, useValue: parts.database.pool }] : []),
      { provide: STREAM_PORT, useValue: parts.streams },
      { provide: METRICS, useValue: parts.metrics },
      { provide: ACCESS_TOKEN, useValue: parts.token },
      { provide: SIGNING_KEY, useValue: parts.signingKey },
      { provide: LEASES, useValue: parts.leases },
      { provide: CLOCK, useValue: systemClock },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}
