import type { OpenAPIObject } from '@nestjs/swagger';
import { inOrder } from './stable-order.js';

/** One description of what several services describe: as if their controllers stood in one application. */
export function mergeOpenApi(documents: readonly OpenAPIObject[]): OpenAPIObject {
  const [first] = documents;
  if (!first) throw new Error('there is no description to merge');
  return inOrder({
    ...first,
    paths: Object.assign({}, ...documents.map(({ paths }) => paths)) as OpenAPIObject['paths'],
    components: {
      ...first.components,
      schemas: Object.assign({}, ...documents.map(({ components }) => components?.schemas)) as object,
    },
  } as OpenAPIObject);
}
