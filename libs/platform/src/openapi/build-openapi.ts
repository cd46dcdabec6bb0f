import { type Allowed, allowedKey } from '@kentongan/platform';
import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { nameSchemas } from './name-schemas.js';
import { inOrder } from './stable-order.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The one form of every error. */
const problem = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string' },
        message: {
          type: 'object',
          required: ['id', 'en'],
          properties: { id: { type: 'string' }, en: { type: 'string' } },
        },
      },
    },
  },
};

/**
 * Describes every route of the application: parameters and bodies from their schemas, answers from `Answers`, and who may
 * call it (`x-allowed`). The same routes give the same text, byte for byte.
 */
export function buildOpenApi(application: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kentongan')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Programs: the content of ingest-token.' })
    .addCookieAuth('__Host-kentongan', { type: 'apiKey', in: 'cookie', description: 'People: a session.' })
    .build();
  const document = SwaggerModule.createDocument(application, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    standardSchemaConverter: convert,
  });
  const allowed = allowedByOperation(application);
  for (const path of Object.keys(document.paths)) {
    if (!path.startsWith('/api/')) delete document.paths[path];
    for (const method of methods) {
      const operation = document.paths[path]?.[method];
      if (operation) complete(operation, allowed.get(operation.operationId ?? '') ?? []);
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
  };
  return inOrder(nameSchemas(document));
}

function complete(operation: Operation, allowed: readonly Allowed[]): void {
  Object.assign(operation, { 'x-allowed': [...allowed].sort() });
  if (!allowed.includes('anyone')) operation.security = [{ bearer: [] }, { cookie: [] }];
  operation.responses['default'] = {
    description: 'Refused or failed',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function convert(schema: unknown, { schemaType }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  return {
    schema: z.toJSONSchema(schema, {
      target: 'openapi-3.0',
      io: schemaType,
      unrepresentable: 'any',
    }) as Record<string, unknown>,
  };
}

/** The rule of each route, as the guard reads it. */
function allowedByOperation(application: INestApplication): Map<string, readonly Allowed[]> {
  const allowed = new Map<string, readonly Allowed[]>();
  for (const { controllers } of application.get(ModulesContainer).values())
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const { prototype } = metatype as { prototype: Record<string, unknown> };
      for (const method of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, method)?.value as unknown;
        if (typeof handler !== 'function') continue;
        const rule: unknown =
          Reflect.getMetadata(allowedKey, handler) ?? Reflect.getMetadata(allowedKey, metatype);
        allowed.set(`${metatype.name.replace(/Controller$/, '')}.${method}`, (rule ?? []) as Allowed[]);
      }
    }
  return allowed;
}
