export { responderMigrations } from './responder.migrations.js';
export { ResponderModule } from './responder.module.js';
export { responderSchema } from './responder.schema.js';
