import { Health, type Parts } from '@kentongan/boot';
import { readConfiguration } from '@kentongan/platform';
import { buildOpenApi } from '@kentongan/platform/openapi';
import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { KentonganModule } from '../../boot/kentongan.module.js';

/** Nothing is started for a description: no part is ever asked for anything. */
const noParts = {
  database: { pool: {}, embedded: null },
  archive: {},
  streams: {},
  regions: [],
} as unknown as Parts;

/** The HTTP API of the whole desk. Nest only reads the classes: no database, no port, no file. */
export async function describeApi(): Promise<OpenAPIObject> {
  const configuration = readConfiguration({}, process.cwd());
  const health = new Health([], () => []);
  const application = await NestFactory.create(KentonganModule.of(noParts, health, configuration), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return buildOpenApi(application);
}
