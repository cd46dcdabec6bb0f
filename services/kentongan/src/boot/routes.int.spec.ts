import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role, routeOwner, serviceNames } from '@kentongan/contracts';
import { AccessGuard, allowedKey } from '@kentongan/platform';
import { buildOpenApi } from '@kentongan/platform/openapi';
import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ComposedDesk, deskToken } from './testing/composed-desk.js';
import { type Named, type Route, requestFor, routesOf } from './testing/sample-request.js';

const machine = `Bearer ${deskToken}`;
const secret = 'RAHASIA-KOTA-LAIN';
const [own, foreign] = ['kota-uji', 'kota-lain'];
const person = { userId: 'u-uji', name: 'Rina Contoh', agencyId: null } as const;

/** A path with one of these is about a thing of one region; whoever may not enter it learns nothing. */
const regional = /\{(regionId|issueId|factId|userId|webhookId|searchId|id)\}/;
/** Facts for every region, and names of places, are nobody's secret. */
const refused: ReadonlySet<number> = new Set([401, 403, 404]);

let desk: ComposedDesk;
let document: OpenAPIObject;
let routes: Route[];
let named: Named;
beforeAll(async () => {
  desk = await ComposedDesk.start();
  document = buildOpenApi(desk.application);
  routes = routesOf(document);
  named = await fill();
}, 60_000);
afterAll(() => desk?.close());

const region = (regionId: string, name: string) => ({
  regionId,
  name,
  mode: 'live',
  agencies: [{ agencyId: 'dinas', name }],
  feeds: [],
});

/** A region with something of everything in it, each with the secret in its text. */
async function fill(): Promise<Named> {
  const admin = await desk.bearerOf({ ...person, role: 'admin', regionIds: [] });
  for (const each of [region(own, 'Kota Uji'), region(foreign, secret)])
    await desk.untilOk('PUT', `/api/regions/${each.regionId}`, machine, each);
  const made = async (path: string, body: object) =>
    JSON.parse((await desk.untilOk('POST', path, admin, { region: foreign, ...body })).text);
  const issue = await made('/api/issues', { title: `Isu ${secret}`, text: `Kabar ${secret} di kota lain` });
  const fact = await made('/api/facts', { title: `Periksa fakta ${secret}` });
  const text = `Unggahan ${secret} tentang air keruh`;
  const post = JSON.stringify({ id: '1', platform: 'contoh', ts: new Date().toISOString(), text });
  await desk.ask('POST', `/api/posts?region=${foreign}`, machine, `${post}\n`);
  await desk.untilOk('GET', `/api/archive/posts/contoh:1?region=${foreign}`, machine);
  const user = JSON.parse(
    (
      await desk.untilOk('POST', '/api/users', machine, {
        userName: 'orang.lain',
        name: secret,
        role: 'officer',
        regionIds: [foreign],
      })
    ).text,
  );
  return {
    region: foreign,
    regionId: foreign,
    issueId: issue.card.issueId,
    factId: fact.fact.factId,
    userId: user.user.userId,
    id: 'contoh:1',
    webhookId: 'w-1',
    searchId: 's-1',
    version: 1,
    name: 'Nama Baru',
    title: 'Judul baru yang panjang',
    text: 'Teks baru yang panjang',
    regionIds: [own],
  };
}

describe('every route of the desk', () => {
  it('has a rule of who may call it, and the guard that keeps the rule', () => {
    const naked: string[] = [];
    let handlers = 0;
    for (const { controllers } of desk.application.get(ModulesContainer).values())
      for (const { metatype } of controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const { prototype } = metatype as { prototype: Record<string, unknown> };
        for (const name of Object.getOwnPropertyNames(prototype)) {
          const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
          if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) continue;
          if (!Reflect.hasMetadata('method', handler)) continue; // a subscription, not a route
          handlers += 1;
          const rule: unknown =
            Reflect.getMetadata(allowedKey, handler) ?? Reflect.getMetadata(allowedKey, metatype);
          const guards: unknown[] = [metatype, handler].flatMap(
            (each) => (Reflect.getMetadata('__guards__', each) as unknown[] | undefined) ?? [],
          );
          if (!Array.isArray(rule) || rule.length === 0 || !guards.includes(AccessGuard))
            naked.push(`${metatype.name}.${name}`);
        }
      }
    expect(naked).toEqual([]);
    expect(handlers).toBeGreaterThan(40);
    expect(handlers).toBeGreaterThanOrEqual(routes.length);
  });

  it('belongs to the service that the gateway would lead it to', () => {
    const wrong: unknown[] = [];
    const owners = new Set<string>();
    for (const { metatype: module, controllers } of desk.application.get(ModulesContainer).values())
      for (const { metatype } of controllers.values()) {
        if (typeof metatype !== 'function') continue;
        const address = `/${String(Reflect.getMetadata('path', metatype)).replace(/^\//, '')}`;
        const service = module.name.replace(/Module$/, '').toLowerCase();
        if (!address.startsWith('/api')) continue;
        owners.add(service);
        if (routeOwner(address) !== service) wrong.push({ address, service, leadsTo: routeOwner(address) });
      }
    expect(wrong).toEqual([]);
    expect([...owners].sort()).toEqual([...serviceNames].sort());
    expect(routes.filter(({ path }) => routeOwner(path) === null)).toEqual([]);
  });

  it('refuses who is nobody, and roles that its rule does not name', async () => {
    const wrong: unknown[] = [];
    for (const route of routes.filter(({ allowed }) => !allowed.includes('anyone'))) {
      const { path, body } = requestFor(route, named, document);
      for (const bearer of [null, 'Bearer salah', 'Basic c2FsYWg6c2FsYWg=']) {
        const { status } = await desk.ask(route.method, path, bearer, body);
        if (status !== 401) wrong.push([route.operationId, bearer, status]);
      }
      for (const role of Role.options.filter((each) => !route.allowed.includes(each))) {
        const bearer = await desk.bearerOf({ ...person, role, regionIds: [foreign] });
        const { status } = await desk.ask(route.method, path, bearer, body);
        if (status !== 403) wrong.push([route.operationId, role, status]);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('tells a person of one region nothing of another, and changes nothing there', async () => {
    const before = await everythingForeign();
    expect(before).toContain(secret);
    const wrong: unknown[] = [];
    for (const route of routes) {
      const { path, body } = requestFor(route, named, document);
      const isRegional = regional.test(route.path) || JSON.stringify([path, body]).includes(foreign);
      for (const role of Role.options) {
        const bearer = await desk.bearerOf({ ...person, role, regionIds: [own], agencyId: 'dinas' });
        const { status, text } = await desk.ask(route.method, path, bearer, body);
        const isRight = isRegional && !route.allowed.includes('anyone') ? refused.has(status) : status < 500;
        if (!isRight || text.includes(secret))
          wrong.push([route.operationId, role, status, text.slice(0, 200)]);
      }
    }
    expect(wrong).toEqual([]);
    expect(await everythingForeign()).toBe(before);
  }, 60_000);

  it('answers these same requests to who may enter: the refusals above are not of something else', async () => {
    const bearer = await desk.bearerOf({ ...person, role: 'admin', regionIds: [] });
    const shown: string[] = [];
    for (const route of routes.filter(
      ({ method, allowed }) => method === 'get' && allowed.includes('admin'),
    )) {
      const { path } = requestFor(route, named, document);
      const { status, text } = await desk.ask('get', path, bearer);
      if (status === 200 && text.includes(secret)) shown.push(route.operationId);
    }
    expect(shown).toEqual(
      expect.arrayContaining([
        'Archive.post',
        'Archive.search',
        'Facts.list',
        'Facts.view',
        'Issues.list',
        'Issues.view',
        'Regions.region',
        'Regions.regions',
        'Users.list',
      ]),
    );
  });

  it('says no version, no stack and nothing of the framework when it refuses', async () => {
    for (const path of [
      '/api/tidak-ada',
      '/api/issues/x',
      '/api/issues?region=%00',
      '/api/archive/search?region=',
    ]) {
      const { status, text } = await desk.ask('GET', path, machine);
      expect([path, status]).toEqual([path, expect.any(Number)]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toEqual({ error: expect.objectContaining({ code: expect.any(String) }) });
      expect(text).not.toMatch(/node_modules|at .*\.js|nest|express|postgres/i);
    }
  });
});

/** The foreign region as its own people see it. */
async function everythingForeign(): Promise<string> {
  const paths = [
    `/api/regions/${foreign}`,
    `/api/issues/${named['issueId']}`,
    `/api/facts/${named['factId']}`,
    `/api/archive/posts/contoh:1?region=${foreign}`,
    `/api/webhooks?region=${foreign}`,
  ];
  const texts: string[] = [];
  for (const path of paths) texts.push((await desk.ask('GET', path, machine)).text);
  const users = JSON.parse((await desk.ask('GET', '/api/users', machine)).text) as { regionIds: string[] }[];
  texts.push(JSON.stringify(users.filter(({ regionIds }) => regionIds.includes(foreign))));
  return texts.join('\n');
}
