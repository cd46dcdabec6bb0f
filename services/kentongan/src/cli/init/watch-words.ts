import { WatchRule } from '@kentongan/contracts';
import type { ReadRows } from './read-rows.js';
import type { FileProblem } from './read-table.js';

/** A file holds a rule on each line, its phrases with commas between them; `#` begins a remark. */
export function watchRulesOfFile(file: string, text: string): ReadRows<WatchRule> {
  return watchRules(
    file,
    text.split(/\r?\n/).map((line) => line.replace(/#.*$/, '')),
  );
}

/** On the command line each word or phrase between commas is a rule of its own. */
export const watchRulesOfList = (list: string): ReadRows<WatchRule> =>
  watchRules('--watch-words', list.split(','));

function watchRules(file: string, lines: readonly string[]): ReadRows<WatchRule> {
  const values: WatchRule[] = [];
  const problems: FileProblem[] = [];
  const used = new Set<string>();
  lines.forEach((text, index) => {
    const phrases = [...new Set(text.split(',').map((phrase) => phrase.trim().toLowerCase()))].filter(
      Boolean,
    );
    if (phrases.length === 0) return;
    const rule = WatchRule.safeParse({ id: freeId(slugOf(phrases[0] ?? ''), used), phrases });
    if (rule.success) values.push(rule.data);
    else
      problems.push({
        file,
        line: index + 1,
        problem: `"${text.trim()}": ${rule.error.issues.map((issue) => issue.message).join('; ')}`,
      });
  });
  return { values, problems };
}

/** `Kota Semarang` → `kota-semarang`. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug.slice(0, 48).replace(/-+$/, '') || 'x';
}

function freeId(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
  used.add(id);
  return id;
}
