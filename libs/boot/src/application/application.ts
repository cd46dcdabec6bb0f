import type { Server } from 'node:http';
import type { StreamPort } from '@kentongan/messaging';
import { StreamStrategy } from '@kentongan/messaging/nest';
import type { Configuration, LogLevel } from '@kentongan/platform';
import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ErrorFilter } from './error.filter.js';
import { StartLogger } from './start-logger.js';

const logLevels: Record<LogLevel, ('debug' | 'log' | 'warn' | 'error' | 'fatal')[]> = {
  debug: ['debug', 'log', 'warn', 'error', 'fatal'],
  log: ['log', 'warn', 'error', 'fatal'],
  warn: ['warn', 'error', 'fatal'],
  error: ['error', 'fatal'],
};

const jsonBodyBytesMax = '256kb';
const requestGraceMilliseconds = 3_000;
/** Longer than the 60 s after which reverse proxies drop an idle connection: who reuses one must never find it just closed. */
const idleConnectionMilliseconds = 65_000;

export interface ApplicationOptions {
  readonly module: DynamicModule;
  readonly streams: StreamPort;
  readonly logger: StartLogger;
  /** Hangs what does not fit into a module before the application, in front of the body parser. */
  readonly prepare?: ((application: NestExpressApplication) => void) | undefined;
  /** Addresses whose JSON bodies stay unread: they are led on as they come. */
  readonly isPassedOn?: ((path: string) => boolean) | undefined;
}

export function startLogger({ logLevel }: Configuration): StartLogger {
  return new StartLogger({ json: !process.stdout.isTTY, logLevels: logLevels[logLevel] });
}

/** The Nest application in the form that all processes have: bodies, errors, handlers on the streams. */
export async function openApplication(options: ApplicationOptions): Promise<NestExpressApplication> {
  const application = await NestFactory.create<NestExpressApplication>(options.module, {
    logger: options.logger,
    bodyParser: false,
    abortOnError: false,
  });
  options.prepare?.(application);
  const { isPassedOn } = options;
  // NDJSON bodies are streams and stay unread here; only small JSON commands are parsed.
  application.useBodyParser('json', {
    limit: jsonBodyBytesMax,
    ...(isPassedOn && { type: (request: JsonRequest) => isJson(request) && !isPassedOn(request.url ?? '') }),
  });
  application.useGlobalFilters(new ErrorFilter());
  application.connectMicroservice({ strategy: new StreamStrategy(options.streams) });
  return application;
}

interface JsonRequest {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const isJson = ({ headers }: JsonRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(String(headers['content-type'] ?? ''));

/** The door opens before the consumers start, so that a port in use is told before any work is taken on. */
export async function listen(
  application: INestApplication,
  { host, port }: Pick<Configuration, 'host' | 'port'>,
): Promise<string> {
  await application.init();
  (application.getHttpServer() as Server).keepAliveTimeout = idleConnectionMilliseconds;
  await application.listen(port, host);
  await application.startAllMicroservices();
  return application.getUrl();
}

/** Requests in work may end; a sender that goes on and on is cut, and sends again what has no outcome yet. */
export async function closeApplication(application: INestApplication): Promise<void> {
  const server = application.getHttpServer() as Server;
  const cut = setTimeout(() => server.closeAllConnections(), requestGraceMilliseconds);
  await application.close();
  clearTimeout(cut);
}
