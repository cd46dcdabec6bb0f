import { Module } from '@nestjs/common';
import { DetectorRuntime } from './detector.runtime.js';
import { DetectorQueries } from './detector-queries.js';
import { SignalsController } from './signals.controller.js';

/**
 * Counts, norms and alarms. Needs DATABASE_POOL, STREAM_PORT, CLOCK, METRICS and ACCESS_TOKEN from a global module,
 * and `detectorMigrations` run before.
 */
@Module({
  controllers: [SignalsController],
  providers: [DetectorRuntime, DetectorQueries],
  exports: [DetectorQueries],
})
export class DetectorModule {}
