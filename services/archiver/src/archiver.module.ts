import { type DynamicModule, Module } from '@nestjs/common';
import { ArchiveController } from './archive.controller.js';
import { ArchiverHandlers } from './archiver.handlers.js';
import { ARCHIVER_OPTIONS, type ArchiverOptions, POST_ARCHIVE } from './archiver.options.js';
import { EraseController } from './erase.controller.js';
import { ExportController } from './export.controller.js';
import { RegionTable } from './region-table.js';
import { RetentionJob } from './retention.job.js';
import { TrendsController } from './trends.controller.js';

/**
 * The archive's writer and its search, trend and export API. Needs STREAM_PORT, CLOCK and ACCESS_TOKEN from a global
 * module, and the migrations of the archive's adapter run before.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: a Nest module with options is a class with a static method
export class ArchiverModule {
  static register(options: ArchiverOptions): DynamicModule {
    return {
      module: ArchiverModule,
      controllers: [ArchiverHandlers, ArchiveController, TrendsController, ExportController, EraseController],
      providers: [
        { provide: ARCHIVER_OPTIONS, useValue: options },
        { provide: POST_ARCHIVE, useValue: options.archive },
        RegionTable,
        RetentionJob,
      ],
    };
  }
}
