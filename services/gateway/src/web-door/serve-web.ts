import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pagePolicy } from './security-headers.js';
import { type Encoding, readWebFiles, type WebFile } from './web-files.js';

type Next = (error?: unknown) => void;

/** Addresses of the program itself: an unknown one among them is an error, not a page. */
const ownAddresses = /^\/(api|health|metrics)(\/|$)/i;
/** Names with a digest in them never change their content. */
const hashedFile = /^\/assets\/.+-[\w-]{8,}\.\w+$/;
/** Stands in the built index.html where each answer gets a nonce of its own. */
const noncePlaceholder = '__CSP_NONCE__';

const notBuilt = `<!doctype html><html lang="id"><meta charset="utf-8"><title>Kentongan</title>
<h1>Aplikasi web belum dibangun</h1>
<p>Jalankan <code>npm run build</code>, lalu mulai lagi. Unggahan tetap diterima dan dianalisis.</p>
<p lang="en">The web app was not built. Run <code>npm run build</code> and start again. Posts are still taken and analysed.</p>
</html>
`;

/**
 * Serves the built web app: its files, and its page for every other address that a browser opens, because the app routes
 * by itself. Everything else goes on to the API.
 */
export function serveWeb(folder: string | null) {
  const files = folder === null ? new Map<string, WebFile>() : readWebFiles(folder);
  const index = files.get('/index.html')?.body.toString('utf8') ?? null;
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const path = pathOf(request);
    const isOurs = path !== null && !ownAddresses.test(path);
    const file = isOurs && path !== '/index.html' ? files.get(path) : undefined;
    if (file) sendFile(file, request, response).catch(next);
    else if (isOurs && wantsPage(request)) sendPage(index, request, response);
    else next();
  };
}

/** Null when this is not a question for a file. */
function pathOf(request: IncomingMessage): string | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  try {
    return decodeURIComponent((request.url ?? '/').split('?')[0] ?? '/');
  } catch {
    return null;
  }
}

const wantsPage = (request: IncomingMessage): boolean =>
  String(request.headers.accept ?? '').includes('text/html');

function sendPage(index: string | null, request: IncomingMessage, response: ServerResponse): void {
  const hasNonce = index?.includes(noncePlaceholder) ?? false;
  const nonce = hasNonce ? randomBytes(16).toString('base64') : null;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', pagePolicy(nonce));
  // Asked for anew each time: it names the files of this release.
  response.setHeader('cache-control', 'no-cache');
  response.statusCode = index === null ? 503 : 200;
  const page = index?.replaceAll(noncePlaceholder, nonce ?? '') ?? notBuilt;
  response.end(request.method === 'HEAD' ? undefined : page);
}

async function sendFile(file: WebFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const encoding = file.isCompressible ? encodingFor(request) : 'identity';
  const etag = `"${file.etag}-${encoding}"`;
  const body = await file.in(encoding);
  response.setHeader('etag', etag);
  response.setHeader(
    'cache-control',
    hashedFile.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (file.isCompressible) response.setHeader('vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === etag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  response.setHeader('content-type', file.type);
  response.setHeader('content-length', body.length);
  if (encoding !== 'identity') response.setHeader('content-encoding', encoding);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function encodingFor(request: IncomingMessage): Encoding {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.split(';')[0]);
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}
