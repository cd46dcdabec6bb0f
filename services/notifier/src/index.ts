export { notifierMigrations } from './notifier.migrations.js';
export { NotifierModule } from './notifier.module.js';
export type { NotifierOptions } from './notifier.options.js';
export { notifierSchema } from './notifier.schema.js';
