import type { Filters, SearchState } from './search-state.js';
import type { TimeRange } from './time-range.js';

export interface ArchiveSelection {
  region: string;
  q?: string;
  from?: string;
  to?: string;
}

/** The selection parameters of the archive's routes for a state; lists are sent as repeated names. */
export function archiveCall(region: string, state: SearchState, range: TimeRange): ArchiveSelection {
  const call: ArchiveSelection & { -readonly [Name in keyof Filters]: string[] } = { region };
  if (state.q.trim() !== '') call.q = state.q;
  for (const [name, values] of Object.entries(state.filters)) call[name as keyof Filters] = [...values];
  return { ...call, ...range };
}

/** The address of the export: the browser saves it itself, with the session's cookie. */
export function exportAddress(selection: ArchiveSelection, format: 'csv' | 'ndjson'): string {
  const parameters = Object.entries(selection).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, String(value)]),
  );
  return `/api/archive/export?${new URLSearchParams([...parameters, ['format', format]])}`;
}
