import * as contracts from '@kentongan/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { inOrder } from './stable-order.js';

type Json = null | boolean | number | string | Json[] | { readonly [key: string]: Json };

/**
 * Gives the schemas of the contracts their names back: where the document repeats one in full it now refers to it, so
 * that a generated client has `IssueCard` once, and under that name.
 */
export function nameSchemas(document: OpenAPIObject): OpenAPIObject {
  const names = namesByContent();
  const used = new Map<string, Json>();
  const walk = (value: Json, isTop = false): Json => {
    if (Array.isArray(value)) return value.map((each: Json) => walk(each));
    if (typeof value !== 'object' || value === null) return value;
    const name = isTop ? undefined : names.get(contentOf(value));
    if (name === undefined) return mapped(value, walk);
    if (!used.has(name)) {
      used.set(name, null);
      used.set(name, walk(value, true));
    }
    return { $ref: `#/components/schemas/${name}` };
  };
  const paths = walk(document.paths as unknown as Json) as unknown as OpenAPIObject['paths'];
  const schemas = { ...document.components?.schemas, ...Object.fromEntries(used) };
  return { ...document, paths, components: { ...document.components, schemas } } as OpenAPIObject;
}

const mapped = (value: { readonly [key: string]: Json }, change: (each: Json) => Json): Json =>
  Object.fromEntries(Object.entries(value).map(([key, each]) => [key, change(each)]));

/** The key under which two schemas are the same, whatever the order of their keys and the header of a root schema. */
function contentOf(schema: Json): string {
  if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) {
    const { $schema: _, ...rest } = schema as { readonly [key: string]: Json };
    return JSON.stringify(inOrder(rest));
  }
  return JSON.stringify(schema);
}

/** Objects, unions and enums of the contracts; plain strings and numbers would give their name to strangers. */
function namesByContent(): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, schema] of Object.entries(contracts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!(schema instanceof z.ZodType)) continue;
    for (const io of ['output', 'input'] as const) {
      const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as Record<
        string,
        Json
      >;
      if (!('properties' in json || 'oneOf' in json || 'enum' in json)) continue;
      const content = contentOf(json);
      if (!names.has(content)) names.set(content, isTaken(names, name) ? `${name}Input` : name);
    }
  }
  return names;
}

const isTaken = (names: ReadonlyMap<string, string>, name: string): boolean =>
  [...names.values()].includes(name);
