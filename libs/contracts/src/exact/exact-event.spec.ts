import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { decodeEvent } from '../codec.js';
import type { Stream } from '../stream.js';
import { allStreams } from '../streams.js';
import { compileExact } from './compile-exact.js';
import { exactEventCheck } from './exact-event.js';

const goldenFolder = new URL('../../golden/', import.meta.url);
const goldens = readdirSync(goldenFolder).map((name) => ({
  name,
  text: readFileSync(new URL(name, goldenFolder), 'utf8'),
  stream: allStreams.find((stream: Stream) =>
    stream.events.some(({ type, v }) => name === `${type}.v${v}.golden.json`),
  ) as Stream,
}));
/** Have an address, which is more than a pattern, or a choice of shapes: zod alone decides. They are rare on the wire. */
const leftToZod = new Set(
  ['region.configured', 'label.corrected', 'correction.recorded'].map((type) => `${type}.v1.golden.json`),
);
const mutantsEach = 1_500;
const replacements = [
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  2 ** 53,
  1e308,
  '',
  'x',
  '💧💧',
  '\ud83d',
  '*',
  'live',
  'x'.repeat(201),
  '💧'.repeat(101),
  '2026-02-30T00:00:00Z',
  '2026-02-28T00:00:00Z',
  [],
  ['x'],
  Array(60).fill('x'),
  {},
  { x: 1 },
  { length: 3 },
];

const said = (stream: Stream, json: unknown) =>
  decodeEvent(stream, new TextEncoder().encode(JSON.stringify(json)));

/** A pseudo-random sequence: the same mutants each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Every object and array in a value, itself included. */
function containersIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containersIn)];
}

function mutate(json: unknown, below: (n: number) => number): void {
  const containers = containersIn(json);
  const container = containers[below(containers.length)] as Record<string, unknown>;
  const keys = Object.keys(container);
  const key = keys[below(keys.length)] ?? 'x';
  const kind = below(4);
  if (kind === 0) delete container[key];
  else if (kind === 1) container[['extra', 'constructor', 'toString'][below(3)] as string] = 1;
  else if (kind === 2) container[key] = structuredClone(replacements[below(replacements.length)]);
  else container[key] = structuredClone(containers[below(containers.length)]);
}

describe('the check of whole messages', () => {
  it.each(goldens)('decides about $name as zod does, and about thousands of mutants of it', (golden) => {
    const isExact = exactEventCheck(golden.stream);
    expect(isExact(JSON.parse(golden.text))).toBe(!leftToZod.has(golden.name));
    const below = sequence(7);
    let exact = 0;
    const unlike: unknown[] = [];
    for (let n = 0; n < mutantsEach; n += 1) {
      const json = JSON.parse(golden.text);
      for (let times = below(3); times >= 0; times -= 1) mutate(json, below);
      const wire = JSON.parse(JSON.stringify(json));
      const decoded = said(golden.stream, wire);
      const isSame = decoded.ok && JSON.stringify(sorted(decoded.event)) === JSON.stringify(sorted(wire));
      // What zod fills in or strips is not the same any more; what is left to it wholly is never exact.
      if (isExact(wire)) exact += 1;
      if (isExact(wire) !== (isSame && !leftToZod.has(golden.name))) unlike.push(wire);
    }
    expect(unlike).toEqual([]);
    if (!leftToZod.has(golden.name)) expect(exact).toBeGreaterThan(mutantsEach / 100);
    expect(exact).toBeLessThan(mutantsEach / 2);
  });

  it('never takes a key that zod would leave out', () => {
    const text = goldens.find(({ name }) => name.startsWith('post.measured'))?.text ?? '';
    const stream = allStreams[0];
    for (const key of ['__proto__', 'constructor', 'extra'])
      expect(exactEventCheck(stream)(JSON.parse(text.replace('{', `{"${key}":{},`)))).toBe(false);
  });
});

describe('what is left to zod', () => {
  const parts: [string, z.ZodType][] = [
    ['a refinement', z.string().refine((text) => text !== 'x')],
    ['a refinement of an object', z.object({ a: z.string() }).refine(() => true)],
    ['a transform', z.string().transform(Number)],
    ['a change on the way', z.string().trim()],
    ['coercion', z.coerce.number()],
    ['an address', z.url()],
    ['options that may leave keys out', z.union([z.object({ a: z.string() }), z.object({ b: z.string() })])],
    ['a default behind optional', z.string().default('x').optional()],
    ['a name that every object has', z.object({ constructor: z.unknown() })],
    ['a pattern with a memory', z.string().regex(/x/g)],
    ['frozen values', z.array(z.string()).readonly()],
  ];
  it.each(parts)('%s', (_, schema) => {
    expect(compileExact(schema)).toBeNull();
    expect(compileExact(z.object({ part: schema }))).toBeNull();
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, each]) => [key, sorted(each)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
