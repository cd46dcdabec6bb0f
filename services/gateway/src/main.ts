import { runService } from '@kentongan/boot';
import { routeOwner } from '@kentongan/contracts';
import { gatewayMigrations } from './gateway.migrations.js';
import { GatewayModule } from './gateway.module.js';
import { gatewaySchema } from './gateway.schema.js';
import { announceSetup, prepareGateway } from './prepare-gateway.js';
import { ServiceDirectory } from './routing/service-directory.js';

await runService({
  name: 'gateway',
  schema: [gatewaySchema, gatewayMigrations],
  module: (_, configuration) =>
    GatewayModule.of(configuration, { databaseKind: 'server', serviceUrls: configuration.serviceUrls }),
  prepare: prepareGateway,
  isPassedOn: (address) => (routeOwner(address) ?? 'gateway') !== 'gateway',
  // A door that closed because one service is away would turn a part of the outage into the whole.
  readinessDetails: async (application) => ({
    unavailable: await application.get(ServiceDirectory).unavailable(),
  }),
  onListening: announceSetup,
});
