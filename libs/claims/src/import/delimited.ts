import type { RawEntry } from './json-records.js';

const rowCharactersMax = 250_000;
const rowLinesMax = 2_000;

/** A row with its cells, or null where it never became one. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[] | null;
}

/** The sign between cells, by what the header has most of; a header with none is one column. */
export function delimiterOf(header: string): '\t' | ',' | ';' {
  const counts = (['\t', ';', ','] as const).map((sign) => [sign, header.split(sign).length] as const);
  return counts.reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

/**
 * Rows of delimited text while they arrive. Comma and semicolon: RFC 4180, a quoted cell may hold the sign, doubled
 * quotes and line breaks. Tab: a line is a row, quotes around a whole cell are taken off. A quote that is never closed
 * costs its own line, not the rest of the file.
 */
export class DelimitedRows {
  private readonly lines: RawEntry[] = [];

  constructor(private readonly delimiter: '\t' | ',' | ';') {}

  push(line: RawEntry): Row[] {
    if (this.lines.length === 0 && line.text?.trim() === '') return [];
    this.lines.push(line);
    return this.rows(false);
  }

  end(): Row[] {
    return this.rows(true);
  }

  private rows(isEnd: boolean): Row[] {
    const rows: Row[] = [];
    while (this.lines.length > 0) {
      const [first] = this.lines;
      const text = this.lines.map((each) => each.text ?? '').join('\n');
      if (first!.text === null) rows.push({ line: this.lines.shift()!.line, cells: null });
      else if (this.delimiter === '\t' || isClosed(text)) {
        rows.push({ line: first!.line, cells: this.cellsOf(text) });
        this.lines.length = 0;
      } else if (isEnd || text.length > rowCharactersMax || this.lines.length > rowLinesMax) {
        rows.push({ line: this.lines.shift()!.line, cells: null });
        const rest = this.lines.splice(0);
        for (const line of rest) rows.push(...this.push(line));
        if (!isEnd) break;
      } else break;
    }
    return rows;
  }

  private cellsOf(text: string): string[] {
    if (this.delimiter === '\t') return text.split('\t').map(unquotedTabCell);
    const cells: string[] = [];
    let from = 0;
    let inQuotes = false;
    for (let at = 0; at <= text.length; at += 1) {
      if (text[at] === '"') inQuotes = !inQuotes;
      else if (at === text.length || (text[at] === this.delimiter && !inQuotes)) {
        cells.push(unquoted(text.slice(from, at)));
        from = at + 1;
      }
    }
    return cells;
  }
}

function isClosed(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 0;
}

function unquoted(raw: string): string {
  const cell = raw.trim();
  return cell.length >= 2 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"').trim()
    : cell;
}

/** TSV has no quoting of its own, but spreadsheets write it: a cell that is not properly quoted stays as it is. */
function unquotedTabCell(raw: string): string {
  const cell = raw.trim();
  if (cell.length < 2 || !cell.startsWith('"') || !cell.endsWith('"')) return cell;
  const inner = cell.slice(1, -1);
  return /(^|[^"])"([^"]|$)/.test(inner) ? cell : inner.replaceAll('""', '"');
}
