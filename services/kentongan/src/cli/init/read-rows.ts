import type { z } from 'zod';
import { type FileProblem, readTable, type TableForm } from './read-table.js';

export interface ReadRows<T> {
  readonly values: readonly T[];
  readonly problems: readonly FileProblem[];
}

/** How the rows of one kind of file become values. */
export interface RowForm<Column extends string, T> extends TableForm<Column> {
  readonly schema: z.ZodType<T>;
  /** Where a field of the value comes from, to name the cell that is wrong. */
  readonly columnOf: Readonly<Record<string, Column>>;
  readonly id: Column;
  toInput(cells: Readonly<Record<Column, string>>): object;
}

/** Every row that fits, and every problem of those that do not. Two rows with one id are a problem, too. */
export function readRows<Column extends string, T>(
  file: string,
  text: string,
  form: RowForm<Column, T>,
): ReadRows<T> {
  const table = readTable(file, text, form);
  const values: T[] = [];
  const problems: FileProblem[] = [...table.problems];
  const lineOfId = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const parsed = form.schema.safeParse(form.toInput(cells));
    if (parsed.success) values.push(parsed.data);
    else
      for (const { path, message } of parsed.error.issues) {
        const field = String(path[0] ?? '');
        const column = form.columnOf[field] ?? field;
        problems.push({ file, line, problem: `${column} "${cells[column as Column] ?? ''}": ${message}` });
      }
    const id = cells[form.id].toLowerCase();
    const before = lineOfId.get(id);
    if (before !== undefined)
      problems.push({ file, line, problem: `${form.id} "${id}" stands on line ${before} already` });
    else lineOfId.set(id, line);
  }
  return { values, problems };
}
