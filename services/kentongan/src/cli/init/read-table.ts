import { CsvError, parse } from 'csv-parse/sync';

/** What is wrong in a file, with the line that a text editor shows. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

interface TableRow<Column extends string> {
  readonly line: number;
  /** Trimmed; empty when the cell is missing. */
  readonly cells: Readonly<Record<Column, string>>;
}

export interface Table<Column extends string> {
  readonly rows: readonly TableRow<Column>[];
  readonly problems: readonly FileProblem[];
}

export interface TableForm<Column extends string> {
  readonly columns: readonly Column[];
  /** Of these, the ones that a file may leave out. */
  readonly optional: readonly Column[];
}

const rowsMax = 5_000;

/** Reads a CSV file with a header line; columns in any order, separated by commas or, as Excel writes here, semicolons. */
export function readTable<Column extends string>(
  file: string,
  text: string,
  { columns, optional }: TableForm<Column>,
): Table<Column> {
  const at = (line: number, problem: string): Table<Column> => ({
    rows: [],
    problems: [{ file, line, problem }],
  });
  const header = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    const options = {
      bom: true,
      delimiter: header.includes(',') ? ',' : ';',
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    };
    lines = parse(text, options) as unknown as typeof lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return at(Number((error as { lines?: number }).lines ?? 1), `this is not CSV: ${error.message}`);
  }
  const names = lines[0]?.record ?? [];
  const missing = columns.filter((column) => !names.includes(column) && !optional.includes(column));
  const unknown = names.filter((name) => !columns.includes(name as Column));
  if (missing.length > 0) return at(1, `the header lacks ${missing.join(', ')}; it is ${columns.join(',')}`);
  if (unknown.length > 0)
    return at(1, `unknown column ${unknown.join(', ')}; the header is ${columns.join(',')}`);
  if (lines.length > rowsMax) return at(rowsMax, `more than ${rowsMax} rows`);
  const rows = lines.slice(1).map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(
      columns.map((column) => [column, record[names.indexOf(column)] ?? '']),
    ) as Record<Column, string>,
  }));
  const tooLong = lines
    .slice(1)
    .filter(({ record }) => record.length > names.length)
    .map(({ info }) => ({
      file,
      line: info.lines,
      problem: `more cells than columns; put quotes around a cell that holds a separator`,
    }));
  return { rows, problems: tooLong };
}

/** Values of one cell: separated by spaces, semicolons or bars. */
export const listIn = (cell: string): string[] => cell.split(/[\s;|]+/).filter((each) => each !== '');
