import { runService } from '@kentongan/boot';
import { notifierMigrations } from './notifier.migrations.js';
import { NotifierModule } from './notifier.module.js';
import { notifierSchema } from './notifier.schema.js';

await runService({
  name: 'notifier',
  schema: [notifierSchema, notifierMigrations],
  // Links in messages lead to where people open the desk, which this process cannot guess.
  module: (_, { publicUrl }) => NotifierModule.register(publicUrl === null ? {} : { publicUrl }),
});
