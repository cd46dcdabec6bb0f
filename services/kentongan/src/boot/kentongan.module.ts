import { fileURLToPath } from 'node:url';
import { AnalyzerModule } from '@kentongan/analyzer';
import { ArchiverModule } from '@kentongan/archiver';
import { CollectorModule } from '@kentongan/collector';
import { unnamedRegion } from '@kentongan/contracts';
import { DATABASE_POOL } from '@kentongan/database';
import { DetectorModule } from '@kentongan/detector';
import { GatewayModule } from '@kentongan/gateway';
import { STREAM_PORT } from '@kentongan/messaging/nest';
import { NotifierModule } from '@kentongan/notifier';
import {
  ACCESS_TOKEN,
  CLOCK,
  type Configuration,
  METRICS,
  SIGNING_KEY,
  systemClock,
} from '@kentongan/platform';
import { ResponderModule } from '@kentongan/responder';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { SystemController } from '../system/system.controller.js';
import { SYSTEM_FACTS, type SystemFacts } from '../system/system-state.js';
import type { Parts } from './open-parts.js';
import type { StartOptions } from './start-options.js';

/** Where the build puts the web app. */
const webDirectory = fileURLToPath(new URL('../../../web/dist', import.meta.url));

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
      { provide: SIGNING_KEY, useValue: parts.signingKey },
      { provide: CLOCK, useValue: systemClock },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

/** All services in one process. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class KentonganModule {
  static of(parts: Parts, configuration: Configuration, options: StartOptions = {}): DynamicModule {
    const { dataDirectory } = configuration;
    return {
      module: KentonganModule,
      controllers: [SystemController],
      providers: [{ provide: SYSTEM_FACTS, useValue: factsOf(parts, dataDirectory) }],
      imports: [
        PartsModule.of(parts),
        CollectorModule.register({
          dataDirectory,
          regions: parts.regions ?? [],
          initialRegions: parts.regions ? [] : [unnamedRegion],
        }),
        AnalyzerModule,
        ArchiverModule.register({ archive: parts.archive }),
        DetectorModule,
        ResponderModule,
        GatewayModule.register({
          dataDirectory,
          trustedProxies: configuration.trustedProxies,
          webDirectory,
          isDemo: options.isDemo ?? false,
        }),
        NotifierModule.register({ publicUrl: configuration.publicUrl ?? addressOf(configuration) }),
      ],
    };
  }
}

function factsOf(parts: Parts, dataDirectory: string): SystemFacts {
  return { databaseKind: parts.database.embedded ? 'embedded' : 'server', dataDirectory };
}

function addressOf({ host, port }: Configuration): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
