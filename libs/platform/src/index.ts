export * from './access/access.guard.js';
export * from './access/access-token.js';
export * from './clock.js';
export * from './configuration/configuration.js';
export * from './configuration/secret.js';
export * from './http/index.js';
export * from './metrics/metrics.js';
