import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@kentongan/contracts';
import type { Desk } from './desk.js';
import { until } from './until.js';

/** Where a session can be opened: a desk in one process, or the gateway of a fleet. */
export type DeskDoor = Pick<Desk, 'url' | 'post'> & { readonly options: { readonly dataDirectory: string } };

export const testPassword = 'sandi percobaan yang panjang';

interface Session {
  readonly user: { readonly userId: string; readonly name: string };
  readonly csrfToken: string;
}

/** A person signed in over HTTP, as a browser would be: cookie, and the CSRF token with everything that changes something. */
export class DeskSession {
  private constructor(
    readonly desk: DeskDoor,
    readonly cookie: string,
    readonly session: Session,
  ) {}

  static async signIn(desk: DeskDoor, userName: string, password = testPassword): Promise<DeskSession> {
    return DeskSession.open(desk, '/api/session', { userName, password });
  }

  /** First start: the administrator, with the code that the desk wrote into its data folder. */
  static async setUp(desk: DeskDoor, userName = 'admin'): Promise<DeskSession> {
    const file = join(desk.options.dataDirectory, 'setup-code');
    await until(async () => existsSync(file), Boolean, 10);
    const setupCode = readFileSync(file, 'utf8').trim();
    const body = { setupCode, userName, name: 'Admin Percobaan', password: testPassword };
    return DeskSession.open(desk, '/api/setup', body);
  }

  private static async open(desk: DeskDoor, path: string, body: object): Promise<DeskSession> {
    const answer = await fetch(desk.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.url },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    return new DeskSession(desk, cookie, (await answer.json()) as Session);
  }

  get userId(): string {
    return this.session.user.userId;
  }

  async request(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(this.desk.url + path, {
      method,
      headers: {
        cookie: this.cookie,
        origin: this.desk.url,
        'x-csrf-token': this.session.csrfToken,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.request(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }

  get<T>(path: string): Promise<T> {
    return this.ask('GET', path);
  }

  /** A colleague with a password of their own, signed in. */
  async colleague(userName: string, role: Role, regionIds: readonly string[]): Promise<DeskSession> {
    const created = await this.ask<{ oneTimePassword: string }>('POST', '/api/users', {
      userName,
      name: `${userName[0]?.toUpperCase()}${userName.slice(1)} Percobaan`,
      role,
      regionIds,
    });
    const first = await DeskSession.signIn(this.desk, userName, created.oneTimePassword);
    await first.ask('POST', '/api/session/password', {
      current: created.oneTimePassword,
      next: testPassword,
    });
    return DeskSession.signIn(this.desk, userName);
  }
}
