import { StreamStrategy } from '@kentongan/messaging/nest';
import { type Configuration, type LogLevel, tokenFile } from '@kentongan/platform';
import type { INestApplication } from '@nestjs/common';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { KentonganModule } from './kentongan.module.js';
import { openParts, type Parts } from './open-parts.js';

export interface RunningKentongan {
  readonly url: string;
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

/** Starts everything in this process and resolves when posts are taken. */
export async function startKentongan(configuration: Configuration): Promise<RunningKentongan> {
  const logger = new ConsoleLogger({
    json: !process.stdout.isTTY,
    logLevels: logLevels[configuration.logLevel],
  });
  const parts = await openParts(configuration);
  try {
    const application = await openApplication(configuration, parts, logger);
    const url = await listen(application, configuration);
    logger.log(`Kentongan mendengarkan di ${url} · listening`, 'Kentongan');
    if (!configuration.token) logger.log(`Token: ${tokenFile(configuration.dataDirectory)}`, 'Kentongan');
    return {
      url,
      stop: async () => {
        await application.close();
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
  parts: Parts,
  logger: ConsoleLogger,
): Promise<INestApplication> {
  const application = await NestFactory.create<NestExpressApplication>(
    KentonganModule.of(parts, configuration.dataDirectory),
    { logger, bodyParser: false, abortOnError: false },
  );
  // NDJSON bodies are streams and stay unread here; only small JSON commands are parsed.
  application.useBodyParser('json', { limit: jsonBodyBytesMax });
  application.use(helmet());
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

async function closeParts(parts: Parts): Promise<void> {
  await parts.port.close();
  await parts.database.close();
}
