export { gatewayMigrations } from './gateway.migrations.js';
export { GatewayModule } from './gateway.module.js';
export type { GatewayOptions } from './gateway.options.js';
export { gatewaySchema } from './gateway.schema.js';
export { LiveHub } from './live/index.js';
export { buildOpenApi } from './openapi/build-openapi.js';
export { announceSetup, prepareGateway } from './prepare-gateway.js';
