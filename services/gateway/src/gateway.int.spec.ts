import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sessionCookie } from './sessions/cookies.js';
import { HeldSessions } from './sessions/held-sessions.js';
import { sessionKeyOf } from './sessions/session-key.js';
import type { Browser } from './testing/browser.js';
import { type GatewayApplication, startGateway } from './testing/gateway-application.js';
import { audited, password, signedIn } from './testing/people.js';

const hour = 3_600_000;

let gateway: GatewayApplication;
beforeAll(async () => {
  gateway = await startGateway({ isDemo: true });
});
afterAll(() => gateway?.close());
/** A new day for each test: nothing that was tried before counts any more. */
beforeEach(() => {
  gateway.clock.time += 25 * hour;
});

describe('a session', () => {
  it('ends after twelve hours without a request and after seven days in any case', async () => {
    const idle = await signedIn(gateway);
    gateway.clock.time += 11 * hour;
    expect((await idle.get('/api/session')).status).toBe(200);
    gateway.clock.time += 12 * hour + 1;
    expect((await idle.get('/api/session')).status).toBe(401);
    const busy = await signedIn(gateway);
    for (let hours = 0; hours < 7 * 24 - 6; hours += 6) {
      gateway.clock.time += 6 * hour;
      expect((await busy.get('/api/session')).status).toBe(200);
    }
    gateway.clock.time += 6 * hour;
    expect((await busy.get('/api/session')).status).toBe(401);
  });

  it('is worth nothing after logout', async () => {
    const browser = await signedIn(gateway);
    const stolen = new Map(browser.cookies);
    expect((await browser.ask('DELETE', '/api/session', undefined)).status).toBe(204);
    expect(browser.cookies.has(sessionCookie)).toBe(false);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    for (const path of ['/api/session', '/api/notes']) expect((await browser.get(path)).status).toBe(401);
  });

  it('holds for live updates as long as it lives, and not for another’s', async () => {
    const browser = await signedIn(gateway);
    const held = gateway.application.get(HeldSessions, { strict: false });
    const key = sessionKeyOf(browser.cookies.get(sessionCookie) ?? '').toString('base64url');
    const unknown = sessionKeyOf('x').toString('base64url');
    expect([...(await held.stillHold([key, unknown]))]).toEqual([key]);
    gateway.clock.time += 13 * hour;
    expect([...(await held.stillHold([key]))]).toEqual([]);
    gateway.clock.time -= 13 * hour;
    await browser.ask('DELETE', '/api/session', undefined);
    expect([...(await held.stillHold([key]))]).toEqual([]);
  });

  it('of a programme goes by the token alone, and a cookie never mixes with one', async () => {
    expect((await gateway.operator().get('/api/notes')).json).toEqual({ by: 'machine' });
    const mixed = gateway.operator();
    mixed.cookies.set(sessionCookie, 'A'.repeat(43));
    expect((await mixed.get('/api/notes')).status).toBe(401);
  });

  it('changes nothing for a page of another site, or without its own token', async () => {
    const browser = await signedIn(gateway);
    const other = await signedIn(gateway);
    const host = `127.0.0.1:${gateway.port}`;
    const refused = [
      await browser.post('/api/notes', {}, { withoutToken: true }),
      await browser.post('/api/notes', {}, { headers: { 'x-csrf-token': other.csrfToken } }),
      await browser.post('/api/notes', {}, { headers: { origin: 'https://jahat.contoh' } }),
      await browser.post('/api/notes', {}, { headers: { origin: 'null' } }),
      await browser.post('/api/notes', {}, { headers: { 'sec-fetch-site': 'cross-site' } }),
      await browser.post('/api/notes', {}, { headers: { 'sec-fetch-site': 'same-site' } }),
      await browser.signIn(browser.userName, password, { headers: { origin: 'https://jahat.contoh' } }),
      await gateway.browser().post('/api/setup', {}, { headers: { origin: 'https://jahat.contoh' } }),
    ];
    expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [403, 'crossSite']));
    const headers = { origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
    expect((await browser.post('/api/notes', {}, { headers })).status).toBe(201);
  });
});

describe('a one-time password', () => {
  it('opens nothing but the choice of a password, and not for ever', async () => {
    const operator = gateway.operator();
    const body = { userName: 'baru.masuk', name: 'Baru Masuk', role: 'officer', regionIds: ['kota-uji'] };
    const { json } = await operator.post('/api/users', body);
    const browser = gateway.browser();
    const session = await browser.signIn('baru.masuk', json.oneTimePassword);
    expect(session.json.user.mustChangePassword).toBe(true);
    expect((await browser.get('/api/notes')).code).toBe('mustChangePassword');
    expect((await browser.get('/API/Notes')).code).toBe('mustChangePassword');
    expect((await browser.get('/api/session')).status).toBe(200);
    const current = json.oneTimePassword;
    for (const next of [current, 'pendek', 'rahasia baru.masuk 123'])
      expect((await browser.post('/api/session/password', { current, next })).status).toBe(400);
    const before = browser.cookies.get(sessionCookie);
    expect((await browser.post('/api/session/password', { current, next: password })).status).toBe(200);
    expect(browser.cookies.get(sessionCookie)).not.toBe(before);
    expect((await browser.get('/api/notes')).status).toBe(200);
    expect((await gateway.browser().signIn('baru.masuk', current)).status).toBe(401);

    const again = await operator.post(`/api/users/${json.user.userId}/one-time-password`);
    expect((await browser.get('/api/notes')).status).toBe(401);
    gateway.clock.time += 8 * 24 * hour;
    expect((await gateway.browser().signIn('baru.masuk', again.json.oneTimePassword)).status).toBe(401);
  });

  it('changed by its owner ends all other sessions', async () => {
    const browser = await signedIn(gateway);
    const elsewhere = gateway.browser();
    await elsewhere.signIn(browser.userName, password);
    const wrong = await browser.post('/api/session/password', {
      current: 'bukan ini',
      next: 'yang berikutnya',
    });
    expect(wrong.code).toBe('wrongCurrentPassword');
    await browser.post('/api/session/password', { current: password, next: 'yang berikutnya' });
    expect((await browser.get('/api/notes')).status).toBe(200);
    expect((await elsewhere.get('/api/notes')).status).toBe(401);
    expect(await audited(gateway, browser.userName)).toEqual(
      expect.arrayContaining(['passwordChangeFailed', 'passwordChanged']),
    );
  });
});

describe('the accounts', () => {
  it('are seen and changed by administrators alone', async () => {
    const leader = await signedIn(gateway, 'leader');
    expect((await leader.get('/api/users')).status).toBe(403);
    const body = { userName: 'siapa.saja', name: 'Siapa', role: 'admin' };
    expect((await leader.post('/api/users', body)).status).toBe(403);
    expect((await gateway.browser().get('/api/users')).status).toBe(401);
    const admin = await signedIn(gateway, 'admin', []);
    const { json } = await admin.get('/api/users');
    expect(json.length).toBeGreaterThan(1);
    for (const user of json)
      expect(Object.keys(user).sort()).toEqual(
        ['agencyId', 'isActive', 'name', 'regionIds', 'role', 'userId', 'userName'].sort(),
      );
  });

  it('lose every session at once when role, regions or activity change', async () => {
    const admin = await signedIn(gateway, 'admin', []);
    for (const change of [{ role: 'leader' }, { regionIds: ['kota-lain'] }, { isActive: false }]) {
      const browser = await signedIn(gateway);
      expect((await browser.get('/api/notes')).status).toBe(200);
      const { userId } = (await browser.get('/api/session')).json.user;
      const changed = await admin.ask('PATCH', `/api/users/${userId}`, change);
      expect([changed.status, changed.json]).toEqual([200, expect.objectContaining(change)]);
      expect((await browser.get('/api/notes')).status).toBe(401);
      const back = await gateway.browser().signIn(browser.userName, password);
      expect(back.status).toBe('isActive' in change ? 401 : 200);
      expect(await audited(gateway, browser.userName)).toContain('userChanged');
    }
  });

  it('always keep one administrator of all regions, also when two remove each other', async () => {
    await gateway.pool.query("UPDATE gateway.users SET is_active = false WHERE role = 'admin'");
    const [first, second] = [await signedIn(gateway, 'admin', []), await signedIn(gateway, 'admin', [])];
    const idOf = async (browser: Browser) => (await browser.get('/api/session')).json.user.userId;
    const [firstId, secondId] = [await idOf(first), await idOf(second)];
    const answers = await Promise.all([
      first.ask('PATCH', `/api/users/${secondId}`, { isActive: false }),
      second.ask('PATCH', `/api/users/${firstId}`, { role: 'officer', regionIds: ['kota-uji'] }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('lastAdministrator');
  });

  it('of an administrator of some regions reach no further', async () => {
    const local = await signedIn(gateway, 'admin', ['kota-uji']);
    const theirs = await signedIn(gateway, 'officer', ['kota-lain']);
    const { userId } = (await theirs.get('/api/session')).json.user;
    const listed = (await local.get('/api/users')).json;
    expect(listed.map((user: { userId: string }) => user.userId)).not.toContain(userId);
    expect((await local.ask('PATCH', `/api/users/${userId}`, { name: 'X' })).status).toBe(404);
    expect((await local.post(`/api/users/${userId}/one-time-password`)).status).toBe(404);
    const body = { userName: 'naik.kelas', name: 'N', role: 'admin', regionIds: [] };
    expect((await local.post('/api/users', body)).code).toBe('foreignRegions');
    const own = (await local.get('/api/session')).json.user.userId;
    expect((await local.ask('PATCH', `/api/users/${own}`, { regionIds: [] })).code).toBe('foreignRegions');
  });

  it('need regions and an agency where these mean something, and no field more', async () => {
    const operator = gateway.operator();
    const body = { userName: 'coba.coba', name: 'C', role: 'officer', regionIds: ['kota-uji'] };
    const tries = [
      [{ ...body, regionIds: [] }, 'regionsNeeded'],
      [{ ...body, role: 'agency' }, 'agencyNeeded'],
      [{ ...body, passwordHash: 'x' }, 'badParameters'],
      [{ ...body, isActive: true }, 'badParameters'],
      [{ ...body, userName: 'ORANG 1' }, 'badParameters'],
    ] as const;
    for (const [each, code] of tries) expect((await operator.post('/api/users', each)).code).toBe(code);
    expect((await operator.post('/api/users', body)).status).toBe(200);
    expect((await operator.post('/api/users', body)).code).toBe('userNameTaken');
  });
});

describe('saved searches', () => {
  it('are their owner’s alone, and at most a hundred', async () => {
    const [one, other] = [await signedIn(gateway), await signedIn(gateway)];
    const body = { region: 'kota-uji', name: 'Banjir', query: 'q=banjir&order=newest' };
    const saved = await one.post('/api/searches', body);
    expect([saved.status, saved.json.name]).toEqual([200, 'Banjir']);
    expect((await one.get('/api/searches?region=kota-uji')).json).toEqual([saved.json]);
    expect((await other.get('/api/searches?region=kota-uji')).json).toEqual([]);
    expect((await one.get('/api/searches?region=kota-lain')).status).toBe(403);
    const { searchId } = saved.json;
    expect((await other.ask('DELETE', `/api/searches/${searchId}`, undefined)).status).toBe(404);
    const many = await Promise.all(Array.from({ length: 110 }, () => one.post('/api/searches', body)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(99);
    expect(many.find(({ status }) => status === 409)?.code).toBe('tooManySearches');
    expect((await one.ask('DELETE', `/api/searches/${searchId}`, undefined)).status).toBe(204);
    expect((await one.get('/api/searches?region=kota-uji')).json).toHaveLength(99);
  });
});

describe('hostile requests', () => {
  it('with NUL characters or endless nesting are the sender’s mistake', async () => {
    const browser = await signedIn(gateway);
    const body = { region: 'kota-uji', name: 'Ban\0jir', query: 'q=banjir' };
    expect((await browser.post('/api/searches', body)).code).toBe('nulCharacter');
    expect((await browser.get('/api/searches?region=kota%00uji')).code).toBe('nulCharacter');
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    const deep = await gateway.operator().post('/api/users', nested);
    expect([deep.status, deep.code]).toEqual([400, 'badParameters']);
  });
});

describe('places and the description of the API', () => {
  it('names places by the beginning of a word, inside a place, and by code', async () => {
    const browser = await signedIn(gateway);
    const { json } = await browser.get('/api/places?q=pedur&within=33.74');
    expect(json[0]).toEqual({
      code: expect.stringMatching(/^33\.74\.\d\d$/),
      name: 'Pedurungan',
      level: 'district',
      fullName: 'Pedurungan, Kota Semarang',
    });
    const named = await browser.get(`/api/places?codes=33.74,${json[0].code},99.99`);
    expect(named.json.map((place: { name: string }) => place.name)).toEqual(['Kota Semarang', 'Pedurungan']);
    expect((await browser.get('/api/places')).code).toBe('placesNeedAQuestion');
    expect((await browser.get('/api/places?q=x')).code).toBe('badParameters');
    expect((await gateway.browser().get('/api/places?q=semarang')).status).toBe(401);
  });

  it('describes each route with its rule, its bodies and its errors', async () => {
    expect((await gateway.browser().get('/api/openapi.json')).status).toBe(401);
    const { json, headers } = await gateway.operator().get('/api/openapi.json');
    expect(headers['cache-control']).toBe('no-store');
    const login = json.paths['/api/session'].post;
    expect(login['x-allowed']).toEqual(['anyone']);
    expect(login.requestBody.content['application/json'].schema.$ref).toMatch(/LoginBody/);
    expect(login.responses[200].content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/SessionView',
    });
    expect(json.paths['/api/users'].get['x-allowed']).toEqual(['admin', 'machine']);
  });
});
