import type { HandledComplaint } from '@kentongan/language/training';
import { readCsv, readTextFile } from './labelled-files.js';

interface HandledRow {
  readonly text?: string;
  readonly agency?: string | null;
  readonly ts?: string;
}

/**
 * Handled complaints of an archive, plain or .gz: NDJSON with `text`, `agency` and perhaps `ts`, or CSV whose header names these.
 * Rows without text or agency are left out; in order of time where each row has one, else as they stand.
 * @throws Error when the CSV has no such header
 */
export function readHandled(path: string): HandledComplaint[] {
  const content = readTextFile(path);
  const rows = /\.csv(\.gz)?$/.test(path) ? rowsOfCsv(content, path) : rowsOfLines(content);
  const handled = rows.flatMap(({ text, agency, ts = '' }) => (text && agency ? [{ text, agency, ts }] : []));
  const isTimed = handled.every(({ ts }) => ts !== '');
  if (isTimed) handled.sort((a, b) => (a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0));
  return handled.map(({ text, agency }) => ({ text, agency }));
}

const rowsOfLines = (content: string): HandledRow[] =>
  content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as HandledRow);

function rowsOfCsv(content: string, path: string): HandledRow[] {
  const [header = [], ...rows] = readCsv(content);
  const names = header.map((name) => name.replace(/^\ufeff/, '').trim());
  const [text, agency, ts] = ['text', 'agency', 'ts'].map((name) => names.indexOf(name));
  if (text === undefined || agency === undefined || text < 0 || agency < 0)
    throw new Error(`${path} needs a header with the columns text and agency; it has ${names.join(', ')}`);
  return rows.map((row) => ({ text: row[text] ?? '', agency: row[agency] ?? '', ts: row[ts ?? -1] ?? '' }));
}
