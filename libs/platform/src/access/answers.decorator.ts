import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

export const answersKey = 'kentongan:answers';

/**
 * What a route answers, for the OpenAPI document from which the web client is generated. The answer of a JSON route
 * is checked against it in the tests.
 */
export const Answers = (schema: z.ZodType, status = 200) =>
  applyDecorators(
    SetMetadata(answersKey, schema),
    ApiResponse({
      status,
      description: 'OK',
      schema: z.toJSONSchema(schema, {
        target: 'openapi-3.0',
        io: 'output',
        unrepresentable: 'any',
      }) as object,
    }),
  );
