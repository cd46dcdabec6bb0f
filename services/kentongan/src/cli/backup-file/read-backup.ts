import { createHash, type Hash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { CommandError } from '../desk/command-error.js';
import {
  backupFormat,
  fileEntry,
  linesEntryPrefix,
  Manifest,
  manifestEntry,
  tableEntryPrefix,
} from './manifest.js';
import { BrokenBackup, readTar, type TarEntry } from './tar.js';

/** Entries of a backup, in order. Errors of reading are told as what they mean for the file. */
export async function* readEntries(
  file: string,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<TarEntry> {
  const compressed = createReadStream(file);
  const bytes = createGunzip();
  compressed.on('data', () => onBytes(compressed.bytesRead));
  compressed.on('error', (error) => bytes.destroy(error));
  compressed.pipe(bytes);
  try {
    yield* readTar(bytes);
  } catch (error) {
    throw explained(error);
  } finally {
    compressed.destroy();
    bytes.destroy();
  }
}

function explained(error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'Z_BUF_ERROR':
      return new BrokenBackup('it ends too early: it was cut off');
    case 'Z_DATA_ERROR':
      return new BrokenBackup('it is no backup of Kentongan, or was damaged on the way');
    default:
      return error;
  }
}

interface Read {
  readonly hash: Hash;
  bytes: number;
}

/**
 * Reads a backup from end to end and compares everything with its manifest, before anything is touched.
 * @throws CommandError when it is no backup, cut off, damaged, or of a newer program
 */
export async function checkBackup(
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<Manifest> {
  const size = sizeOf(file);
  const read = new Map<string, Read>();
  let manifest: Manifest | null = null;
  try {
    for await (const entry of readEntries(file, (bytes) => onProgress(bytes, size))) {
      if (manifest) throw new BrokenBackup('it goes on after its end');
      if (entry.name === manifestEntry) manifest = parseManifest(entry.bytes);
      else note(read, entry);
    }
    if (!manifest) throw new BrokenBackup('its end is missing: it was cut off');
    compare(manifest, read);
    return manifest;
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    throw new CommandError(`${file} cannot be restored: ${error.message}. Nothing was changed.`);
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parseManifest(bytes: Buffer): Manifest {
  const json: unknown = JSON.parse(bytes.toString());
  const { format, version } = json as { format?: unknown; version?: unknown };
  if (typeof format === 'number' && format > backupFormat)
    throw new BrokenBackup(
      `a newer Kentongan wrote it (${String(version)}): restore it with that version or a later one`,
    );
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) throw new BrokenBackup('its list of contents is not what a backup has');
  return manifest.data;
}

/** Parts of a table follow each other: one digest goes over all of them. */
function note(read: Map<string, Read>, { name, bytes }: TarEntry): void {
  const key = name.startsWith('files/') ? name : name.slice(0, name.lastIndexOf('/') + 1);
  const known = read.get(key) ?? { hash: createHash('sha256'), bytes: 0 };
  known.hash.update(bytes);
  known.bytes += bytes.length;
  read.set(key, known);
}

function compare(manifest: Manifest, read: ReadonlyMap<string, Read>): void {
  const promised = [
    ...manifest.tables.map((table) => ({ key: tableEntryPrefix(table), ...table })),
    ...manifest.lines.map((lines) => ({ key: linesEntryPrefix(lines.name), ...lines })),
    ...manifest.files.map((each) => ({ key: fileEntry(each.name), ...each })),
  ];
  for (const { key, bytes, sha256 } of promised) {
    const found = read.get(key);
    const digest = (found?.hash ?? createHash('sha256')).copy().digest('hex');
    if ((found?.bytes ?? 0) !== bytes || digest !== sha256)
      throw new BrokenBackup(`${key} is not what was backed up`);
  }
  const unknown = [...read.keys()].find((key) => !promised.some((each) => each.key === key));
  if (unknown) throw new BrokenBackup(`${unknown} is not in its list of contents`);
}
