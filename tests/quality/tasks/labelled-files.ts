import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** One row of a labelled file; `id` only where the file has ids. */
export interface LabelledRow {
  readonly id?: string;
  readonly text: string;
  readonly label: string;
}

export function readTextFile(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Rows of a CSV file (RFC 4180: quoted cells may hold commas, line ends and doubled quotes), the header among them. */
export function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`broken CSV quoting near character ${at}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * A labelled file, plain or .gz: `text<TAB>label` without a header (SmSA), or CSV with a header that names `text` and `label` (NusaX).
 * @throws Error that names the file when a row has no text or label
 */
export function readLabelled(path: string): LabelledRow[] {
  const text = readTextFile(path);
  const rows = isCsv(path, text) ? labelledCsv(text, path) : labelledTsv(text, path);
  if (rows.length === 0) throw new Error(`${path} holds no rows`);
  return rows;
}

/** By the name, or by a header with commas where the name tells nothing. */
function isCsv(path: string, text: string): boolean {
  if (/\.csv(\.gz)?$/.test(path)) return true;
  const [header = ''] = text.split(/\r?\n/, 1);
  return !header.includes('\t') && /(?:^|,)"?text"?,/.test(header.replace(/^\ufeff/, ''));
}

function labelledCsv(text: string, path: string): LabelledRow[] {
  const [header = [], ...rows] = readCsv(text);
  const names = header.map((name) => name.replace(/^\ufeff/, '').trim());
  const [id, body, label] = ['id', 'text', 'label'].map((name) => names.indexOf(name));
  if (body === undefined || label === undefined || body < 0 || label < 0)
    throw new Error(`${path} needs a header with the columns text and label; it has ${names.join(', ')}`);
  return rows
    .filter((row) => row.length > 1)
    .map((row) => ({
      ...(id !== undefined && id >= 0 ? { id: row[id] ?? '' } : {}),
      text: row[body] ?? '',
      label: (row[label] ?? '').trim(),
    }));
}

function labelledTsv(text: string, path: string): LabelledRow[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line !== '')
    .map(({ line, at }) => {
      const tab = line.lastIndexOf('\t');
      if (tab < 0) throw new Error(`${path}, line ${at + 1}: a row is text, a tab and a label`);
      return { text: line.slice(0, tab), label: line.slice(tab + 1).trim() };
    });
}

/** 0-1 as a score of 0-100 with two decimals. */
export function percent(value: number): number {
  return Math.round(value * 10_000) / 100;
}
