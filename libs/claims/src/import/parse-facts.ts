import type { Fact } from '@kentongan/contracts';
import { type NumberedRecord, recordsOfTsv } from './delimited.js';
import { type FactDefaults, factOf } from './fact-record.js';

const factsPerImportMax = 200_000;
/** Past this many problems the file is something else; listing more helps nobody. */
const problemsMax = 1_000;

export type FactFormat = 'tsv' | 'json' | 'ndjson';

export interface ImportProblem {
  /** Line of the file, from 1; for a JSON array the place of the entry, from 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ParsedFacts {
  readonly facts: readonly Fact[];
  readonly problems: readonly ImportProblem[];
}

interface Row {
  readonly line: number;
  readonly record?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a list of fact-checks: TSV with a header, a JSON array, or one JSON object a line. Columns: `id` and `title`,
 * and where known `date` or `publishedAt`, `hoax_text`, `conclusion`, `url`, `publisher`. Never throws: rows that are no
 * fact come back as problems. A repeated id keeps the last row.
 */
export function parseFacts(text: string, format: FactFormat, defaults: FactDefaults = {}): ParsedFacts {
  const facts = new Map<string, Fact>();
  const problems: ImportProblem[] = [];
  const refuse = (line: number, reason: string) => {
    if (problems.length < problemsMax) problems.push({ line, reason });
  };
  for (const { line, record } of rowsOf(text, format)) {
    if (facts.size >= factsPerImportMax) {
      refuse(line, `more than ${factsPerImportMax} facts; split the file`);
      break;
    }
    const result = record ? factOf(record, defaults) : undefined;
    if (result?.ok) facts.set(result.fact.factId, result.fact);
    else refuse(line, result ? result.reason : 'not a JSON object');
  }
  return { facts: [...facts.values()], problems };
}

function rowsOf(text: string, format: FactFormat): readonly (Row | NumberedRecord)[] {
  switch (format) {
    case 'tsv':
      return recordsOfTsv(text);
    case 'json': {
      const array = parsed(text);
      if (!Array.isArray(array)) return [{ line: 1 }];
      return array.map((each: unknown, i) => row(i + 1, each));
    }
    case 'ndjson':
      return text.split(/\r?\n/).flatMap((each, i) => (each.trim() === '' ? [] : [row(i + 1, parsed(each))]));
    default:
      return format satisfies never;
  }
}

function row(line: number, value: unknown): Row {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? { line, record: value as Record<string, unknown> } : { line };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
