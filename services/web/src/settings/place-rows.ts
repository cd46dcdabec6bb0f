import { isName } from './own-places.js';
import { readCsv } from './read-csv.js';

/** One line of a pasted list, its place still in words. */
export interface PlaceRow {
  readonly name: string;
  /** A gazetteer code or a name: `33.74.06`, `Kec. Pedurungan`, `Tembalang, Kota Semarang`. */
  readonly place: string;
}

const headers = /^(nama|name)$/i;

/** `name;place` by line, with or without a header; spreadsheets paste tabs. Lines that cannot be used are counted from 1. */
export function readPlaceRows(text: string): { rows: PlaceRow[]; badLines: number[] } {
  const lines = readCsv(text, separatorIn(text));
  const hasHeader = headers.test(lines[0]?.[0] ?? '');
  const rows: PlaceRow[] = [];
  const badLines: number[] = [];
  lines.forEach(([name = '', ...place], index) => {
    if (hasHeader && index === 0) return;
    const row = { name: name.trim(), place: place.filter(Boolean).join(', ') };
    if (isName(row.name) && row.place !== '') rows.push(row);
    else badLines.push(index + 1);
  });
  return { rows, badLines };
}

/** A comma may stand in the place itself, so the others go first. */
function separatorIn(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  return ['\t', ';'].find((each) => line.includes(each)) ?? ',';
}
