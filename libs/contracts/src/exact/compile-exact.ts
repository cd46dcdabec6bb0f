import type { z } from 'zod';

/** Whether zod would take a JSON value and give it back unchanged. False says nothing: ask zod. */
export type ExactCheck = (json: unknown) => boolean;

/**
 * Turns a schema into a check that allocates nothing, at a fraction of the cost of parsing with zod. It says yes only
 * to values that zod hands back as they are: all keys known, no default to fill in. So nothing has to be copied, and
 * whoever asks goes to zod with the rest, for the reason as well as for a value with defaults.
 * @returns null for a schema with a part that is not known here (transforms, refinements …): zod has to do it all
 */
export function compileExact(schema: z.ZodType): ExactCheck | null {
  const program = new Program();
  try {
    return program.link(program.expression(schema, 'json'));
  } catch (error) {
    if (error instanceof NotExpressible) return null;
    throw error;
  }
}

class NotExpressible extends Error {}

/** The inner life of zod's schemas, as far as it is read here. */
interface Definition extends Check {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[];
  readonly coerce?: boolean;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly mode?: string;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string | number>>;
}

interface Check {
  readonly check?: string;
  readonly format?: string;
  readonly pattern?: RegExp;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: unknown;
  readonly inclusive?: boolean;
}

/** Of a union the first option that fits decides: only parts that never leave anything out may stand in one. */
const scalarTypes = new Set(['string', 'number', 'boolean', 'null', 'literal', 'enum']);
/** Formats that are nothing but their pattern. */
const patternFormats = new Set(['regex', 'datetime']);

/** JavaScript source that comes about while a schema is walked through: an expression for each part. */
class Program {
  readonly #functions: string[] = [];
  readonly #patterns: RegExp[] = [];

  link(root: string): ExactCheck {
    const source = ['"use strict";', ...this.#functions, `return (json) => ${root};`].join('\n');
    return new Function('patterns', source)(this.#patterns) as ExactCheck;
  }

  /** @param value a variable or constant of the program: it may be named several times */
  expression(schema: z.ZodType, value: string): string {
    const definition = schema._zod.def as unknown as Definition;
    if (definition.coerce) throw new NotExpressible();
    switch (definition.type) {
      case 'string':
        return this.#all(`typeof ${value} === 'string'`, definition, value);
      case 'number':
        return this.#all(`Number.isFinite(${value})`, definition, value);
      case 'array':
        return this.#array(definition, value);
      default:
        // The others know no lengths or ranges: a check on them is code of somebody's own.
        if (definition.checks?.length) throw new NotExpressible();
        return this.#unchecked(definition, value);
    }
  }

  #unchecked(definition: Definition, value: string): string {
    switch (definition.type) {
      case 'boolean':
        return `typeof ${value} === 'boolean'`;
      case 'null':
        return `${value} === null`;
      case 'unknown':
        return `${value} !== undefined`;
      case 'literal':
        return oneOf(definition.values ?? [], value);
      case 'enum':
        return oneOf(Object.values(definition.entries ?? {}), value);
      case 'object':
        return this.#object(definition, value);
      case 'record':
        return this.#record(definition, value);
      case 'union':
        return this.#union(definition, value);
      default:
        return this.#wrapped(definition, value);
    }
  }

  #wrapped({ type, innerType }: Definition, value: string): string {
    if (!innerType) throw new NotExpressible();
    if (type === 'nullable') return `(${value} === null || ${this.expression(innerType, value)})`;
    // What is missing has to be filled in: that is a copy, and zod's.
    if (type === 'default') return `(${value} !== undefined && ${this.expression(innerType, value)})`;
    if (type !== 'optional' || innerType._zod.optin !== undefined) throw new NotExpressible();
    return `(${value} === undefined || ${this.expression(innerType, value)})`;
  }

  #all(typeTest: string, definition: Definition, value: string): string {
    const own: Check[] = definition.check ? [definition] : [];
    const checks = [...own, ...(definition.checks ?? []).map((each) => each._zod.def)];
    return `(${[typeTest, ...checks.map((check) => this.#check(definition.type, check, value))].join(' && ')})`;
  }

  #check(type: string, definition: Check, value: string): string {
    const { check, format = '', pattern, minimum, maximum, value: bound, inclusive } = definition;
    if (check === 'min_length') return atLeast(value, Number(minimum), type === 'string');
    if (check === 'max_length') return atMost(value, Number(maximum), type === 'string');
    if (check === 'number_format' && format === 'safeint') return `Number.isSafeInteger(${value})`;
    if (check === 'greater_than' && typeof bound === 'number')
      return `${value} ${inclusive ? '>=' : '>'} ${bound}`;
    if (check === 'less_than' && typeof bound === 'number')
      return `${value} ${inclusive ? '<=' : '<'} ${bound}`;
    // A pattern that remembers where it was would have to be set back each time.
    if (check !== 'string_format' || !patternFormats.has(format) || !pattern || /[gy]/.test(pattern.flags))
      throw new NotExpressible();
    return `patterns[${this.#patterns.push(pattern) - 1}].test(${value})`;
  }

  #array(definition: Definition, value: string): string {
    if (!definition.element) throw new NotExpressible();
    const lengths = this.#all(`Array.isArray(${value})`, definition, value);
    const every = this.#function(`for (let i = 0; i < it.length; i += 1) {
  const each = it[i];
  if (!(${this.expression(definition.element, 'each')})) return false;
}
return true;`);
    return `(${lengths} && ${every}(${value}))`;
  }

  /** Keys that JSON.parse made are own and enumerable: as many as were found here means that no other is there. */
  #object({ shape = {} }: Definition, value: string): string {
    const parts = Object.entries(shape).map(([key, schema], index) => {
      if (key in Object.prototype) throw new NotExpressible();
      const part = `part${index}`;
      const count =
        schema._zod.optin === 'optional' ? `if (${part} !== undefined) known += 1;` : 'known += 1;';
      return `const ${part} = it[${JSON.stringify(key)}];
if (!(${this.expression(schema, part)})) return false;
${count}`;
    });
    return `${this.#function(`if (${isNoObject}) return false;
let known = 0;
${parts.join('\n')}
for (const _ in it) known -= 1;
return known === 0;`)}(${value})`;
  }

  #record({ keyType, valueType, mode }: Definition, value: string): string {
    const keys = keyType?._zod.def.type;
    if (!keyType || !valueType || keys !== 'string' || (mode ?? 'strict') !== 'strict')
      throw new NotExpressible();
    // zod leaves `__proto__` out of its copy.
    return `${this.#function(`if (${isNoObject}) return false;
for (const key in it) {
  const each = it[key];
  if (key === '__proto__') return false;
  if (!(${this.expression(keyType, 'key')} && ${this.expression(valueType, 'each')})) return false;
}
return true;`)}(${value})`;
  }

  #union({ options = [] }: Definition, value: string): string {
    if (!options.every((each) => scalarTypes.has(each._zod.def.type))) throw new NotExpressible();
    return `(${options.map((each) => this.expression(each, value)).join(' || ')})`;
  }

  #function(body: string): string {
    const name = `part_${this.#functions.length}`;
    // Its place is taken now: the parts of the body have been added before.
    this.#functions.push(`function ${name}(it) {\n${body}\n}`);
    return name;
  }
}

const isNoObject = `typeof it !== 'object' || it === null || Array.isArray(it)`;

/** zod measures texts in code points, of which each is one or two units of `length`: mostly no count is needed. */
function atLeast(value: string, minimum: number, isText: boolean): string {
  if (!isText || minimum <= 1) return `${value}.length >= ${minimum}`;
  return `(${value}.length >= ${2 * minimum} || [...${value}].length >= ${minimum})`;
}

function atMost(value: string, maximum: number, isText: boolean): string {
  if (!isText) return `${value}.length <= ${maximum}`;
  return `(${value}.length <= ${maximum} || (${value}.length <= ${2 * maximum} && [...${value}].length <= ${maximum}))`;
}

function oneOf(values: readonly unknown[], value: string): string {
  if (!values.length || values.some((each) => !['string', 'boolean'].includes(typeof each)))
    throw new NotExpressible();
  return `(${values.map((each) => `${value} === ${JSON.stringify(each)}`).join(' || ')})`;
}
