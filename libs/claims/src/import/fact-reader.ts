import type { Fact } from '@kentongan/contracts';
import { DelimitedRows, delimiterOf, type Row } from './delimited.js';
import { type FactForm, formedEntry, isRecord } from './fact-forms.js';
import { type FactDefaults, factOf } from './fact-record.js';
import type { ImportProblem, ImportProblemCode } from './import-problem.js';
import { JsonRecords, type RawEntry } from './json-records.js';

const factsPerImportMax = 200_000;
/** So much is looked at to tell what a file is. */
const beginningCharactersMax = 65_536;
const lineCharactersMax = 250_000;

/** One entry of the file: a fact, or why it is none. */
export type FactRead =
  | { readonly ok: true; readonly line: number; readonly fact: Fact }
  | ({ readonly ok: false } & ImportProblem);

type Shape = 'undecided' | 'json' | 'lines' | 'table';

/**
 * Reads a list of fact-checks while it arrives and keeps no more than one entry of it. What it is is recognised by
 * itself: a table (tab, comma, semicolon) with a header, JSON (a list, or an object that holds one), or one JSON object a
 * line; each entry in our own names, MAFINDO's, ClaimReview's or Google's. Never throws: what is no fact is a problem.
 */
export class FactReader {
  private shape: Shape = 'undecided';
  private beginning = '';
  private line = 0;
  private rest = '';
  private isSkipping = false;
  private entries = 0;
  private facts = 0;
  private isFull = false;
  private header: readonly string[] | null = null;
  private rows: DelimitedRows | null = null;
  private readonly json = new JsonRecords();
  private readonly forms = new Set<FactForm>();

  constructor(private readonly defaults: FactDefaults = {}) {}

  /** What the entries so far were written as. */
  get formsSeen(): readonly FactForm[] {
    return [...this.forms];
  }

  push(text: string): FactRead[] {
    if (this.shape !== 'undecided') return this.read(text);
    this.beginning += text;
    const isEnough = this.beginning.includes('\n') || this.beginning.length > beginningCharactersMax;
    return isEnough ? this.decide() : [];
  }

  /** What the end of the file completes. */
  end(): FactRead[] {
    const decided = this.shape === 'undecided' ? this.decide() : [];
    if (this.shape === 'json') return [...decided, ...this.ofJson(this.json.end())];
    const last = this.rest === '' && !this.isSkipping ? [] : this.ofLine(this.endLine());
    const rows = this.rows ? this.rows.end().flatMap((row) => this.ofRow(row)) : [];
    return [...decided, ...last, ...rows];
  }

  private decide(): FactRead[] {
    const text = this.beginning.replace(/^\ufeff/, '');
    this.beginning = '';
    const start = text.trimStart();
    if (start === '') {
      this.beginning = text;
      return [];
    }
    const firstLine = start.split('\n', 1)[0]!.trim();
    const isLines = start.startsWith('{') && start.includes('\n') && isRecord(parsed(firstLine));
    this.shape = isLines ? 'lines' : /^[[{]/.test(start) ? 'json' : 'table';
    return this.read(text);
  }

  private read(text: string): FactRead[] {
    if (this.isFull) return [];
    return this.shape === 'json'
      ? this.ofJson(this.json.push(text))
      : this.linesOf(text).flatMap((each) => this.ofLine(each));
  }

  private linesOf(text: string): RawEntry[] {
    const parts = text.split('\n');
    const lines: RawEntry[] = [];
    for (const [at, part] of parts.entries()) {
      if (this.rest.length + part.length > lineCharactersMax) this.isSkipping = true;
      this.rest = this.isSkipping ? '' : this.rest + part;
      if (at < parts.length - 1) lines.push(this.endLine());
    }
    return lines;
  }

  private endLine(): RawEntry {
    this.line += 1;
    const text = this.isSkipping ? null : this.rest.replace(/\r$/, '');
    this.rest = '';
    this.isSkipping = false;
    return { line: this.line, text };
  }

  private ofLine(line: RawEntry): FactRead[] {
    if (this.shape === 'lines') return line.text?.trim() === '' ? [] : this.ofJson([line]);
    if (this.header) return this.rows!.push(line).flatMap((row) => this.ofRow(row));
    if (line.text?.trim() === '') return [];
    const delimiter = delimiterOf(line.text ?? '');
    const [row] = new DelimitedRows(delimiter).push(line);
    this.header = row?.cells ?? [];
    this.rows = new DelimitedRows(delimiter);
    this.forms.add('table');
    return this.header.length > 1 ? [] : [this.refused(line.line, 'noHeader')];
  }

  private ofRow({ line, cells }: Row): FactRead[] {
    if (cells?.every((cell) => cell === '')) return [];
    this.entries += 1;
    if (!cells) return [this.refused(line, 'unclosedQuote')];
    return this.taken(line, Object.fromEntries(this.header!.map((name, at) => [name, cells[at] ?? ''])));
  }

  private ofJson(entries: readonly RawEntry[]): FactRead[] {
    return entries.flatMap(({ line, text }) => {
      this.entries += 1;
      if (text === null) return [this.refused(line, 'entryTooLong')];
      const value = parsed(text);
      if (value === undefined) return [this.refused(line, 'badJson')];
      if (!isRecord(value)) return [this.refused(line, 'notAnObject')];
      const { form, records } = formedEntry(value);
      this.forms.add(form);
      return records.length === 0
        ? [this.refused(line, 'noReview')]
        : records.flatMap((each) => this.taken(line, each));
    });
  }

  private taken(line: number, record: Readonly<Record<string, unknown>>): FactRead[] {
    if (this.isFull) return [];
    if (this.facts >= factsPerImportMax) {
      this.isFull = true;
      return [this.refused(line, 'tooMany', String(factsPerImportMax))];
    }
    const result = factOf(record, this.defaults);
    if (!result.ok) return [this.refused(line, result.code, result.value)];
    this.facts += 1;
    return [{ ok: true, line, fact: result.fact }];
  }

  private refused(line: number, code: ImportProblemCode, value?: string): FactRead {
    return { ok: false, line, entry: this.entries, code, ...(value === undefined ? {} : { value }) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
