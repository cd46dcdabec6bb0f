import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SafeHttpError } from './http-errors.js';
import { createSafeHttpClient, type SafeHttpClientOptions } from './safe-http-client.js';

const publicAddress = '93.184.216.34';
let server: Server;
let hits: string[] = [];
let answer: RequestListener = (_request, response) => response.end('ok');

const localPort = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A client whose public addresses lead to the local server; every rule stays on. */
function client(options: Partial<SafeHttpClientOptions> = {}) {
  hits = [];
  return createSafeHttpClient({
    bytesMax: 10_000,
    timeoutMilliseconds: 2_000,
    resolver: async () => [publicAddress],
    dial: () => ({ address: '127.0.0.1', port: localPort() }),
    ...options,
  });
}

async function failure(url: string, options: Partial<SafeHttpClientOptions> = {}): Promise<SafeHttpError> {
  const http = client(options);
  try {
    const { status } = await http.request(url);
    throw new Error(`answered ${status}`);
  } catch (error) {
    return error as SafeHttpError;
  } finally {
    await http.close();
  }
}

const forbiddenUrls: readonly (readonly [string, string])[] = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '127.255.0.9',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '0x7f.1',
    '0',
    '0.0.0.0',
    '0.1',
    '10.0.0.1',
    '10.255.255.255',
    '0xa000001',
    '012.0.0.1',
    '167772161',
    '172.16.0.1',
    '172.31.9.9',
    '192.168.0.1',
    '3232235521',
    '0xc0.0xa8.0.1',
    '169.254.169.254',
    '2852039166',
    '0xa9fea9fe',
    '0251.0376.0251.0376',
    '100.64.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b::a9fe:a9fe]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001::7f00:1]',
    '[2001:db8::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '[fec0::1]',
    '[ff02::1]',
    '[100::1]',
    '①②⑦.⓪.⓪.①',
    '127。0。0。1',
    '%31%32%37.0.0.1',
  ].map((host) => [`http://${host}/`, 'forbiddenAddress'] as const),
  ['http://user@warta.example/', 'userinfo'],
  ['http://user:secret@warta.example/', 'userinfo'],
  ['http://warta.example@127.0.0.1/', 'userinfo'],
  ['file:///etc/passwd', 'scheme'],
  ['ftp://warta.example/', 'scheme'],
  ['gopher://warta.example/', 'scheme'],
  ['data:text/plain,hello', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['http://warta.example:22/', 'port'],
  ['http://warta.example:5432/', 'port'],
  ['https://warta.example:8443/', 'port'],
  ['http://[fe80::1%25eth0]/', 'badUrl'],
  ['http://', 'badUrl'],
  ['warta.example/rss', 'badUrl'],
  [`http://warta.example/${'a'.repeat(5_000)}`, 'badUrl'],
]; // prettier-ignore

describe('what the safe client never reaches', () => {
  it('tries more than sixty addresses', () => expect(forbiddenUrls.length).toBeGreaterThanOrEqual(60));

  it.each(forbiddenUrls)('%s is refused and nothing is dialled', async (url, reason) => {
    const error = await failure(url);
    expect(error.reason).toBe(reason);
    expect(error.retriable).toBe(false);
    expect(hits).toEqual([]);
  });

  it.each(['127.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1', 'fd00::1'])(
    'a name that resolves to %s is refused',
    async (address) => {
      expect((await failure('http://dalam.example/', { resolver: async () => [address] })).reason).toBe(
        'forbiddenAddress',
      );
      expect(hits).toEqual([]);
    },
  );

  it('refuses a name with one public and one private address', async () => {
    const error = await failure('http://campur.example/', {
      resolver: async () => [publicAddress, '10.0.0.1'],
    });
    expect(error.reason).toBe('forbiddenAddress');
    expect(hits).toEqual([]);
  });

  it('checks the answer it connects with, when a name changes its answer (rebinding)', async () => {
    const answers = [[publicAddress], ['127.0.0.1']];
    answer = (_request, response) => response.writeHead(200, { connection: 'close' }).end('ok');
    const http = client({ resolver: async () => answers.shift() ?? ['127.0.0.1'] });
    expect((await http.request('http://berubah.example/')).status).toBe(200);
    await expect(http.request('http://berubah.example/')).rejects.toMatchObject({
      reason: 'forbiddenAddress',
    });
    expect(hits).toHaveLength(1);
    expect(http.failures()).toEqual({ forbiddenAddress: 1 });
    await http.close();
  });

  it.each([
    'http://127.0.0.1/rahasia',
    'http://[::1]/',
    'http://2130706433/',
    'file:///etc/passwd',
    'http://a@b.example/',
  ])('does not follow a redirect to %s', async (location) => {
    answer = (_request, response) => response.writeHead(302, { location }).end();
    expect((await failure('http://alih.example/')).reason).toMatch(/forbiddenAddress|scheme|userinfo/);
    expect(hits).toEqual(['/']);
  });

  it('needs no dial of its own to refuse a real local server', async () => {
    const http = createSafeHttpClient({
      bytesMax: 100,
      timeoutMilliseconds: 1_000,
      allowedPorts: [localPort()],
    });
    hits = [];
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]'])
      await expect(http.request(`http://${host}:${localPort()}/`)).rejects.toMatchObject({
        reason: 'forbiddenAddress',
      });
    expect(hits).toEqual([]);
    expect(http.failures()).toEqual({ forbiddenAddress: 4 });
    await http.close();
  });
});

describe('what the safe client bounds', () => {
  it('reads an answer with its headers and the final address', async () => {
    answer = (request, response) => {
      if (request.url === '/lama') response.writeHead(301, { location: '/baru' }).end();
      else response.writeHead(200, { 'content-encoding': 'gzip', etag: '"1"' }).end(gzipSync('kabar baik'));
    };
    const http = client();
    const { status, headers, body, url } = await http.request('http://warta.example/lama');
    expect([status, headers['etag'], body.toString(), url]).toEqual([
      200,
      '"1"',
      'kabar baik',
      'http://warta.example/baru',
    ]);
    await http.close();
  });

  it('gives up after five redirects', async () => {
    answer = (_request, response) => response.writeHead(302, { location: '/lagi' }).end();
    expect((await failure('http://putar.example/')).reason).toBe('redirects');
    expect(hits).toHaveLength(6);
  });

  it('does not hand credentials to another origin', async () => {
    const seen: unknown[] = [];
    answer = (request, response) => {
      seen.push([request.headers.host, request.headers.authorization]);
      if (request.headers.host === 'satu.example')
        response.writeHead(307, { location: 'http://dua.example/' }).end();
      else response.end();
    };
    const http = client();
    await http.request('http://satu.example/', { headers: { Authorization: 'Bearer x' } });
    expect(seen).toEqual([
      ['satu.example', 'Bearer x'],
      ['dua.example', undefined],
    ]);
    await http.close();
  });

  it('cuts an answer that is too large, and a small one that grows when unpacked', async () => {
    answer = (_request, response) => response.end('x'.repeat(10_001));
    expect((await failure('http://besar.example/')).reason).toBe('tooLarge');
    answer = (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
    };
    expect((await failure('http://bom.example/')).reason).toBe('tooLarge');
  });

  it('refuses a broken or unknown encoding', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('bukan gzip');
    expect((await failure('http://rusak.example/')).reason).toBe('badEncoding');
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end('x');
    expect((await failure('http://ganda.example/')).reason).toBe('badEncoding');
  });

  it('gives a slow drip the total time and no more', async () => {
    answer = (_request, response) => {
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    };
    const error = await failure('http://tetes.example/', { timeoutMilliseconds: 200 });
    expect([error.reason, error.retriable]).toEqual(['timeout', true]);
  });

  it('tells a caller who gives up, a dead connection and an unknown name apart', async () => {
    answer = (request) => request.socket.destroy();
    expect((await failure('http://putus.example/')).reason).toBe('network');
    const unknown = { resolver: async () => Promise.reject(new Error('ENOTFOUND')) };
    expect((await failure('http://tiada.example/', unknown)).reason).toBe('unresolved');
    answer = () => {};
    const http = client();
    const signal = AbortSignal.timeout(50);
    await expect(http.request('http://diam.example/', { signal })).rejects.toMatchObject({
      reason: 'aborted',
    });
    await http.close();
  });
});
