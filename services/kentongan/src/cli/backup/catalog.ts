import type { ClientBase } from 'pg';
import type { Manifest } from '../backup-file/manifest.js';

/** Rows of living processes, and sessions: a browser that was signed out since must not be signed in again by a restore. */
const tablesLeftOut: ReadonlySet<string> = new Set([
  'messaging.members',
  'messaging.subscriptions',
  'messaging.streams', // in the manifest: tables are made from it
  'gateway.sessions',
]);
/** The holder of a partition is a process of then. */
const columnsLeftOut: ReadonlySet<string> = new Set(['messaging.positions.owner']);

export interface TableToCopy {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** On disk, with its partitions: for the progress bar. */
  readonly size: number;
}

/**
 * Our tables in an order in which each can be filled: those that others refer to come first. Columns that PostgreSQL
 * computes are left out, and so are transaction ids: they mean nothing on another server, and an outbox row with one
 * from the future would never leave.
 */
export async function tablesToCopy(client: ClientBase, schemas: readonly string[]): Promise<TableToCopy[]> {
  const { rows } = await client.query<{
    schema: string;
    table: string;
    columns: string[];
    size: string;
    needs: string[];
  }>(
    `SELECT n.nspname AS schema, c.relname AS table,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
         AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype ORDER BY a.attnum) AS columns,
       coalesce((SELECT sum(pg_table_size(t.relid)) FROM pg_partition_tree(c.oid) t), pg_table_size(c.oid))::text AS size,
       ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
         WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid <> c.oid) AS needs
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'
     ORDER BY n.nspname, c.relname`,
    [schemas],
  );
  const tables = rows
    .filter(({ schema, table }) => !tablesLeftOut.has(`${schema}.${table}`))
    .map((row) => ({
      ...row,
      size: Number(row.size),
      columns: row.columns.filter((column) => !columnsLeftOut.has(`${row.schema}.${row.table}.${column}`)),
    }));
  return inOrderOfNeed(tables);
}

function inOrderOfNeed<T extends TableToCopy & { readonly needs: readonly string[] }>(
  tables: readonly T[],
): T[] {
  const known = new Set(tables.map(({ schema, table }) => `${schema}.${table}`));
  const placed = new Set<string>();
  const ordered: T[] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ schema, table, needs }) =>
        !placed.has(`${schema}.${table}`) && needs.every((need) => placed.has(need) || !known.has(need)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of next) placed.add(`${table.schema}.${table.table}`);
    ordered.push(...next);
  }
  return ordered;
}

/** Names of the migrations of each schema that is there, oldest first. */
export async function appliedMigrations(
  client: ClientBase,
  schemas: readonly string[],
): Promise<Record<string, string[]>> {
  const applied: Record<string, string[]> = {};
  for (const schema of schemas) {
    const { rows: found } = await client.query<{ present: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS present',
      [`"${schema}".migrations`],
    );
    if (!found[0]?.present) continue;
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM "${schema}".migrations ORDER BY id`,
    );
    applied[schema] = rows.map(({ name }) => name);
  }
  return applied;
}

export async function streamRows(client: ClientBase): Promise<Manifest['streams']> {
  const { rows: found } = await client.query<{ present: boolean }>(
    `SELECT to_regclass('messaging.streams') IS NOT NULL AS present`,
  );
  if (!found[0]?.present) return [];
  const { rows } = await client.query<Manifest['streams'][number] & { identity: string | null }>(
    `SELECT stream_id AS id, name, keep, partitions, retention_hours AS "retentionHours",
       to_jsonb(streams) ->> 'identity' AS identity
     FROM messaging.streams ORDER BY stream_id`,
  );
  return rows.map(({ identity, ...stream }) => ({ ...stream, ...(identity !== null && { identity }) }));
}

/** Months and days: they are made while the desk runs, so no migration knows them. */
export async function partitionsOf(
  client: ClientBase,
  schemas: readonly string[],
): Promise<Manifest['partitions']> {
  const { rows } = await client.query<Manifest['partitions'][number]>(
    `SELECT n.nspname AS schema, p.relname AS parent, c.relname AS table,
       pg_get_expr(c.relpartbound, c.oid) AS bound, coalesce(c.reloptions, '{}') AS options
     FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent
       JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND c.relispartition AND c.relkind = 'r' ORDER BY 1, 2, 3`,
    [schemas],
  );
  return rows;
}

/** Read after the snapshot was taken, sequences are never behind the rows in it. */
export async function sequencesOf(
  client: ClientBase,
  schemas: readonly string[],
): Promise<Manifest['sequences']> {
  const { rows: names } = await client.query<{ schema: string; sequence: string }>(
    `SELECT n.nspname AS schema, c.relname AS sequence FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND c.relkind = 'S' AND c.relname <> 'migrations_id_seq' ORDER BY 1, 2`,
    [schemas],
  );
  const sequences: Manifest['sequences'] = [];
  for (const { schema, sequence } of names) {
    const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM "${schema}"."${sequence}"`,
    );
    if (rows[0]) sequences.push({ schema, sequence, ...rows[0] });
  }
  return sequences;
}
