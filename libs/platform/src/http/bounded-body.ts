import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { SafeHttpError } from './http-errors.js';

/**
 * Reads a body whole, counted after decompression: a few kilobytes of gzip may hold gigabytes.
 * @param bytesMax most bytes kept; one more and the transfer is cut with reason `tooLarge`
 */
export async function readBounded(body: Readable, encoding: string, bytesMax: number): Promise<Buffer> {
  const decoded = decompressed(body, encoding);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > bytesMax)
        throw new SafeHttpError('tooLarge', `the answer is larger than ${bytesMax} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw isBrokenCompression(error)
      ? new SafeHttpError('badEncoding', 'the compressed answer is broken', { cause: error })
      : error;
  } finally {
    decoded.destroy();
    body.destroy();
  }
  return Buffer.concat(chunks, bytes);
}

function decompressed(body: Readable, encoding: string): Readable {
  const decoder = decoderOf(encoding.trim().toLowerCase());
  if (decoder === null) return body;
  body.on('error', (error) => decoder.destroy(error)); // pipe alone would leave the reader waiting for ever
  return body.pipe(decoder);
}

function decoderOf(encoding: string) {
  switch (encoding) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new SafeHttpError('badEncoding', `content encoding ${encoding.slice(0, 40)} is not read`);
  }
}

function isBrokenCompression(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_PADDING)/.test(code);
}
