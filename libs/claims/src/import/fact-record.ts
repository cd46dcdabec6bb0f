import { Fact } from '@kentongan/contracts';

/** Names under which fact-check publishers keep the same thing; the first that has a value counts. */
const names = {
  id: ['factId', 'fact_id', 'id'],
  title: ['title', 'judul', 'claim'],
  hoaxText: ['hoaxText', 'hoax_text', 'narasi'],
  conclusion: ['conclusion', 'kesimpulan'],
  url: ['url', 'link'],
  publisher: ['publisher', 'penerbit'],
  publishedAt: ['publishedAt', 'published_at', 'date', 'tanggal'],
} as const;

export interface FactDefaults {
  /** Put before each id as `source:id`, so that two publishers' numbers do not meet. */
  readonly source?: string;
  /** Used where a row names no publisher. */
  readonly publisher?: string;
}

export type FactResult =
  | { readonly ok: true; readonly fact: Fact }
  | { readonly ok: false; readonly reason: string };

function cellOf(record: Readonly<Record<string, unknown>>, columns: readonly string[]): string | undefined {
  for (const column of columns) {
    const value = record[column];
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** A day is taken as its beginning in UTC; null when it is neither a day nor a point in time. */
function instantOf(value: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** One row of a fact-check list as a fact of the memory, or the reason why it is none. Unknown columns are ignored. */
export function factOf(record: Readonly<Record<string, unknown>>, defaults: FactDefaults): FactResult {
  const id = cellOf(record, names.id);
  if (id === undefined) return { ok: false, reason: 'no id' };
  const day = cellOf(record, names.publishedAt);
  const publishedAt = day === undefined ? undefined : instantOf(day);
  if (publishedAt === null) return { ok: false, reason: `not a date: ${day}` };
  const candidate = {
    factId: defaults.source === undefined ? id : `${defaults.source}:${id}`,
    title: cellOf(record, names.title),
    hoaxText: cellOf(record, names.hoaxText),
    conclusion: cellOf(record, names.conclusion),
    url: cellOf(record, names.url),
    publisher: cellOf(record, names.publisher) ?? defaults.publisher,
    publishedAt,
  };
  const present = Object.entries(candidate).filter(([, value]) => value !== undefined);
  const checked = Fact.safeParse(Object.fromEntries(present));
  if (checked.success) return { ok: true, fact: checked.data };
  const issue = checked.error.issues[0];
  return { ok: false, reason: `${issue?.path.join('.') ?? 'row'}: ${issue?.message ?? 'wrong'}` };
}
