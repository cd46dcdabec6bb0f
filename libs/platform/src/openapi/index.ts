export { buildOpenApi } from './build-openapi.js';
export { mergeOpenApi } from './merge-openapi.js';
