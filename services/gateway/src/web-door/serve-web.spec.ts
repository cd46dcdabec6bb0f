import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { securityHeaders } from './security-headers.js';
import { serveWeb } from './serve-web.js';

const script = `console.log(${JSON.stringify('kentongan '.repeat(400))});`;
const page = `<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="/assets/index-Ab12Cd34.mjs"></script>`;

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

function builtApp(index = page): string {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'rahasia.txt'), 'bukan untuk siapa pun');
  writeFileSync(join(folder, 'dist/index.html'), index);
  writeFileSync(join(folder, 'dist/assets/index-Ab12Cd34.mjs'), script);
  writeFileSync(join(folder, 'dist/kentongan.svg'), '<svg/>');
  return join(folder, 'dist');
}

async function open(folder: string | null, trustedProxies = 0) {
  const [headers, web] = [securityHeaders(trustedProxies), serveWeb(folder)];
  const server: Server = createServer((asked, response) =>
    headers(asked, response, () =>
      web(asked, response, () => {
        response.statusCode = 404;
        response.end('{"error":{}}');
      }),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return (path: string, asked: Record<string, string> = {}, method = 'GET') =>
    new Promise<Got>((resolve, reject) => {
      const sent = request(
        { port, host: '127.0.0.1', path, method, headers: asked, agent: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      sent.on('error', reject);
      sent.end();
    });
}

const html = { accept: 'text/html,*/*' };

describe('the web door', () => {
  it('serves the page for every address that a browser opens, but not for the program’s own', async () => {
    const get = await open(builtApp());
    for (const path of ['/', '/isu/123', '/index.html', '/arsip?q=banjir']) {
      const { status, headers, body } = await get(path, html);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-cache']);
      expect(body.toString()).toContain('/assets/index-Ab12Cd34.mjs');
    }
    for (const path of ['/api/tidak-ada', '/API/x', '/health/x', '/metrics'])
      expect((await get(path, html)).status).toBe(404);
    expect((await get('/assets/lama-Xy12Zz34.mjs', { accept: '*/*' })).status).toBe(404);
    expect((await get('/', html, 'POST')).status).toBe(404);
  });

  it('gives each page a nonce of its own and allows no inline script', async () => {
    const get = await open(builtApp());
    const [one, other] = [await get('/', html), await get('/', html)];
    const nonceOf = ({ body }: Got) => /nonce="([^"]+)"/.exec(body.toString())?.[1];
    expect(nonceOf(one)).toHaveLength(24);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    const policy = String(one.headers['content-security-policy']);
    expect(policy).toContain(`style-src 'self' 'nonce-${nonceOf(one)}'`);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    const plain = await (await open(builtApp('<!doctype html>')))('/', html);
    expect(plain.headers['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  });

  it('keeps hashed files for a year, compresses them, and answers 304', async () => {
    const get = await open(builtApp());
    const path = '/assets/index-Ab12Cd34.mjs';
    const plain = await get(path);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const brotli = await get(path, { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await get(path, { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    const again = await get(path, {
      'accept-encoding': 'br',
      'if-none-match': String(brotli.headers['etag']),
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get('/kentongan.svg')).headers['cache-control']).toBe('no-cache');
    const head = await get(path, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([
      200,
      0,
      String(script.length),
    ]);
  });

  it('leads nobody out of its folder', async () => {
    const get = await open(builtApp());
    for (const path of [
      '/../rahasia.txt',
      '/%2e%2e/rahasia.txt',
      '/..%2frahasia.txt',
      '/assets/../../rahasia.txt',
      '/%',
    ])
      expect((await get(path)).body.toString()).not.toContain('bukan untuk');
  });

  it('says so when the web app was not built', async () => {
    for (const folder of [null, join(tmpdir(), 'tidak-ada-di-sini')]) {
      const get = await open(folder);
      const { status, body } = await get('/', html);
      expect([status, body.toString()]).toEqual([503, expect.stringContaining('npm run build')]);
    }
  });

  it('has its headers on every answer, and HSTS over https alone', async () => {
    const get = await open(builtApp(), 1);
    for (const path of ['/', '/api/x', '/assets/index-Ab12Cd34.mjs', '/tidak-ada']) {
      const { headers } = await get(path, html);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['strict-transport-security']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
    }
    const secure = await get('/', { ...html, 'x-forwarded-proto': 'https' });
    expect(secure.headers['strict-transport-security']).toBe('max-age=31536000');
    const spoofed = await (await open(builtApp()))('/', { ...html, 'x-forwarded-proto': 'https' });
    expect(spoofed.headers['strict-transport-security']).toBeUndefined();
  });
});
