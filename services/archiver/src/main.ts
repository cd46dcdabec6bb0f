import { runService } from '@kentongan/boot';
import { ArchiverModule } from './archiver.module.js';

await runService({
  name: 'archiver',
  archive: true,
  module: ({ archive }) => ArchiverModule.register({ archive: archive! }),
});
