import { type RegionSettings, unnamedRegion } from '@kentongan/contracts';
import type { Configuration } from '@kentongan/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { COLLECTOR_OPTIONS, type CollectorOptions } from './collector.options.js';
import { CollectorRuntime } from './collector.runtime.js';
import { PostsController } from './posts.controller.js';
import { RegionsController } from './regions/regions.controller.js';
import { SourcesController } from './sources/sources.controller.js';

/**
 * Sources, identity, revision and the ingest API. Needs DATABASE_POOL, STREAM_PORT, CLOCK, METRICS and ACCESS_TOKEN from
 * a global module, and `collectorMigrations` run before.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class CollectorModule {
  /** The collector as the configuration wants it. @param regions of the regions file; null without one */
  static of(configuration: Configuration, regions: readonly RegionSettings[] | null): DynamicModule {
    const { dataDirectory, authorSecret } = configuration;
    return CollectorModule.register({
      dataDirectory,
      authorSecret,
      regions: regions ?? [],
      initialRegions: regions ? [] : [unnamedRegion],
    });
  }

  static register(options: CollectorOptions): DynamicModule {
    return {
      module: CollectorModule,
      controllers: [PostsController, RegionsController, SourcesController],
      providers: [{ provide: COLLECTOR_OPTIONS, useValue: options }, CollectorRuntime],
      exports: [CollectorRuntime],
    };
  }
}
