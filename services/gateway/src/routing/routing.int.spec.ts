import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GatewayApplication, startGateway } from '../testing/gateway-application.js';
import { signedIn } from '../testing/people.js';
import { ToldService } from '../testing/told-service.js';

const responders = [new ToldService(), new ToldService()];
const collector = new ToldService();
let gateway: GatewayApplication;

beforeAll(async () => {
  for (const each of [...responders, collector]) await each.open();
  gateway = await startGateway({
    serviceUrls: {
      responder: responders.map(({ url }) => url),
      collector: [collector.url],
      analyzer: [],
      archiver: [],
      detector: [],
      notifier: [],
    },
  });
});
afterAll(async () => {
  await gateway?.close();
  for (const each of [...responders, collector]) await each.close();
});
beforeEach(() => {
  for (const each of [...responders, collector]) {
    each.asked.length = 0;
    each.behave = (_, response) =>
      void response.setHeader('content-type', 'application/json').end('{"ok":true}');
  }
});

const asked = () => responders.flatMap((each) => each.asked);

describe('a gateway before services of their own', () => {
  it('turns the session into the token of the services, and hands on nothing that proves it', async () => {
    const browser = await signedIn(gateway);
    const answer = await browser.get('/api/issues?region=kota-uji&q=a%20b', {
      headers: {
        'x-forwarded-for': '198.51.100.7',
        'x-forwarded-proto': 'https',
        connection: 'keep-alive, x-private',
        'x-private': 'of one hop',
        te: 'trailers',
      },
    });
    expect(answer).toMatchObject({ status: 200, json: { ok: true } });
    const [{ url, headers } = { url: '', headers: {} }] = asked();
    expect(url).toBe('/api/issues?region=kota-uji&q=a%20b');
    expect(headers.authorization).toMatch(/^Bearer ey/);
    expect(headers).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
    for (const name of ['cookie', 'x-csrf-token', 'x-private', 'te'])
      expect(headers).not.toHaveProperty(name);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('lets no change through that comes from another site', async () => {
    const browser = await signedIn(gateway);
    expect((await browser.post('/api/issues', {}, { withoutToken: true })).code).toBe('crossSite');
    expect(asked()).toEqual([]);
  });

  it('hands JSON bodies on byte for byte', async () => {
    let body = '';
    for (const each of responders)
      each.behave = async (incoming, response) => {
        for await (const chunk of incoming) body += String(chunk);
        response.end('{}');
      };
    await gateway.operator().post('/api/facts', '{ "title" : "dua  spasi" }');
    expect(body).toBe('{ "title" : "dua  spasi" }');
  });

  it('leads a long exchange on line by line, in both directions', async () => {
    collector.behave = async (incoming, response) => {
      for await (const chunk of incoming) response.write(`got ${String(chunk)}`);
      response.end('done\n');
    };
    const headers = {
      authorization: 'Bearer token-meja-untuk-uji-coba',
      'content-type': 'application/x-ndjson',
    };
    const sent = request({ port: gateway.port, method: 'POST', path: '/api/posts', headers });
    sent.write('1\n');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.setEncoding('utf8');
    // The first line is answered before the second was sent: nothing on the way waits for the end.
    expect((await once(response, 'data'))[0]).toBe('got 1\n');
    sent.write('2\n');
    expect((await once(response, 'data'))[0]).toBe('got 2\n');
    sent.end();
    expect((await once(response, 'data'))[0]).toBe('done\n');
  });

  it('asks the next process when one refuses, before a byte of the request is gone', async () => {
    await responders[0]?.close();
    for (let times = 0; times < 4; times += 1)
      expect((await gateway.operator().post('/api/facts', { times })).status).toBe(200);
    expect(responders[1]?.asked).toHaveLength(4);
    await responders[1]?.close();
    const answer = await gateway.operator().get('/api/issues');
    expect(answer).toMatchObject({ status: 503, code: 'serviceUnavailable' });
    expect(answer.json.error).toMatchObject({
      service: 'responder',
      message: { id: expect.stringContaining('responder'), en: expect.stringContaining('responder') },
    });
    for (const each of responders) await each.open();
    expect((await gateway.operator().get('/api/issues')).status).toBe(200);
  });

  it('says who broke off, and cuts an answer that cannot be finished', async () => {
    for (const each of responders) each.behave = ({ socket }) => void socket.resetAndDestroy();
    expect(await gateway.operator().get('/api/issues')).toMatchObject({
      status: 502,
      code: 'serviceBrokeOff',
    });
    for (const each of responders)
      each.behave = (_, response) => {
        response.write('{"half":');
        setTimeout(() => response.destroy(), 50);
      };
    await expect(gateway.operator().get('/api/issues')).rejects.toThrow();
  });

  it('stops a service from writing to a reader who has left', async () => {
    const left = new Promise<void>((resolve) => {
      for (const each of responders)
        each.behave = (_, response) => {
          response.write('begin');
          response.once('close', resolve);
        };
    });
    const headers = { authorization: 'Bearer token-meja-untuk-uji-coba' };
    const sent = request({ port: gateway.port, path: '/api/issues', headers }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.once('error', () => {});
    response.destroy();
    await left;
  });

  it('names the service that is nowhere, and tells an address that is nobody’s from it', async () => {
    expect((await gateway.operator().get('/api/signals')).json.error.service).toBe('detector');
    expect((await gateway.operator().get('/api/tidak-ada')).status).toBe(404);
    const { services } = (await gateway.operator().get('/api/system/state')).json;
    expect(services.map(({ service }: { service: string }) => service)).toEqual([
      'collector',
      'responder',
      'responder',
    ]);
    const document = await gateway.operator().get('/api/openapi.json');
    expect([document.status, document.code]).toEqual([503, 'serviceUnavailable']);
  });
});
