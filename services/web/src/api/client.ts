import createClient, { type Middleware } from 'openapi-fetch';
import { contactLost, contactMade } from './contact.js';
import { failureOf, unreachableFailure } from './failure.js';
import type { paths } from './schema.js';

const callSecondsMax = 30;

let csrfToken = '';
let onSignedOut: () => void = () => {};

/** The session's token goes with everything that changes something. */
export const rememberToken = (token: string): void => {
  csrfToken = token;
};
/** Called when the server no longer knows the session. */
export const whenSignedOut = (listener: () => void): void => {
  onSignedOut = listener;
};

const session: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  onResponse({ response, schemaPath }) {
    if (response.status < 502) contactMade();
    if (response.status === 401 && schemaPath !== '/api/session') onSignedOut();
  },
};

/** For the few calls that may take longer than others. */
export const patientFetch = (secondsMax: number) => (request: Request) =>
  globalThis.fetch(new Request(request, { signal: AbortSignal.timeout(secondsMax * 1_000) }));

export const client = createClient<paths>({
  baseUrl: typeof window === 'undefined' ? '' : window.location.origin,
  credentials: 'same-origin',
  fetch: patientFetch(callSecondsMax),
});
client.use(session);

/** The answer itself; anything else is thrown as an ApiFailure. */
export async function answer<T>(
  call: Promise<{ data?: T | undefined; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call.catch(() => {
    contactLost();
    throw unreachableFailure();
  });
  if (response.ok) return data as T;
  const failure = failureOf(response.status, error);
  if (failure.status === 0) contactLost();
  throw failure;
}
