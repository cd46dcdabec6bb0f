import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Secret } from '../configuration/secret.js';
import { AccessGuard } from './access.guard.js';
import { loadOrCreateSigningKey, loadOrCreateToken, tokenFile } from './access-token.js';
import { Allow, type RequestWithPrincipal } from './allow.decorator.js';
import type { PersonPrincipal } from './principal.js';
import { signPrincipal } from './signed-token.js';

const signingKey = new Secret('kunci-tanda-tangan-percobaan-32-huruf');
const noon = Date.parse('2026-11-22T05:00:00Z');

const officer: PersonPrincipal = {
  kind: 'person',
  userId: 'u-1',
  name: 'Rina',
  role: 'officer',
  regionIds: ['kota-semarang'],
  agencyId: null,
};

class Routes {
  @Allow('machine')
  machine(): void {}
  @Allow('officer', 'leader')
  desk(): void {}
  @Allow('anyone')
  open(): void {}
  ruleless(): void {}
}

describe('the access token', () => {
  it('is generated once, readable by its owner alone, and stays the same', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'token-')), 'data');
    const first = loadOrCreateToken(null, folder);
    expect(first.reveal()).toHaveLength(32);
    expect(statSync(tokenFile(folder)).mode & 0o777).toBe(0o600);
    expect(loadOrCreateToken(null, folder).reveal()).toBe(readFileSync(tokenFile(folder), 'utf8').trim());
    expect(loadOrCreateToken(new Secret('dari-lingkungan'), folder).reveal()).toBe('dari-lingkungan');
  });

  it('has a signing key of its own beside it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'token-'));
    const key = loadOrCreateSigningKey(folder);
    expect(key.reveal()).toHaveLength(43);
    expect(loadOrCreateSigningKey(folder).reveal()).toBe(key.reveal());
    expect(statSync(join(folder, 'signing-key')).mode & 0o777).toBe(0o600);
  });
});

describe('the guard', () => {
  it('opens to the token where the rule names machines, and to nothing like it', async () => {
    expect(await enter('machine', 'Bearer benar-sekali')).toEqual({ kind: 'machine' });
    for (const header of [
      undefined,
      '',
      'benar-sekali',
      'Bearer salah',
      'Basic benar-sekali',
      'Bearer benar-sekali x',
    ])
      await expect(enter('machine', header)).rejects.toMatchObject({ status: 401 });
  });

  it('opens to a person of a role that the rule names, and knows who it is', async () => {
    const token = await signPrincipal(officer, signingKey, noon);
    expect(await enter('desk', `Bearer ${token}`)).toEqual(officer);
    await expect(enter('machine', `Bearer ${token}`)).rejects.toMatchObject({ status: 403 });
    await expect(enter('desk', 'Bearer benar-sekali')).rejects.toMatchObject({ status: 403 });
  });

  it('refuses a token that is stale, or signed by another', async () => {
    const stale = await signPrincipal(officer, signingKey, noon - 61_000);
    const forged = await signPrincipal(officer, new Secret('kunci-orang-lain-sama-panjangnya-sekali'), noon);
    for (const token of [stale, forged])
      await expect(enter('desk', `Bearer ${token}`)).rejects.toMatchObject({ status: 401 });
  });

  it('keeps people out of regions that are not theirs, wherever the request names one', async () => {
    const bearer = `Bearer ${await signPrincipal(officer, signingKey, noon)}`;
    const everywhere = `Bearer ${await signPrincipal({ ...officer, regionIds: [] }, signingKey, noon)}`;
    for (const named of [
      { query: { region: 'kota-bekasi' } },
      { query: { region: ['kota-semarang', 'kota-bekasi'] } },
      { params: { regionId: 'kota-bekasi' } },
      { body: { region: 'kota-bekasi' } },
      { body: { regionId: 'kota-bekasi' } },
    ]) {
      await expect(enter('desk', bearer, named)).rejects.toMatchObject({ status: 403 });
      expect(await enter('desk', everywhere, named)).toBeDefined();
    }
    expect(await enter('desk', bearer, { query: { region: 'kota-semarang' } })).toEqual(officer);
  });

  it('refuses a route without a rule to everyone, and asks nobody on an open one', async () => {
    await expect(enter('ruleless', 'Bearer benar-sekali')).rejects.toMatchObject({ status: 403 });
    expect(await enter('open', undefined)).toBeUndefined();
  });
});

/** Who the guard let in; rejects when nobody. */
async function enter(
  route: keyof Routes,
  authorization: string | undefined,
  named: { query?: object; params?: object; body?: object } = {},
): Promise<RequestWithPrincipal['principal']> {
  const guard = new AccessGuard(new Secret('benar-sekali'), signingKey, { now: () => noon }, new Reflector());
  const request = { headers: { authorization }, ...named } as RequestWithPrincipal;
  const context = {
    switchToHttp: () => ({ getRequest: () => request }),
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
  } as unknown as ExecutionContext;
  expect(await guard.canActivate(context)).toBe(true);
  return request.principal;
}
