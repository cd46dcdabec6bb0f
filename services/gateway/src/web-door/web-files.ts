import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

const filesMax = 2_000;
const bytesMax = 64 * 1024 * 1024;
/** Below this, headers weigh more than what compression saves. */
const compressedBytesMin = 1_024;
const brotliQuality = 6;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
/** Pictures and fonts are compressed already. */
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/;

export type Encoding = 'br' | 'gzip' | 'identity';

/** One file of the built web app, and its compressed forms once somebody wanted them. */
export class WebFile {
  readonly type: string;
  readonly etag: string;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    readonly path: string,
    readonly body: Buffer,
  ) {
    this.type = types[extname(path)] ?? 'application/octet-stream';
    this.etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  }

  get isCompressible(): boolean {
    return this.body.length >= compressedBytesMin && compressible.test(this.type);
  }

  in(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return Promise.resolve(this.body);
    const known = this.compressed.get(encoding);
    if (known) return known;
    const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality };
    const made = encoding === 'br' ? brotli(this.body, { params }) : gzipped(this.body);
    this.compressed.set(encoding, made);
    return made;
  }
}

/**
 * The files of the built web app by their address. They are read once, at the start: only what was there then can be asked
 * for, so no address leads out of the folder.
 * @returns empty when there is no such folder
 * @throws RangeError when the folder is not a web app but something far larger
 */
export function readWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>();
  if (!existsSync(join(folder, 'index.html'))) return files;
  let bytes = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    const file = new WebFile(address, readFileSync(path));
    bytes += file.body.length;
    files.set(address, file);
    if (files.size > filesMax || bytes > bytesMax)
      throw new RangeError(`${folder} holds more than ${filesMax} files or ${bytesMax} bytes`);
  }
  return files;
}
