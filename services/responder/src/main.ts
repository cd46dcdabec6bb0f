import { runService } from '@kentongan/boot';
import { responderMigrations } from './responder.migrations.js';
import { ResponderModule } from './responder.module.js';
import { responderSchema } from './responder.schema.js';

await runService({
  name: 'responder',
  schema: [responderSchema, responderMigrations],
  module: (_, { drafter, dataDirectory }) => ResponderModule.of({ drafter, dataDirectory }),
});
