import { CreatedUserView, SessionView } from '@kentongan/contracts';
import type { DemoUser } from './demo-users.js';
import { callDesk } from './desk-calls.js';

/**
 * Makes the demo's accounts the way people get theirs: an account with a one-time password, a first login, a password
 * of their own, so that nobody who tries the demo is asked for a new one.
 * @returns the people as the region names them
 */
export async function createUsers(
  desk: { readonly url: string; readonly token: string },
  users: readonly DemoUser[],
  password: string,
): Promise<readonly { userId: string; name: string; userName: string }[]> {
  const made = [];
  for (const user of users) {
    const created = await callDesk(desk.url, 'POST', '/api/users', { token: desk.token }, user);
    const { user: view, oneTimePassword } = CreatedUserView.parse(JSON.parse(created.text));
    await setPassword(desk.url, user.userName, oneTimePassword, password);
    made.push({ userId: view.userId, name: view.name, userName: view.userName });
  }
  return made;
}

async function setPassword(url: string, userName: string, current: string, next: string): Promise<void> {
  const login = await callDesk(url, 'POST', '/api/session', {}, { userName, password: current });
  const { csrfToken } = SessionView.parse(JSON.parse(login.text));
  await callDesk(
    url,
    'POST',
    '/api/session/password',
    { cookie: login.cookie ?? '', csrfToken },
    { current, next },
  );
}
