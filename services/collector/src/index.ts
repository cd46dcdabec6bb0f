export { CollectorModule } from './collector.module.js';
export type { CollectorOptions } from './collector.options.js';
export { collectorSchema } from './collector.schema.js';
export { collectorMigrations } from './migrations/collector-migrations.js';
