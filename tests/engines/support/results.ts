import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '@kentongan/testing';

const file = fileURLToPath(new URL('../../../../reports/engines-results.json', import.meta.url));

/** One line of the table that the runner prints: what a suite did and found. */
export interface SuiteResult {
  /** For instance `R5`. */
  readonly suite: string;
  readonly fault: string;
  /** How often the fault happened. */
  readonly count: number;
  readonly verdict: Verdict;
  /** Longest time from the end of the fault until posts flowed again. */
  readonly recoverySeconds?: number;
  /** Other figures, by name with the unit last. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** Adds a result to the run's report. Suites run one after the other, so there is one writer. */
export function recordResult(result: SuiteResult): void {
  mkdirSync(dirname(file), { recursive: true });
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SuiteResult[]) : [];
  writeFileSync(file, `${JSON.stringify([...before, result], null, 2)}\n`);
}
