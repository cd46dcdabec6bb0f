import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { ReadingStopped } from './batch-lines.js';

/** The bytes of a request, unpacked; at most one chunk is read ahead. */
export async function* requestBody(
  request: IncomingMessage,
  { isGzip }: { readonly isGzip: boolean },
): AsyncGenerator<Uint8Array> {
  if (!isGzip) {
    yield* request as AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip();
  request.on('error', (error) => gunzip.destroy(error));
  request.on('close', () => {
    if (!request.complete) gunzip.destroy(new Error('the sender went away'));
  });
  try {
    yield* request.pipe(gunzip) as AsyncIterable<Buffer>;
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && code.startsWith('Z_')) throw new ReadingStopped('brokenGzip');
    throw error;
  } finally {
    gunzip.destroy();
  }
}

const discardMilliseconds = 1_000;

/**
 * Lets the sender finish for a moment after its body was given up: closing at once resets the connection, and the
 * answer that says why is lost with it.
 */
export function discardRest(request: IncomingMessage): void {
  const timer = setTimeout(() => request.destroy(), discardMilliseconds);
  timer.unref();
  request.once('close', () => clearTimeout(timer));
  request.unpipe();
  request.removeAllListeners('readable'); // of the abandoned reading; with it the stream would not flow
  setImmediate(() => request.resume());
}
