import type { SessionView } from '@kentongan/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { Suspense } from 'react';
import { vi } from 'vitest';
import { contactMade } from '../api/contact.js';
import { createDeskRouter } from '../app/router.js';
import { followSignOut } from '../app/sign-out.js';
import { startTranslation } from '../i18n/index.js';
import { regionId } from './cards.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly body: unknown;
}
/** What the server answers; `offline` = it cannot be reached. A `[status, body]` is an error. */
type Server = (asked: Asked) => unknown;
export const offline = Symbol('offline');

const session: SessionView = {
  user: {
    userId: 'u1',
    userName: 'dewi',
    name: 'Dewi',
    role: 'officer',
    agencyId: null,
    mustChangePassword: false,
  },
  regions: [{ regionId, name: 'Kota Contoh', mode: 'live', timeZone: 'Asia/Jakarta' }],
  csrfToken: 'token-1',
  isDemo: false,
};

class LiveStub extends EventTarget {
  static last: LiveStub | null = null;
  readonly readyState = 1;
  constructor() {
    super();
    LiveStub.last = this;
  }
  close() {}
}

/** As if the server had sent it on the live connection. */
export function sendLive(event: { type: string }): void {
  LiveStub.last?.dispatchEvent(new MessageEvent(event.type, { data: JSON.stringify(event) }));
}

/** The whole app at an address, with a server that answers as told. */
export async function showApp(address: string, server: Server) {
  await startTranslation('id');
  contactMade();
  const asked: Asked[] = [];
  vi.stubGlobal('EventSource', LiveStub);
  vi.stubGlobal('fetch', async (request: Request) => {
    const { pathname: path, searchParams: search } = new URL(request.url);
    const text = await request.clone().text();
    const one = { method: request.method, path, search, body: text === '' ? null : JSON.parse(text) };
    asked.push(one);
    const given = server(one) ?? standard(one);
    if (given === offline) throw new TypeError('Failed to fetch');
    const [status, body] = Array.isArray(given) && typeof given[0] === 'number' ? given : [200, given];
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  });
  const queries = new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
  const router = createDeskRouter(queries, createMemoryHistory({ initialEntries: [address] }));
  followSignOut(queries, router);
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, asked, router };
}

function standard({ path }: Asked): unknown {
  if (path === '/api/session') return session;
  if (path === '/api/inbox') return { items: [], unread: 0 };
  if (path === '/api/archive/search') return { hits: [], nextCursor: null };
  if (path === '/api/issues') return listOf();
  if (path === '/api/sources' || path === '/api/places') return [];
  return [404, { error: { code: 'notFound', message: { id: 'Tidak ada.', en: 'Not there.' } } }];
}

export const listOf = (...issues: readonly unknown[]) => ({
  issues,
  nextCursor: null,
  counts: { open: issues.length, snoozed: 0, unacknowledged: issues.length },
});
