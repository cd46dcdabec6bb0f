import {
  closeApplication,
  exposeReadiness,
  Health,
  listen,
  openApplication,
  openParts,
  startLogger,
  startStreamRetention,
} from '@kentongan/boot';
import { announceSetup, prepareGateway } from '@kentongan/gateway';
import { type Configuration, systemClock, tokenFile } from '@kentongan/platform';
import type { INestApplication } from '@nestjs/common';
import { KentonganModule } from './kentongan.module.js';
import { serviceSchemas } from './schemas.js';
import type { StartOptions } from './start-options.js';

export interface RunningKentongan {
  readonly url: string;
  /** For what is started with it in this process: the demo. */
  readonly application: INestApplication;
  /** Lets work in hand end, then closes everything. */
  stop(): Promise<void>;
}

const partsNeeded = {
  name: 'desk',
  schemas: serviceSchemas,
  archive: true,
  mayEmbedDatabase: true,
  databaseConnections: 16,
} as const;

/** Starts everything in this process and resolves when posts are taken. */
export async function startKentongan(
  configuration: Configuration,
  options: StartOptions = {},
): Promise<RunningKentongan> {
  const logger = startLogger(configuration);
  const parts = await openParts(configuration, partsNeeded);
  const health = new Health(parts.probes, parts.behind);
  exposeReadiness(parts.metrics, health, parts.probes);
  try {
    const application = await openApplication({
      module: KentonganModule.of(parts, health, configuration, options),
      streams: parts.streams,
      logger,
      prepare: prepareGateway,
    });
    const url = await listen(application, configuration);
    logger.log(`Kentongan mendengarkan di ${url} · listening`, 'Kentongan');
    if (!configuration.token) logger.log(`Token: ${tokenFile(configuration.dataDirectory)}`, 'Kentongan');
    await announceSetup(application, configuration.publicUrl ?? url);
    const stopRetention = parts.dropExpired ? startStreamRetention(parts.dropExpired, systemClock) : () => {};
    health.serving();
    return {
      url,
      application,
      stop: async () => {
        health.stopping();
        stopRetention();
        await closeApplication(application);
        await parts.close();
      },
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}
