export { ArchiverHandlers } from './archiver.handlers.js';
export { ArchiverModule } from './archiver.module.js';
export type { ArchiverOptions } from './archiver.options.js';
