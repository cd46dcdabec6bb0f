/** Rows of tab-separated text with a header line, as records with the line number they stand on. */
export interface NumberedRecord {
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Quoted cells (`"a ""b"""`) are unquoted; tabs and line breaks inside quotes are not supported, as TSV has none. */
function cellOf(raw: string): string {
  const cell = raw.trim();
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inner = cell.slice(1, -1);
  return /(^|[^"])"([^"]|$)/.test(inner) ? cell : inner.replaceAll('""', '"');
}

export function recordsOfTsv(text: string): NumberedRecord[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const header = (lines[0] ?? '').split('\t').map((name) => name.trim());
  const records: NumberedRecord[] = [];
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    const cells = line.split('\t').map(cellOf);
    const named = header.map((name, at): [string, string] => [name, cells[at] ?? '']);
    records.push({ line: i + 1, record: Object.fromEntries(named) });
  }
  return records;
}
