import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SessionView } from '@kentongan/contracts';
import { deviceCookie, sessionCookie } from './sessions/cookies.js';
import type { Answer } from './testing/browser.js';
import { type GatewayApplication, startGateway } from './testing/gateway-application.js';
import { audited, password, person, signedIn } from './testing/people.js';

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

describe('the first start', () => {
  const body = { userName: 'kepala.meja', name: 'Kepala Meja', password };

  it('makes an administrator of whoever has the code of the data folder, once', async () => {
    const browser = gateway.browser();
    expect((await browser.get('/api/setup')).json).toEqual({ isSetUp: false });
    expect((await browser.post('/api/setup', { ...body, setupCode: 'salah-salah' })).code).toBe(
      'wrongSetupCode',
    );
    const file = join(gateway.dataDirectory, 'setup-code');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // As somebody types it from a screen.
    const setupCode = readFileSync(file, 'utf8').trim().toLowerCase().replaceAll('-', ' ');
    const both = await Promise.all([
      browser.post('/api/setup', { ...body, setupCode }),
      gateway.browser().post('/api/setup', { ...body, userName: 'lain.orang', setupCode }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(existsSync(file)).toBe(false);
    expect((await browser.get('/api/setup')).json).toEqual({ isSetUp: true });
    const { rows } = await gateway.pool.query("SELECT 1 FROM gateway.users WHERE role = 'admin'");
    expect(rows).toHaveLength(1);
  });

  it('holds back who guesses codes', async () => {
    const fresh = await startGateway();
    try {
      const guesses: Answer[] = [];
      for (let i = 0; i < 40; i += 1)
        guesses.push(await fresh.browser().post('/api/setup', { ...body, setupCode: `tebakan-${i}` }));
      const looked = guesses.filter(({ code }) => code === 'wrongSetupCode');
      expect(looked.length).toBeGreaterThan(0);
      expect(looked.length).toBeLessThan(10);
      expect(guesses.at(-1)).toMatchObject({ status: 429, code: 'tooManyAttempts' });
    } finally {
      await fresh.close();
    }
  });
});

describe('signing in', () => {
  it('gives a session cookie that only this host gets, and what the interface needs', async () => {
    await gateway.configure({ regionId: 'kota-uji', name: 'Kota Uji', mode: 'live' });
    await gateway.configure({ regionId: 'kota-lain', name: 'Kota Lain', mode: 'live' });
    const userName = await person(gateway);
    const browser = gateway.browser();
    const answer = await browser.signIn(userName.toUpperCase(), password);
    expect(answer.status).toBe(200);
    expect(SessionView.parse(answer.json)).toEqual(answer.json);
    expect(answer.json).toMatchObject({ isDemo: true, user: { userName, mustChangePassword: false } });
    expect(answer.json.regions.map((region: { regionId: string }) => region.regionId)).toEqual(['kota-uji']);
    const cookie = answer.headers['set-cookie']?.find((line) => line.startsWith(`${sessionCookie}=`));
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect((await browser.get('/api/notes')).json.by).toMatch(/^Orang/);
    expect(answer.text).not.toContain('argon2');
    expect(await audited(gateway, userName)).toContain('loginSucceeded');
  });

  it('stores neither session ids nor passwords', async () => {
    const browser = await signedIn(gateway);
    const tables = ['users', 'sessions', 'login_attempts', 'familiar_origins', 'audit'];
    for (const table of tables) {
      const { rows } = await gateway.pool.query(`SELECT t::text AS line FROM gateway.${table} t`);
      expect(rows.length + Number(table === 'login_attempts')).toBeGreaterThan(0);
      const text = JSON.stringify(rows);
      expect(text).not.toContain(browser.cookies.get(sessionCookie));
      expect(text).not.toContain(browser.cookies.get(deviceCookie));
      expect(text).not.toContain(password);
    }
  });

  it('answers an unknown name as a wrong password', async () => {
    const userName = await person(gateway);
    const wrong = await gateway.browser().signIn(userName, 'bukan kata sandinya');
    const unknown = await gateway.browser().signIn('tidak.ada', 'bukan kata sandinya');
    expect([wrong.status, wrong.text]).toEqual([401, unknown.text]);
    expect(await audited(gateway, userName)).toContain('loginFailed');
  });

  it('names the fields that do not fit and takes no others', async () => {
    const answer = await gateway.browser().post('/api/session', { userName: 'a', password, role: 'admin' });
    expect([answer.status, answer.code]).toEqual([400, 'badParameters']);
    expect(JSON.stringify(answer.json.error.problems)).toContain('userName');
    expect(answer.text).not.toContain(password);
  });

  it('tells a browser that would lose the cookie so', async () => {
    const headers = { origin: 'http://meja.contoh.go.id', host: 'meja.contoh.go.id' };
    const userName = await person(gateway);
    expect((await gateway.browser().signIn(userName, password, { headers })).code).toBe('insecureAddress');
    const secure = { origin: 'https://meja.contoh.go.id', host: 'meja.contoh.go.id' };
    expect((await gateway.browser().signIn(userName, password, { headers: secure })).status).toBe(200);
  });

  it('ends a session that sat in the browser before, and begins under another id', async () => {
    const browser = await signedIn(gateway);
    const planted = browser.cookies.get(sessionCookie);
    await browser.signIn(browser.userName, password, { withoutToken: true });
    expect(browser.cookies.get(sessionCookie)).not.toBe(planted);
    browser.cookies.set(sessionCookie, planted ?? '');
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('guessing passwords', () => {
  it('looks at no more than 100 guesses an hour, however many come at once and from wherever', async () => {
    const userName = await person(gateway);
    let looked = 0;
    for (let round = 0; round < 55; round += 1) {
      const from = `127.0.${round % 5}.${(round % 50) + 2}`;
      const headers = { 'x-forwarded-for': `10.0.0.${round}` };
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          gateway.browser().signIn(userName, `tebakan ${round} ${i}`, { from, headers }),
        ),
      );
      looked += answers.filter(({ status }) => status === 401).length;
      for (const { status, headers: answered } of answers) {
        expect([401, 429]).toContain(status);
        if (status === 429) expect(Number(answered['retry-after'])).toBeGreaterThan(0);
      }
      gateway.clock.time += 60_000;
    }
    expect(looked).toBeGreaterThan(20);
    expect(looked).toBeLessThanOrEqual(100);
    expect(await audited(gateway, userName)).toContain('loginHeldBack');
  }, 60_000);

  it('lets the person in meanwhile, from a browser or an address that is known', async () => {
    const userName = await person(gateway);
    const known = gateway.browser();
    await known.signIn(userName, password, { from: '127.0.0.9' });
    const device = known.cookies.get(deviceCookie) ?? '';
    const statuses: number[] = [];
    for (let i = 0; i < 140; i += 1) {
      const from = i % 2 === 0 ? '127.0.0.9' : `127.0.1.${i + 2}`;
      statuses.push((await gateway.browser().signIn(userName, `tebakan ${i}`, { from })).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(60);
    // Where the guesses came from, too: the browser is known.
    const sameOffice = gateway.browser();
    sameOffice.cookies.set(deviceCookie, device);
    expect((await sameOffice.signIn(userName, password, { from: '127.0.0.9' })).status).toBe(200);
    // A new browser at a known address has a share of its own: seconds, not hours.
    gateway.clock.time += 121_000;
    expect((await gateway.browser().signIn(userName, password, { from: '127.0.0.9' })).status).toBe(200);
    // Strangers' share of this account is used up for the hour.
    const stranger = await gateway.browser().signIn(userName, password, { from: '127.0.2.2' });
    expect(stranger.status).toBe(429);
    gateway.clock.time += hour;
    expect((await gateway.browser().signIn(userName, password, { from: '127.0.2.2' })).status).toBe(200);
  }, 60_000);

  it('holds back an address that tries many names', async () => {
    const spray = (name: string) => gateway.browser().signIn(name, 'musim hujan', { from: '127.0.7.7' });
    expect((await spray('nama0')).status).toBe(401);
    await gateway.pool.query(
      `INSERT INTO gateway.login_attempts (account, address, device, familiarity, attempted_at)
       SELECT 'nama' || i, address, device, familiarity, attempted_at
       FROM gateway.login_attempts, generate_series(1, 197) i WHERE account = 'nama0'`,
    );
    const statuses: number[] = [];
    for (let i = 200; i < 205; i += 1) statuses.push((await spray(`nama${i}`)).status);
    expect(statuses).toEqual([401, 401, 429, 429, 429]);
    const userName = await person(gateway);
    expect((await gateway.browser().signIn(userName, password, { from: '127.0.8.8' })).status).toBe(200);
  });
});
