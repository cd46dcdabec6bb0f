import { runService } from '@kentongan/boot';
import { detectorMigrations } from './detector.migrations.js';
import { DetectorModule } from './detector.module.js';
import { detectorSchema } from './detector.schema.js';

await runService({
  name: 'detector',
  schema: [detectorSchema, detectorMigrations],
  module: () => DetectorModule,
});
