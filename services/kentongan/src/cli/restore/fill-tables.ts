import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import {
  type BackedUpTable,
  linesEntryPrefix,
  type Manifest,
  tableEntryPrefix,
} from '../backup-file/manifest.js';
import type { TarEntry } from '../backup-file/tar.js';
import { CommandError } from '../desk/command-error.js';

/** Takes what does not lie in PostgreSQL, some lines at a time, in order. Must bear the same lines again. */
export type LineSink = (lines: readonly string[]) => Promise<void>;

interface Sink {
  write(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
}

/**
 * Puts the entries of a checked backup where they belong: rows into the tables of the caller's transaction, lines into
 * their sinks. Files are passed over.
 * @throws CommandError when fewer or more rows arrived than the manifest says
 */
export async function fillTables(
  client: pg.ClientBase,
  manifest: Manifest,
  entries: AsyncIterable<TarEntry>,
  lineSinks: ReadonlyMap<string, LineSink>,
): Promise<void> {
  let [open, openPrefix] = [null as Sink | null, ''];
  for await (const { name, bytes } of entries) {
    const prefix = name.slice(0, name.lastIndexOf('/') + 1);
    if (prefix !== openPrefix) {
      await open?.end();
      open = openSink(client, manifest, prefix, lineSinks);
      openPrefix = prefix;
    }
    await open?.write(bytes);
  }
  await open?.end();
  for (const { schema, sequence, lastValue, isCalled } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [
      `"${schema}"."${sequence}"`,
      lastValue,
      isCalled,
    ]);
}

function openSink(
  client: pg.ClientBase,
  manifest: Manifest,
  prefix: string,
  lineSinks: ReadonlyMap<string, LineSink>,
): Sink | null {
  const table = manifest.tables.find((each) => tableEntryPrefix(each) === prefix);
  if (table) return tableSink(client, table);
  const lines = manifest.lines.find((each) => linesEntryPrefix(each.name) === prefix);
  const sink = lines && lineSinks.get(lines.name);
  return sink ? lineSink(sink) : null;
}

function tableSink(client: pg.ClientBase, table: BackedUpTable): Sink {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const stream = client.query(
    copyStreams.from(`COPY "${table.schema}"."${table.table}" (${columns}) FROM STDIN`),
  );
  const ended = finished(stream);
  ended.catch(() => {}); // told by whoever waits next
  return {
    write: async (bytes) => {
      if (!stream.write(bytes)) await Promise.race([once(stream, 'drain'), ended]);
    },
    end: async () => {
      stream.end();
      await ended;
      if (stream.rowCount !== table.rows)
        throw new CommandError(
          `${table.schema}.${table.table} took ${stream.rowCount} rows of ${table.rows}: nothing was restored.`,
        );
    },
  };
}

/** Lines may be cut in the middle by the end of a part. */
function lineSink(sink: LineSink): Sink {
  let rest = Buffer.alloc(0);
  return {
    write: async (bytes) => {
      const all = Buffer.concat([rest, bytes]);
      const end = all.lastIndexOf(0x0a) + 1;
      rest = Buffer.from(all.subarray(end));
      if (end > 0) await sink(all.toString('utf8', 0, end - 1).split('\n'));
    },
    end: async () => {
      if (rest.length > 0) throw new CommandError('The last line of the backup is not whole.');
    },
  };
}

/** Counts what is in the tables now. @throws CommandError when a count is not that of the manifest */
export async function verifyCounts(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const wrong: string[] = [];
  for (const { schema, table, rows: expected } of manifest.tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM "${schema}"."${table}"`);
    if (Number(rows[0]?.count) !== expected)
      wrong.push(`${schema}.${table}: ${rows[0]?.count} of ${expected}`);
  }
  if (wrong.length > 0)
    throw new CommandError(`Not everything arrived (${wrong.join('; ')}): nothing was restored.`);
}
