export { ArchiverModule } from './archiver.module.js';
export type { ArchiverOptions } from './archiver.options.js';
