import { schemas } from '../../boot/schemas.js';
import { CommandError } from '../desk/command-error.js';

/** `messaging` has no migrations: its tables are made from the declared streams. */
export const messagingSchema = 'messaging';
export const ourSchemas: readonly string[] = [...schemas.map(([schema]) => schema), messagingSchema];

/** Values as text that every server reads the same way. */
export const sessionSettings = `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
  SET client_encoding = 'UTF8'; SET TIME ZONE 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres';
  SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = ''`;

/** @throws CommandError when a migration was applied that this program does not know */
export function refuseNewer(applied: Readonly<Record<string, readonly string[]>>, whatToDo: string): void {
  const known = new Map(
    schemas.map(([schema, migrations]) => [
      schema,
      new Set(migrations.map(({ name, timestamp }) => `${name}${timestamp}`)),
    ]),
  );
  const unknown = Object.entries(applied).flatMap(([schema, names]) =>
    names.filter((name) => !known.get(schema)?.has(name)).map((name) => `${schema}.${name}`),
  );
  if (unknown.length > 0)
    throw new CommandError(
      `This desk was written by a newer Kentongan (${unknown.join(', ')}): ${whatToDo}.`,
    );
}
