/** One file of a tar archive (POSIX ustar): any `tar` reads it, so a backup can be opened without this program. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: Buffer;
}

const blockBytes = 512;
const nameBytesMax = 100;
/** A larger entry is not of ours: it would be read into memory whole. */
const entryBytesMax = 64 * 2 ** 20;

/** A file that is not a backup, or no longer a whole one. */
export class BrokenBackup extends Error {}

/** The bytes of one entry: header, content, and zeros up to the next block. */
export function encodeTarEntry({ name, bytes }: TarEntry, modifiedSeconds: number): Buffer[] {
  if (Buffer.byteLength(name) > nameBytesMax) throw new TypeError(`too long for a tar entry: ${name}`);
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0);
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(`${modifiedSeconds.toString(8).padStart(11, '0')}\0`, 136);
  header.write('0', 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return [header, bytes, Buffer.alloc(-bytes.length & (blockBytes - 1))];
}

/** Two blocks of zeros end an archive: without them it was cut off. */
export const tarEnd: Buffer = Buffer.alloc(2 * blockBytes);

/**
 * Reads the entries one after the other, each whole.
 * @throws BrokenBackup when the bytes are no tar archive, or end before the archive does
 */
export async function* readTar(bytes: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = new BlockReader(bytes);
  for (;;) {
    const header = await source.take(blockBytes);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString('latin1', 257, 262) !== 'ustar' || checksumOf(header) !== numberAt(header, 148, 8))
      throw new BrokenBackup('a part of it is not what a backup holds');
    const size = numberAt(header, 124, 12);
    if (size > entryBytesMax) throw new BrokenBackup('a part of it is larger than any backup has');
    const content = await source.take(size + (-size & (blockBytes - 1)));
    yield { name: header.toString('utf8', 0, header.indexOf(0)), bytes: content.subarray(0, size) };
  }
}

/** The sum of the header's bytes, with spaces where the sum itself stands. */
function checksumOf(header: Buffer): number {
  let sum = 8 * 0x20;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function numberAt(header: Buffer, at: number, length: number): number {
  const number = Number.parseInt(header.toString('latin1', at, at + length), 8);
  if (!Number.isSafeInteger(number) || number < 0)
    throw new BrokenBackup('a part of it is not what a backup holds');
  return number;
}

/** Hands out exactly as many bytes as asked for. */
class BlockReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(bytes: AsyncIterable<Buffer>) {
    this.#chunks = bytes[Symbol.asyncIterator]();
  }

  async take(length: number): Promise<Buffer> {
    const parts = [this.#rest];
    let size = this.#rest.length;
    while (size < length) {
      const next = await this.#chunks.next();
      if (next.done) throw new BrokenBackup('it ends too early: it was cut off');
      parts.push(next.value);
      size += next.value.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts);
    this.#rest = all.subarray(length);
    return all.subarray(0, length);
  }
}
