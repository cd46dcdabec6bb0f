import { AnalyzerModule } from '@kentongan/analyzer';
import { ArchiverModule } from '@kentongan/archiver';
import { CollectorModule } from '@kentongan/collector';
import { DATABASE_POOL } from '@kentongan/database';
import { DetectorModule } from '@kentongan/detector';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { ACCESS_TOKEN, CLOCK, METRICS, systemClock } from '@kentongan/platform';
import { ResponderModule } from '@kentongan/responder';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SystemController } from '../system/system.controller.js';
import type { Parts } from './open-parts.js';

/** The parts that every service may ask for. */
@Global()
@Module({})
class PartsModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: DATABASE_POOL, useValue: parts.database.pool },
      { provide: STREAM_PORT, useValue: parts.port },
      { provide: METRICS, useValue: parts.metrics },
      { provide: ACCESS_TOKEN, useValue: parts.token },
      { provide: CLOCK, useValue: systemClock },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

/** All services in one process. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class KentonganModule {
  static of(parts: Parts, dataDirectory: string): DynamicModule {
    return {
      module: KentonganModule,
      controllers: [SystemController],
      imports: [
        PartsModule.of(parts),
        CollectorModule.register({ dataDirectory, regions: parts.regions }),
        AnalyzerModule,
        ArchiverModule.register({ archive: parts.archive }),
        DetectorModule,
        ResponderModule,
      ],
    };
  }
}
