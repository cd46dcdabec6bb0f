import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Agency, FeedSettings, WatchRule } from '@kentongan/contracts';
import { type ReadRows, type RowForm, readRows } from './read-rows.js';
import type { FileProblem } from './read-table.js';
import { agencyRows, feedRows, type Officer, officerRows } from './row-forms.js';
import { watchRulesOfFile, watchRulesOfList } from './watch-words.js';

/** Which files the operator named; relative ones from where they stand. */
export interface InitFiles {
  readonly agencies?: string;
  readonly feeds?: string;
  readonly officers?: string;
  readonly watchWords?: string;
}

/** What stands in them. A part that no file was named for is undefined, and stays as it is at the desk. */
export interface InitContent {
  readonly agencies: readonly Agency[] | undefined;
  readonly feeds: readonly FeedSettings[] | undefined;
  readonly officers: readonly Officer[] | undefined;
  readonly watchRules: readonly WatchRule[] | undefined;
  readonly problems: readonly FileProblem[];
}

const bytesMax = 5_000_000;

export function readInitFiles(files: InitFiles, userFolder: string): InitContent {
  const problems: FileProblem[] = [];
  const taken = <T>({ values, problems: found }: ReadRows<T>): readonly T[] => {
    problems.push(...found);
    return values;
  };
  const rowsOf = <Column extends string, T>(path: string | undefined, form: RowForm<Column, T>) => {
    if (path === undefined) return undefined;
    const text = textOf(path, userFolder, problems);
    return text === null ? [] : taken(readRows(basename(path), text, form));
  };
  const watchRulesOf = (given: string | undefined) => {
    if (given === undefined) return undefined;
    if (!existsSync(resolve(userFolder, given))) return taken(watchRulesOfList(given));
    const text = textOf(given, userFolder, problems);
    return text === null ? [] : taken(watchRulesOfFile(basename(given), text));
  };
  const agencies = rowsOf(files.agencies, agencyRows);
  const feeds = rowsOf(files.feeds, feedRows);
  const officers = rowsOf(files.officers, officerRows);
  return { agencies, feeds, officers, watchRules: watchRulesOf(files.watchWords), problems };
}

function textOf(path: string, userFolder: string, problems: FileProblem[]): string | null {
  try {
    const bytes = readFileSync(resolve(userFolder, path));
    if (bytes.length <= bytesMax) return bytes.toString('utf8');
    problems.push({ file: path, line: 1, problem: `larger than ${bytesMax} bytes` });
  } catch (error) {
    problems.push({ file: path, line: 1, problem: `cannot be read: ${(error as Error).message}` });
  }
  return null;
}
