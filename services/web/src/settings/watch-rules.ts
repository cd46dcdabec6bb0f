import type { RegionSettings } from '@kentongan/contracts';
import { freeIdentifier } from './identifier.js';

type WatchRule = RegionSettings['watchRules'][number];

const phraseCharactersMin = 2;
const phrasesMax = 100;

/** One rule a line, words and phrases parted by commas: `air keruh, air bau`. */
export const writeWatchRules = (rules: readonly WatchRule[]): string =>
  rules.map(({ phrases }) => phrases.join(', ')).join('\n');

/** Lines that were there before keep their identifier, count and window: rules are known by them elsewhere. */
export function readWatchRules(text: string, before: readonly WatchRule[]): WatchRule[] {
  const rules: WatchRule[] = [];
  for (const line of text.split('\n')) {
    const phrases = line
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each.length >= phraseCharactersMin)
      .slice(0, phrasesMax);
    const first = phrases[0];
    if (first === undefined) continue;
    const known =
      before.find((rule) => rule.phrases.join() === phrases.join()) ??
      before.find((rule) => rule.phrases[0] === first);
    const taken = rules.map(({ id }) => id);
    if (known && !taken.includes(known.id)) rules.push({ ...known, phrases });
    else
      rules.push({
        id: freeIdentifier(first, [...taken, ...before.map(({ id }) => id)]),
        phrases,
        count: 3,
        windowMinutes: 60,
      });
  }
  return rules;
}
