import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { LineSplitter } from '@kentongan/collector/line-splitter';
import { CommandError } from '../desk/command-error.js';

/** One line of a file; `bytes` is null when it is longer than the desk takes. */
export interface FileLine {
  readonly bytes: Uint8Array | null;
  /** Bytes of the file, as it lies on disk, that were read so far. */
  readonly position: number;
}

const lineBytesMax = 256 * 1024;

/** Streams the lines of an NDJSON file, plain or gzip (told by its first bytes, not its name). Memory stays flat. */
export async function* readFile(path: string): AsyncGenerator<FileLine> {
  const source = createReadStream(path, { highWaterMark: 256 * 1024 });
  const isGzip = await beginsLikeGzip(path);
  const unpacked = isGzip ? source.pipe(createGunzip()) : source;
  if (isGzip) source.on('error', (error) => unpacked.destroy(error));
  const splitter = new LineSplitter(lineBytesMax);
  const toLine = ({ bytes, isTooLong }: { bytes: Uint8Array; isTooLong: boolean }): FileLine => ({
    bytes: isTooLong ? null : bytes,
    position: source.bytesRead,
  });
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>)
      for (const line of splitter.push(chunk)) yield toLine(line);
    for (const line of splitter.end()) yield toLine(line);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new CommandError(`${path} cannot be read to its end: ${message}.`);
  } finally {
    source.destroy();
  }
}

async function beginsLikeGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
