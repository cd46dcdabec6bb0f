import { type DynamicModule, Module } from '@nestjs/common';
import { COLLECTOR_OPTIONS, type CollectorOptions } from './collector.options.js';
import { CollectorRuntime } from './collector.runtime.js';
import { PostsController } from './posts.controller.js';
import { RegionsController } from './regions/regions.controller.js';
import { SourceMetrics } from './sources/source-metrics.js';
import { SourcesController } from './sources/sources.controller.js';

/**
 * Sources, identity, revision and the ingest API. Needs DATABASE_POOL, STREAM_PORT, CLOCK, METRICS and ACCESS_TOKEN from
 * a global module, and `collectorMigrations` run before.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class CollectorModule {
  static register(options: CollectorOptions): DynamicModule {
    return {
      module: CollectorModule,
      controllers: [PostsController, RegionsController, SourcesController],
      providers: [{ provide: COLLECTOR_OPTIONS, useValue: options }, CollectorRuntime, SourceMetrics],
      exports: [CollectorRuntime],
    };
  }
}
