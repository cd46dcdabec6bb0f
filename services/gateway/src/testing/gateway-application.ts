import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allStreams, encodeEvent, RegionSettings, regionsConfigured, routeOwner } from '@kentongan/contracts';
import { DATABASE_POOL, migrate } from '@kentongan/database';
import { STREAM_PORT, StreamStrategy } from '@kentongan/messaging/nest';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import {
  ACCESS_TOKEN,
  AccessGuard,
  Allow,
  CLOCK,
  createMetrics,
  METRICS,
  type Principal,
  Secret,
  SIGNING_KEY,
  Who,
} from '@kentongan/platform';
import { createTestDatabase } from '@kentongan/testing';
import { Controller, type DynamicModule, Get, Global, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type pg from 'pg';
import { gatewayMigrations } from '../gateway.migrations.js';
import { GatewayModule } from '../gateway.module.js';
import type { GatewayOptions } from '../gateway.options.js';
import { gatewaySchema } from '../gateway.schema.js';
import { prepareGateway } from '../prepare-gateway.js';
import { Browser } from './browser.js';

const deskToken = 'token-meja-untuk-uji-coba';

/** A route of some other service, which knows nothing of cookies. */
@Controller('api/notes')
@UseGuards(AccessGuard)
@Allow('officer', 'admin', 'machine')
class NotesController {
  @Get()
  read(@Who() principal: Principal): { by: string } {
    return { by: principal.kind === 'machine' ? 'machine' : principal.name };
  }

  @Post()
  write(@Who() principal: Principal): { by: string } {
    return this.read(principal);
  }
}

@Global()
@Module({})
class PartsModule {}

/** The gateway beside one other service, on PostgreSQL, with a clock of the test's own. */
export interface GatewayApplication {
  readonly application: NestExpressApplication;
  readonly clock: { now(): number; time: number };
  readonly pool: pg.Pool;
  readonly dataDirectory: string;
  readonly port: number;
  browser(): Browser;
  /** As a program asks: with the desk's token. */
  operator(): Browser;
  configure(settings: object): Promise<void>;
  close(): Promise<void>;
}

export async function startGateway(options: Partial<GatewayOptions> = {}): Promise<GatewayApplication> {
  const database = await createTestDatabase();
  await migrate(database.url, gatewaySchema, gatewayMigrations);
  const streams = createPostgresLog({ pool: database.pool });
  await streams.apply(allStreams);
  const clock = { time: Date.UTC(2026, 10, 22, 6), now: () => clock.time };
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gateway-'));
  const providers = [
    { provide: DATABASE_POOL, useValue: database.pool },
    { provide: STREAM_PORT, useValue: streams },
    { provide: ACCESS_TOKEN, useValue: new Secret(deskToken) },
    { provide: SIGNING_KEY, useValue: new Secret('kunci-tanda-tangan-percobaan-32-huruf') },
    { provide: METRICS, useValue: createMetrics() },
    { provide: CLOCK, useValue: clock },
  ];
  const parts: DynamicModule = { module: PartsModule, providers, exports: providers };
  const application = await NestFactory.create<NestExpressApplication>(
    {
      module: class {},
      controllers: [NotesController],
      imports: [parts, GatewayModule.register({ dataDirectory, ...options })],
    },
    { logger: false, bodyParser: false, abortOnError: false },
  );
  prepareGateway(application);
  application.useBodyParser('json', {
    limit: '256kb',
    ...(options.serviceUrls && {
      type: ({ url }: { url?: string | undefined }) => routeOwner(url ?? '') === 'gateway',
    }),
  });
  application.connectMicroservice({ strategy: new StreamStrategy(streams) });
  await application.listen(0, '127.0.0.1');
  const { port } = application.getHttpServer().address() as AddressInfo;
  return {
    application,
    clock,
    pool: database.pool,
    dataDirectory,
    port,
    browser: () => new Browser(port),
    operator: () => new Browser(port, { authorization: `Bearer ${deskToken}` }),
    configure: async (settings) => {
      const data = RegionSettings.parse(settings);
      const { regionId } = data;
      const envelope = {
        id: regionId,
        v: 1,
        occurredAt: '2026-11-22T06:00:00.000Z',
        correlationId: regionId,
      };
      const event = { ...envelope, type: 'region.configured', regionId, causationId: null, data };
      await streams.publish(regionsConfigured, [{ key: regionId, value: encodeEvent(event) }]);
    },
    close: async () => {
      await application.close();
      await streams.close();
      await database.drop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
