import { type Configuration, systemClock, tokenFile } from '@kentongan/platform';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { closeApplication, listen, openApplication, startLogger } from '../application/application.js';
import type { StartLogger } from '../application/start-logger.js';
import { Health } from '../health/health.js';
import { exposeReadiness } from '../health/readiness-metrics.js';
import { openParts, type Parts, type PartsNeeded } from '../parts/open-parts.js';
import { startStreamRetention } from '../parts/stream-retention.js';
import { Description } from './description.controller.js';
import type { Service } from './service.js';
import { ServiceModule } from './service.module.js';

/** Many processes share one server, which has a hundred connections as it comes. */
const databaseConnections = 8;

export interface RunningService {
  readonly url: string;
  /** Lets work in hand end, then closes everything. */
  stop(): Promise<void>;
}

/** Starts one service in this process and resolves when it takes requests and messages. */
export async function startService(service: Service, configuration: Configuration): Promise<RunningService> {
  const logger = startLogger(configuration);
  logger.log(`Configuration: ${JSON.stringify(configuration)}`, service.name);
  const parts = await openParts(configuration, neededBy(service));
  const health = new Health(parts.probes, parts.behind);
  exposeReadiness(parts.metrics, health, parts.probes);
  try {
    const application = await openServiceApplication(service, configuration, parts, health, logger);
    const url = await listen(application, configuration);
    const stopRetention = parts.dropExpired ? startStreamRetention(parts.dropExpired, systemClock) : () => {};
    await service.onListening?.(application, configuration.publicUrl ?? url);
    health.serving();
    logger.log(`${service.name} mendengarkan di ${url} · listening`, service.name);
    if (!configuration.token) logger.log(`Token: ${tokenFile(configuration.dataDirectory)}`, service.name);
    return {
      url,
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

const neededBy = (service: Service): PartsNeeded => ({
  name: service.name,
  schemas: service.schema ? [service.schema] : [],
  archive: service.archive ?? false,
  mayEmbedDatabase: false,
  databaseConnections,
});

async function openServiceApplication(
  service: Service,
  configuration: Configuration,
  parts: Parts,
  health: Health,
  logger: StartLogger,
): Promise<NestExpressApplication> {
  let application: NestExpressApplication | null = null;
  const { readinessDetails } = service;
  const module = ServiceModule.of({
    parts,
    health,
    service: service.module(parts, configuration),
    readinessDetails: readinessDetails
      ? async () => (application ? readinessDetails(application) : {})
      : null,
    isDescribed: service.name !== 'gateway',
  });
  application = await openApplication({
    module,
    streams: parts.streams,
    logger,
    prepare: service.prepare,
    isPassedOn: service.isPassedOn,
  });
  if (service.name !== 'gateway') application.get(Description).describe(application);
  return application;
}
