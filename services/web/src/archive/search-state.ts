/** The filters of GET /api/archive/search, under the same names: a link and a call read alike. */
export const filterNames = [
  'source',
  'platform',
  'language',
  'sentiment',
  'postType',
  'subject',
  'place',
  'hashtag',
  'fact',
  'hoaxLevel',
  'nearCopy',
  'authorKind',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Readonly<Partial<Record<FilterName, readonly string[]>>>;

/** `custom`: `from` and `to` hold. All others end now, so that a saved search stays fresh. */
export const periods = ['day', 'week', 'month', 'quarter', 'all', 'custom'] as const;
export type Period = (typeof periods)[number];

export const orders = ['newest', 'best'] as const;
type SearchOrder = (typeof orders)[number];

/** Everything the archive page shows; the address holds all of it. */
export interface SearchState {
  readonly q: string;
  readonly period: Period;
  readonly from?: string;
  readonly to?: string;
  readonly order: SearchOrder;
  readonly filters: Filters;
}

/** As many values as the archive takes for one filter. */
export const filterValuesMax = 50;
const valueCharactersMax = 200;
const queryCharactersMax = 1_000;

export const emptySearch: SearchState = { q: '', period: 'week', order: 'newest', filters: {} };

type SearchRecord = Readonly<Record<string, unknown>>;

/** Reads what stands in the address; whatever does not fit is left out, nothing is thrown. */
export function stateFromRecord(record: SearchRecord): SearchState {
  const from = instantOf(record['from']);
  const to = instantOf(record['to']);
  const isCustom = from !== undefined || to !== undefined;
  return {
    q: (textsOf(record['q'])[0] ?? '').slice(0, queryCharactersMax),
    period: isCustom ? 'custom' : (oneOf(periods, record['period']) ?? emptySearch.period),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    order: oneOf(orders, record['order']) ?? emptySearch.order,
    filters: filtersOf(record),
  };
}

/** The shortest record that reads back as the same state. */
export function recordOfState(state: SearchState): Record<string, string | string[]> {
  const record: Record<string, string | string[]> = {};
  if (state.q.trim() !== '') record['q'] = state.q;
  if (state.period === 'custom') {
    if (state.from !== undefined) record['from'] = state.from;
    if (state.to !== undefined) record['to'] = state.to;
  } else if (state.period !== emptySearch.period) record['period'] = state.period;
  if (state.order !== emptySearch.order) record['order'] = state.order;
  for (const name of filterNames) {
    const values = state.filters[name];
    if (values && values.length > 0) record[name] = [...values];
  }
  return record;
}

/** What a saved search keeps: names in a fixed order, values repeated (`place=a&place=b`). */
export function queryOfState(state: SearchState): string {
  return new URLSearchParams(
    Object.entries(recordOfState(state)).flatMap(([name, values]) =>
      [values].flat().map((value) => [name, value]),
    ),
  ).toString();
}

export function stateFromQuery(query: string): SearchState {
  const record: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    if (!Object.hasOwn(record, name)) record[name] = [];
    record[name]?.push(value);
  }
  return stateFromRecord(record);
}

/** Puts a value into a filter, or takes it out when it is there. */
export function toggled(state: SearchState, name: FilterName, value: string): SearchState {
  const values = state.filters[name] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return withFilter(state, name, next);
}

export function withFilter(state: SearchState, name: FilterName, values: readonly string[]): SearchState {
  const { [name]: _, ...others } = state.filters;
  const kept = [...new Set(values)].slice(0, filterValuesMax);
  return { ...state, filters: kept.length > 0 ? { ...others, [name]: kept } : others };
}

export function withPeriod(state: SearchState, period: Exclude<Period, 'custom'>): SearchState {
  const { from: _from, to: _to, ...rest } = state;
  return { ...rest, period };
}

export function withRange(state: SearchState, from: string | undefined, to: string | undefined): SearchState {
  const rest = withPeriod(state, 'all');
  if (from === undefined && to === undefined) return rest;
  return {
    ...rest,
    period: 'custom',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

export const filterCount = (filters: Filters): number =>
  Object.values(filters).reduce((sum, values) => sum + values.length, 0);

function filtersOf(record: SearchRecord): Filters {
  const filters: Partial<Record<FilterName, readonly string[]>> = {};
  for (const name of filterNames) {
    const values = [...new Set(textsOf(record[name]))].filter((value) => value.length <= valueCharactersMax);
    if (values.length > 0) filters[name] = values.slice(0, filterValuesMax);
  }
  return filters;
}

/** A router may hand over numbers and single values; an address may hold a name twice. */
function textsOf(value: unknown): string[] {
  return [value]
    .flat()
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .map(String)
    .filter((each) => each.trim() !== '');
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  const text = textsOf(value)[0];
  return known.find((each) => each === text);
}

function instantOf(value: unknown): string | undefined {
  const text = textsOf(value)[0];
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
