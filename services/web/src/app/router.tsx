import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
} from '@tanstack/react-router';
import i18next from 'i18next';
import { Frame } from '../frame/frame.js';
import { type AddressSearch, parseAddressSearch, writeAddressSearch } from './address.js';
import { requireSession } from './guards.js';
import { PageFailure, PageMissing, PageWaiting } from './page-states.js';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): AddressSearch => search as AddressSearch,
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  component: Frame,
  beforeLoad: ({ context, location }) => requireSession(context.queries, location.href),
});

/** A screen's words come while its code does, so that nothing on it waits for them later. */
const texts =
  (...areas: readonly string[]) =>
  () =>
    i18next.loadNamespaces(areas);

const inFrame = { getParentRoute: () => frame } as const;
const outside = { getParentRoute: () => root } as const;

const desk = createRoute({
  ...inFrame,
  path: '/',
  component: lazyRouteComponent(() => import('../desk/desk-page.js'), 'DeskPage'),
  loader: texts('desk'),
});
const issue = createRoute({
  ...inFrame,
  path: '/isu/$issueId',
  component: lazyRouteComponent(() => import('../issue/issue-page.js'), 'IssuePage'),
  loader: texts('issue', 'desk', 'archive'),
});
const check = createRoute({
  ...inFrame,
  path: '/cek',
  component: lazyRouteComponent(() => import('../check/check-page.js'), 'CheckPage'),
  loader: texts('check', 'archive'),
});
const archive = createRoute({
  ...inFrame,
  path: '/arsip',
  component: lazyRouteComponent(() => import('../archive/archive-page.js'), 'ArchivePage'),
  loader: texts('archive'),
});
const memory = createRoute({
  ...inFrame,
  path: '/memori',
  component: lazyRouteComponent(() => import('../memory/memory-page.js'), 'MemoryPage'),
  loader: texts('memory'),
});
const fact = createRoute({
  ...inFrame,
  path: '/memori/$factId',
  component: lazyRouteComponent(() => import('../memory/fact-page.js'), 'FactPage'),
  loader: texts('memory'),
});
const dashboard = createRoute({
  ...inFrame,
  path: '/pantauan',
  component: lazyRouteComponent(() => import('../dashboard/dashboard-page.js'), 'DashboardPage'),
  loader: texts('dashboard', 'desk'),
});
const quality = createRoute({
  ...inFrame,
  path: '/mutu',
  component: lazyRouteComponent(() => import('../quality/quality-page.js'), 'QualityPage'),
  loader: texts('quality', 'dashboard'),
});
const system = createRoute({
  ...inFrame,
  path: '/sistem',
  component: lazyRouteComponent(() => import('../system/system-page.js'), 'SystemPage'),
  loader: texts('system'),
});
const settings = createRoute({
  ...inFrame,
  path: '/pengaturan',
  component: lazyRouteComponent(() => import('../settings/settings-page.js'), 'SettingsPage'),
  loader: texts('settings', 'account', 'issue'),
});
const login = createRoute({
  ...outside,
  path: '/masuk',
  component: lazyRouteComponent(() => import('../account/login-page.js'), 'LoginPage'),
  loader: texts('account'),
});
const setup = createRoute({
  ...outside,
  path: '/setup',
  component: lazyRouteComponent(() => import('../setup/setup-page.js'), 'SetupPage'),
  loader: texts('setup', 'settings', 'account'),
});
const password = createRoute({
  ...outside,
  path: '/ganti-sandi',
  component: lazyRouteComponent(() => import('../account/password-page.js'), 'PasswordPage'),
  loader: texts('account'),
});

const routeTree = root.addChildren([
  frame.addChildren([desk, issue, check, archive, memory, fact, dashboard, quality, system, settings]),
  login,
  setup,
  password,
]);

/** @param history where the address stands; the browser's own unless a test brings another */
export const createDeskRouter = (queries: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree,
    ...(history ? { history } : {}),
    context: { queries },
    parseSearch: parseAddressSearch,
    stringifySearch: writeAddressSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PageWaiting,
    defaultPendingMs: 150,
    defaultErrorComponent: PageFailure,
    defaultNotFoundComponent: PageMissing,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>;
  }
}
