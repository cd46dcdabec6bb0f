export { gatewayMigrations } from './gateway.migrations.js';
export { GatewayModule } from './gateway.module.js';
export { gatewaySchema } from './gateway.schema.js';
export { announceSetup, prepareGateway } from './prepare-gateway.js';
