import { slangOfLouisOwen, slangOfOurOwn } from './slang-table.js';

function readTable(table: string, into: Map<string, string>): void {
  for (const entry of table.replaceAll('\n', '').split(';')) {
    const equals = entry.indexOf('=');
    if (equals > 0) into.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
}

const standardForms = new Map<string, string>();
readTable(slangOfLouisOwen, standardForms);
readTable(slangOfOurOwn, standardForms);

/** Standard Indonesian for a colloquial `norm` (`bgt` → `banget`, `pemkot` → `pemerintah kota`), or undefined. */
export function standardForm(norm: string): string | undefined {
  return standardForms.get(norm);
}

/** The colloquial words that have a standard form. */
export function colloquialWords(): readonly string[] {
  return [...standardForms.keys()];
}
