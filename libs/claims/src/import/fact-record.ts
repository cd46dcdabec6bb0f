import { Fact } from '@kentongan/contracts';
import type { ImportProblemCode } from './import-problem.js';

/** Names under which lists keep the same thing, in lower case; the first that has a value counts. */
const names = {
  id: ['factid', 'fact_id', 'id'],
  title: ['title', 'judul', 'claim', 'klaim'],
  hoaxText: ['hoaxtext', 'hoax_text', 'narasi', 'teks_hoaks'],
  conclusion: ['conclusion', 'kesimpulan', 'penjelasan'],
  url: ['url', 'link', 'tautan'],
  publisher: ['publisher', 'penerbit'],
  publishedAt: ['publishedat', 'published_at', 'date', 'tanggal'],
} as const;

export interface FactDefaults {
  /** Put before each id as `source:id`, so that two publishers' numbers do not meet. */
  readonly source?: string;
  /** Used where a row names no publisher. */
  readonly publisher?: string;
}

export type FactResult =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly code: ImportProblemCode; readonly value?: string };

function cellOf(record: ReadonlyMap<string, unknown>, columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const value = record.get(column);
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** A day is taken as its beginning in UTC; null when it is neither a day nor a point in time. */
function instantOf(value: string): string | null {
  const day = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  const iso = day ? `${day[3]}-${day[2]!.padStart(2, '0')}-${day[1]!.padStart(2, '0')}` : value;
  if (!/^\d{4}-\d{2}-\d{2}/.test(iso)) return null;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** One row of a fact-check list as a fact of the memory, or the reason why it is none. Unknown columns are ignored. */
export function factOf(values: Readonly<Record<string, unknown>>, defaults: FactDefaults): FactResult {
  const record = new Map(Object.entries(values).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const id = cellOf(record, names.id);
  if (id === undefined) return { ok: false, code: 'noId' };
  const title = cellOf(record, names.title);
  if (title === undefined) return { ok: false, code: 'noTitle' };
  const day = cellOf(record, names.publishedAt);
  const publishedAt = day === undefined ? undefined : instantOf(day);
  if (publishedAt === null) return { ok: false, code: 'badDate', value: day!.slice(0, 100) };
  const candidate = {
    factId: defaults.source === undefined ? id : `${defaults.source}:${id}`,
    title,
    hoaxText: cellOf(record, names.hoaxText),
    conclusion: cellOf(record, names.conclusion),
    url: cellOf(record, names.url),
    publisher: cellOf(record, names.publisher) ?? defaults.publisher,
    publishedAt,
  };
  const present = Object.entries(candidate).filter(([, value]) => value !== undefined);
  const checked = Fact.safeParse(Object.fromEntries(present));
  if (checked.success) return { ok: true, fact: checked.data };
  return { ok: false, code: 'badField', value: String(checked.error.issues[0]?.path[0] ?? '').slice(0, 100) };
}
