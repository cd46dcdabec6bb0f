import type { Server } from 'node:http';
import { announceSetup, prepareGateway } from '@kentongan/gateway';
import { StreamStrategy } from '@kentongan/messaging/nest';
import { type Configuration, type LogLevel, systemClock, tokenFile } from '@kentongan/platform';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ErrorFilter } from './error.filter.js';
import { KentonganModule } from './kentongan.module.js';
import { openParts, type Parts } from './open-parts.js';
import { StartLogger } from './start-logger.js';
import type { StartOptions } from './start-options.js';
import { startStreamRetention } from './stream-retention.js';

export interface RunningKentongan {
  readonly url: string;
  /** For what is started with it in this process: the demo. */
  readonly application: INestApplication;
  /** Lets work in hand end, then closes everything. */
  stop(): Promise<void>;
}

const logLevels: Record<LogLevel, ('debug' | 'log' | 'warn' | 'error' | 'fatal')[]> = {
  debug: ['debug', 'log', 'warn', 'error', 'fatal'],
  log: ['log', 'warn', 'error', 'fatal'],
  warn: ['warn', 'error', 'fatal'],
  error: ['error', 'fatal'],
};

const jsonBodyBytesMax = '256kb';
const requestGraceMilliseconds = 3_000;

/** Starts everything in this process and resolves when posts are taken. */
export async function startKentongan(
  configuration: Configuration,
  options: StartOptions = {},
): Promise<RunningKentongan> {
  const logger = new StartLogger({
    json: !process.stdout.isTTY,
    logLevels: logLevels[configuration.logLevel],
  });
  const parts = await openParts(configuration);
  try {
    const application = await openApplication(configuration, options, parts, logger);
    const url = await listen(application, configuration);
    logger.log(`Kentongan mendengarkan di ${url} · listening`, 'Kentongan');
    if (!configuration.token) logger.log(`Token: ${tokenFile(configuration.dataDirectory)}`, 'Kentongan');
    await announceSetup(application, configuration.publicUrl ?? url);
    const stopRetention = startStreamRetention(parts.port, systemClock);
    return {
      url,
      application,
      stop: async () => {
        stopRetention();
        await closeApplication(application);
        await closeParts(parts);
      },
    };
  } catch (error) {
    await closeParts(parts);
    throw error;
  }
}

async function openApplication(
  configuration: Configuration,
  options: StartOptions,
  parts: Parts,
  logger: StartLogger,
): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(
    KentonganModule.of(parts, configuration, options),
    { logger, bodyParser: false, abortOnError: false },
  );
  prepareGateway(application);
  // NDJSON bodies are streams and stay unread here; only small JSON commands are parsed.
  application.useBodyParser('json', { limit: jsonBodyBytesMax });
  application.useGlobalFilters(new ErrorFilter());
  application.connectMicroservice({ strategy: new StreamStrategy(parts.port) });
  return application;
}

/** The web door opens before the consumers start, so that a port in use is told before any work is taken on. */
async function listen(application: INestApplication, configuration: Configuration): Promise<string> {
  await application.init();
  await application.listen(configuration.port, configuration.host);
  await application.startAllMicroservices();
  return application.getUrl();
}

/** Requests in work may end; a sender that goes on and on is cut, and sends again what has no outcome yet. */
async function closeApplication(application: INestApplication): Promise<void> {
  const server = application.getHttpServer() as Server;
  const cut = setTimeout(() => server.closeAllConnections(), requestGraceMilliseconds);
  await application.close();
  clearTimeout(cut);
}

async function closeParts(parts: Parts): Promise<void> {
  await parts.port.close();
  await parts.database.close();
}
