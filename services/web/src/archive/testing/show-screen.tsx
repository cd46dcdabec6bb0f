import type { SessionView } from '@kentongan/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { vi } from 'vitest';
import { parseAddressSearch, writeAddressSearch } from '../../app/address.js';
import { NoticesProvider } from '../../frame/notices.js';
import { startTranslation } from '../../i18n/index.js';
import { RegionProvider } from '../../session/region.js';
import { sessionQuery } from '../../session/session.js';

// A whole screen is drawn, on whatever machine and beside whatever else runs there: a slow one is not a wrong one.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 40_000 });

/** What the server answers to `METHOD /path`; a function sees the question, a number is a status without a body. */
export type Answers = Readonly<Record<string, unknown>>;
type Asked = { readonly method: string; readonly url: URL };

const sessionOf = (role: SessionView['user']['role']): SessionView => ({
  user: { userId: 'u1', userName: 'sari', name: 'Sari', role, agencyId: null, mustChangePassword: false },
  regions: [{ regionId: 'kota-contoh', name: 'Kota Contoh', mode: 'live', timeZone: 'Asia/Jakarta' }],
  csrfToken: 'token',
  isDemo: false,
});

/** Shows one screen with everything around it but the server, which gives the answers it is told. */
export async function showScreen(
  Screen: () => ReactNode,
  options: {
    address: string;
    answers: Answers;
    role?: SessionView['user']['role'];
    language?: 'id' | 'en';
  },
) {
  await startTranslation(options.language ?? 'id');
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (request: Request) => {
    const url = new URL(request.url);
    asked.push({ method: request.method, url });
    return Promise.resolve(responseOf(options.answers[`${request.method} ${url.pathname}`], url));
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(sessionQuery.queryKey, sessionOf(options.role ?? 'officer'));
  const router = routerOf(Screen, options.address);
  const shown = render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <Suspense fallback={null}>
          {/* biome-ignore lint/suspicious/noExplicitAny: a router of its own, not the registered one */}
          <RouterProvider router={router as any} />
        </Suspense>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...shown, asked, address: () => router.state.location.href };
}

function responseOf(answer: unknown, url: URL): Response {
  const body: unknown = typeof answer === 'function' ? answer(url) : answer;
  if (body instanceof Response) return body;
  if (body === undefined) return new Response('{}', { status: 404 });
  return new Response(JSON.stringify(body), {
    status: 200,
    headers: { 'content-type': 'application/json' },
  });
}

function routerOf(Screen: () => ReactNode, address: string) {
  const root = createRootRoute({
    component: () => (
      <RegionProvider>
        <NoticesProvider>
          <Outlet />
        </NoticesProvider>
      </RegionProvider>
    ),
  });
  const path = address.split('?')[0] ?? '/';
  const screen = createRoute({ getParentRoute: () => root, path, component: Screen });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: () => null });
  return createRouter({
    routeTree: root.addChildren([screen, elsewhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch: parseAddressSearch,
    stringifySearch: writeAddressSearch,
  });
}
