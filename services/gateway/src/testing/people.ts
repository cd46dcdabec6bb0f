import { expect } from '@jest/globals';
import type { Browser } from './browser.js';
import type { GatewayApplication } from './gateway-application.js';

export const password = 'kata sandi yang panjang';

let made = 0;

/** An account whose password the person has chosen already; its user name. */
export async function person(
  gateway: GatewayApplication,
  role = 'officer',
  regionIds: readonly string[] = ['kota-uji'],
): Promise<string> {
  made += 1;
  const userName = `orang${made}`;
  const agencyId = role === 'agency' ? 'dinas-uji' : null;
  const body = { userName, name: `Orang ${made}`, role, regionIds, agencyId };
  const created = await gateway.operator().post('/api/users', body);
  expect([created.status, created.text]).toEqual([200, expect.any(String)]);
  const current = created.json.oneTimePassword;
  const browser = gateway.browser();
  await browser.signIn(userName, current);
  const changed = await browser.post('/api/session/password', { current, next: password });
  expect(changed.status).toBe(200);
  return userName;
}

export async function signedIn(
  gateway: GatewayApplication,
  role = 'officer',
  regionIds?: readonly string[],
): Promise<Browser & { userName: string }> {
  const userName = await person(gateway, role, regionIds);
  const browser = gateway.browser();
  expect((await browser.signIn(userName, password)).status).toBe(200);
  return Object.assign(browser, { userName });
}

/** What the audit holds about an account, oldest first. */
export async function audited(gateway: GatewayApplication, account: string): Promise<string[]> {
  const { rows } = await gateway.pool.query<{ action: string }>(
    'SELECT action FROM gateway.audit WHERE account = $1 ORDER BY sequence',
    [account],
  );
  return rows.map((row) => row.action);
}
