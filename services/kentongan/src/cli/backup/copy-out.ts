import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import copyStreams from 'pg-copy-streams';
import {
  type BackedUpTable,
  fileEntry,
  linesEntryPrefix,
  type Manifest,
  tableEntryPrefix,
} from '../backup-file/manifest.js';
import type { TarEntry } from '../backup-file/tar.js';
import type { TableToCopy } from './catalog.js';

const partBytes = 2 ** 20;

/** Cuts a flow of bytes into numbered entries of about a megabyte, and tells size and digest of the whole. */
async function* inParts(
  prefix: string,
  extension: string,
  bytes: AsyncIterable<Buffer>,
  onBytes: (total: number) => void = () => {},
): AsyncGenerator<TarEntry, { bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let [waiting, waitingBytes, total, part] = [[] as Buffer[], 0, 0, 0];
  const take = (): TarEntry => {
    part += 1;
    const entry = {
      name: `${prefix}${String(part).padStart(6, '0')}.${extension}`,
      bytes: Buffer.concat(waiting),
    };
    waiting = [];
    waitingBytes = 0;
    return entry;
  };
  for await (const chunk of bytes) {
    hash.update(chunk);
    waiting.push(chunk);
    waitingBytes += chunk.length;
    total += chunk.length;
    onBytes(total);
    if (waitingBytes >= partBytes) yield take();
  }
  if (waitingBytes > 0) yield take();
  return { bytes: total, sha256: hash.digest('hex') };
}

/** The rows of a table as `COPY … TO STDOUT` writes them: what PostgreSQL's own `COPY … FROM` reads. */
export async function* copyTable(
  client: ClientBase,
  table: TableToCopy,
  onBytes: (total: number) => void,
): AsyncGenerator<TarEntry, BackedUpTable> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const rows = copyStreams.to(`COPY (SELECT ${columns} FROM "${table.schema}"."${table.table}") TO STDOUT`);
  const stream = client.query(rows);
  const summary = yield* inParts(tableEntryPrefix(table), 'copy', stream, onBytes);
  const { schema, table: name } = table;
  return { schema, table: name, columns: [...table.columns], rows: stream.rowCount, ...summary };
}

/** What does not lie in PostgreSQL: posts of another archive, messages of other streams. */
export interface LineSource {
  readonly name: string;
  /** One JSON value each, without the line's end. */
  lines(): AsyncIterable<string>;
}

export async function* copyLines(source: LineSource): AsyncGenerator<TarEntry, Manifest['lines'][number]> {
  let count = 0;
  async function* bytes() {
    for await (const line of source.lines()) {
      count += 1;
      yield Buffer.from(`${line}\n`);
    }
  }
  const summary = yield* inParts(linesEntryPrefix(source.name), 'ndjson', bytes());
  return { name: source.name, count, ...summary };
}

export function copyFile(
  name: string,
  bytes: Buffer,
): { entry: TarEntry; summary: Manifest['files'][number] } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { entry: { name: fileEntry(name), bytes }, summary: { name, bytes: bytes.length, sha256 } };
}
