import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PostArchive } from '@kentongan/archive';
import {
  type AnalyzedPost,
  type Event,
  encodeEvent,
  postsAnalyzed,
  RegionSettings,
  regionsConfigured,
} from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { STREAM_PORT, StreamStrategy } from '@kentongan/messaging/nest';
import { ACCESS_TOKEN, CLOCK, Secret, SIGNING_KEY } from '@kentongan/platform';
import { type DynamicModule, Global, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ArchiverModule } from '../archiver.module.js';

export const token = 'kunci-percobaan-arsip';

@Global()
@Module({})
class PartsModule {
  static of(port: StreamPort, clock: { now(): number }): DynamicModule {
    const providers = [
      { provide: STREAM_PORT, useValue: port },
      { provide: ACCESS_TOKEN, useValue: new Secret(token) },
      { provide: SIGNING_KEY, useValue: new Secret('kunci-tanda-tangan-percobaan-32-huruf') },
      { provide: CLOCK, useValue: clock },
    ];
    return { module: PartsModule, providers, exports: providers };
  }
}

@Module({})
class RootModule {}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** What the test chose to run the archiver on. */
export interface ArchiverParts {
  readonly archive: PostArchive;
  readonly port: StreamPort;
  close(): Promise<void>;
}

/** The archiver alone in a Nest application. */
export interface ArchiverApplication {
  readonly app: INestApplication;
  readonly httpPort: number;
  readonly archive: PostArchive;
  readonly clock: { now(): number; time: number };
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown): Promise<Answer>;
  publish(regionId: string, posts: readonly AnalyzedPost[]): Promise<void>;
  publishEvent(event: Event): Promise<void>;
  configure(settings: object): Promise<void>;
  close(): Promise<void>;
}

export async function startArchiver({ archive, port, close }: ArchiverParts): Promise<ArchiverApplication> {
  const clock = { time: Date.UTC(2026, 2, 20), now: () => clock.time };
  const app = await NestFactory.create(
    { module: RootModule, imports: [PartsModule.of(port, clock), ArchiverModule.register({ archive })] },
    { logger: false },
  );
  app.connectMicroservice({ strategy: new StreamStrategy(port) });
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  const { port: httpPort } = app.getHttpServer().address() as AddressInfo;
  const send = (stream: typeof postsAnalyzed | typeof regionsConfigured, event: Event) =>
    port.publish(stream, [{ key: event.regionId, value: encodeEvent(event) }]);
  return {
    app,
    httpPort,
    archive,
    clock,
    get: (path, headers = { authorization: `Bearer ${token}` }) => ask(httpPort, 'GET', path, headers),
    post: (path, body) =>
      ask(
        httpPort,
        'POST',
        path,
        { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        JSON.stringify(body),
      ),
    publish: async (regionId, posts) => {
      for (const post of posts)
        await send(postsAnalyzed, eventOf('post.analyzed', regionId, post.postId, post));
    },
    publishEvent: (event) => send(postsAnalyzed, event),
    configure: (settings) => {
      const region = RegionSettings.parse(settings);
      return send(regionsConfigured, eventOf('region.configured', region.regionId, region.regionId, region));
    },
    close: async () => {
      await app.close();
      await close();
    },
  };
}

export function eventOf(type: string, regionId: string, id: string, data: unknown): Event {
  return {
    id: `${type}|${id}`,
    type,
    v: 1,
    occurredAt: '2026-03-10T03:00:00.000Z',
    regionId,
    correlationId: id,
    causationId: null,
    data,
  };
}

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
