import type { OpenAPIObject } from '@nestjs/swagger';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** One route of the description. */
export interface Route {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly allowed: readonly string[];
  readonly parameters: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly body: Schema | undefined;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export function routesOf(document: OpenAPIObject): Route[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const body = operation.requestBody as
        | { content: Readonly<Record<string, { schema?: Schema }>> }
        | undefined;
      return {
        operationId: operation.operationId ?? '',
        method,
        path,
        allowed: (operation as unknown as { 'x-allowed': string[] })['x-allowed'],
        parameters: (operation.parameters ?? []) as unknown as Route['parameters'],
        body: body?.content['application/json']?.schema,
      };
    }),
  );
}

/** What a route is asked about: the foreign region's things, by the name under which routes ask for them. */
export type Named = Readonly<Record<string, unknown>>;

/** The smallest request that fits the description and is about what is named. */
export function requestFor(
  route: Route,
  named: Named,
  document: OpenAPIObject,
): { path: string; body: unknown } {
  const sample = (schema: Schema, name: string) => sampleOf(schema, name, named, document);
  let { path } = route;
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of route.parameters) {
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(String(sample(schema, name))));
    else if (place === 'query' && (required || name in named)) query.set(name, String(sample(schema, name)));
  }
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    body: route.body && sample(route.body, ''),
  };
}

function sampleOf(schema: Schema, name: string, named: Named, document: OpenAPIObject): unknown {
  const { $ref } = schema;
  if ($ref !== undefined) {
    const target = document.components?.schemas?.[$ref.replace('#/components/schemas/', '')] as Schema;
    return sampleOf(target, name, named, document);
  }
  // A name may mean words in one place and a group of fields in another.
  if (name in named && schema.type !== 'object') return named[name];
  if (schema.enum) return schema.enum[0];
  const [first] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
  if (first) return sampleOf(first, name, named, document);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || key in named)
          .map(([key, each]) => [key, sampleOf(each, key, named, document)]),
      );
    case 'array':
      return schema.minItems ? [sampleOf(schema.items ?? {}, name, named, document)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return textFor(schema);
  }
}

function textFor({ format, minLength }: Schema): string {
  if (format === 'date-time') return '2026-11-22T06:00:00.000Z';
  if (format === 'uri') return 'https://contoh.example/a';
  return 'contoh'.padEnd(minLength ?? 0, 'x');
}
