import { performance } from 'node:perf_hooks';
import type { DeskSession } from '../support/desk-session.js';
import { percentile } from './percentile.js';
import { commonWord, rareWord, screensRegion } from './screens-fill.js';

const callsPerRoute = 40;
const warmUpCalls = 3;
const dayMilliseconds = 86_400_000;
/** What the archive page asks for: see its queries. */
const placesMax = 40;

export interface CallFigures {
  readonly calls: number;
  readonly apiP95Milliseconds: Readonly<Record<string, number>>;
  readonly apiP95MillisecondsMax: number;
  readonly apiSlowest: string;
  readonly trendsFirstMilliseconds: Readonly<Record<string, number>>;
}

/** Times the calls behind the screens, one after the other, as the officer's browser would send them. */
export async function measureCalls(officer: DeskSession, issueId: string): Promise<CallFigures> {
  const trendsFirstMilliseconds: Record<string, number> = {};
  for (const [name, path] of Object.entries(trendRoutes()))
    trendsFirstMilliseconds[name] = rounded(await timeOf(officer, path));
  const apiP95Milliseconds: Record<string, number> = {};
  for (const [name, path] of Object.entries(await routes(officer, issueId))) {
    for (let call = 0; call < warmUpCalls; call += 1) await timeOf(officer, path);
    const milliseconds: number[] = [];
    for (let call = 0; call < callsPerRoute; call += 1) milliseconds.push(await timeOf(officer, path));
    apiP95Milliseconds[name] = percentile(milliseconds, 95);
    console.error(`${name}: ${apiP95Milliseconds[name]} ms`);
  }
  const [apiSlowest, apiP95MillisecondsMax] = Object.entries(apiP95Milliseconds).reduce((slowest, each) =>
    each[1] > slowest[1] ? each : slowest,
  );
  const calls = Object.keys(apiP95Milliseconds).length * callsPerRoute;
  return { calls, apiP95Milliseconds, apiP95MillisecondsMax, apiSlowest, trendsFirstMilliseconds };
}

/** From the call to the last byte of its answer. */
async function timeOf(officer: DeskSession, path: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await officer.request('GET', path);
  const body = await answer.text();
  const milliseconds = performance.now() - startedAt;
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${body.slice(0, 500)}`);
  return milliseconds;
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

const archivePath = (route: string, parameters: Readonly<Record<string, string>>) =>
  `/api/archive/${route}?${new URLSearchParams({ region: screensRegion, ...parameters })}`;

const trendRoutes = () => ({
  'trends, 7 days': archivePath('trends', { days: '7' }),
  'trends, 30 days': archivePath('trends', { days: '30' }),
});

async function routes(officer: DeskSession, issueId: string): Promise<Record<string, string>> {
  return {
    ...deskRoutes(issueId),
    ...searchRoutes(),
    ...countRoutes(),
    ...trendRoutes(),
    places: `/api/places?codes=${(await placeCodes(officer)).join(',')}`,
  };
}

const deskRoutes = (issueId: string) => ({
  'issues list': `/api/issues?region=${screensRegion}&status=open&limit=100`,
  'issue view': `/api/issues/${issueId}`,
  'issues overview': `/api/issues/overview?region=${screensRegion}&days=7`,
  inbox: `/api/inbox?region=${screensRegion}`,
  sources: `/api/sources?region=${screensRegion}`,
  session: '/api/session',
  region: `/api/regions/${screensRegion}`,
});

function searchRoutes(): Record<string, string> {
  const page = { limit: '50', fold: 'true' };
  const filtered = { ...page, subject: 'flooding', place: '33.74' };
  return {
    'search, newest': archivePath('search', page),
    'search, rare word': archivePath('search', { ...page, q: rareWord }),
    'search, common word': archivePath('search', { ...page, q: commonWord }),
    'search, subject and place': archivePath('search', filtered),
    'search, subject, place, common word': archivePath('search', { ...filtered, q: commonWord }),
  };
}

function countRoutes(): Record<string, string> {
  const week = { from: since(7) };
  const month = { from: since(30) };
  const word = { q: commonWord };
  const hours = { unit: 'hour' };
  const days = { unit: 'day' };
  return {
    'facets, 7 days': archivePath('facets', { ...week, valuesMax: '40' }),
    'facets, everything': archivePath('facets', { valuesMax: '40' }),
    'histogram, 7 days': archivePath('histogram', { ...week, ...hours }),
    'histogram, 30 days': archivePath('histogram', { ...month, ...days }),
    'histogram, 7 days, common word': archivePath('histogram', { ...week, ...hours, ...word }),
    'histogram, 30 days, common word': archivePath('histogram', { ...month, ...days, ...word }),
    'count, common word': archivePath('count', word),
  };
}

/** As the web sends it: full minutes. */
const since = (days: number) =>
  new Date(Math.ceil(Date.now() / 60_000) * 60_000 - days * dayMilliseconds).toISOString();

/** The places that the archive page would have to name. */
async function placeCodes(officer: DeskSession): Promise<string[]> {
  const { place } = await officer.get<{ place: { value: string }[] }>(
    archivePath('facets', { valuesMax: `${placesMax}` }),
  );
  return place.map(({ value }) => value);
}
