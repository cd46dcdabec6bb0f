import { AnalyzerModule } from '@kentongan/analyzer';
import { ArchiverModule } from '@kentongan/archiver';
import { Health, HealthController, MetricsController, type Parts, PartsModule } from '@kentongan/boot';
import { CollectorModule } from '@kentongan/collector';
import { DetectorModule } from '@kentongan/detector';
import { GatewayModule } from '@kentongan/gateway';
import { NotifierModule } from '@kentongan/notifier';
import { type Configuration, publicAddress } from '@kentongan/platform';
import { ResponderModule } from '@kentongan/responder';
import { type DynamicModule, Module } from '@nestjs/common';
import type { StartOptions } from './start-options.js';

/** All services in one process. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class KentonganModule {
  static of(
    parts: Parts,
    health: Health,
    configuration: Configuration,
    options: StartOptions = {},
  ): DynamicModule {
    const { database, archive } = parts;
    if (!database || !archive) throw new Error('the desk in one process has a database and an archive');
    return {
      module: KentonganModule,
      controllers: [HealthController, MetricsController],
      providers: [{ provide: Health, useValue: health }],
      imports: [
        PartsModule.of(parts),
        CollectorModule.of(configuration, parts.regions),
        AnalyzerModule,
        ArchiverModule.register({ archive }),
        DetectorModule,
        ResponderModule.of({
          drafter: configuration.drafter,
          dataDirectory: configuration.dataDirectory,
        }),
        GatewayModule.of(configuration, {
          isDemo: options.isDemo ?? false,
          databaseKind: database.embedded ? 'embedded' : 'server',
        }),
        NotifierModule.register({ publicUrl: publicAddress(configuration) }),
      ],
    };
  }
}
