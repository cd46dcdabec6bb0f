import { runService } from '@kentongan/boot';
import { CollectorModule } from './collector.module.js';
import { collectorSchema } from './collector.schema.js';
import { collectorMigrations } from './migrations/collector-migrations.js';

await runService({
  name: 'collector',
  schema: [collectorSchema, collectorMigrations],
  module: ({ regions }, configuration) => CollectorModule.of(configuration, regions),
});
