import { type FilterName, filterNames, type SearchState, withFilter, withPeriod } from './search-state.js';

/** A change to a search that found nothing. */
export type Widening =
  | { readonly kind: 'dropFilter'; readonly filter: FilterName }
  | { readonly kind: 'allTime' | 'anyWord' | 'noPhrase' | 'noQuery' }
  | { readonly kind: 'dropWord'; readonly word: string };

interface NearestQuery {
  readonly widening: Widening;
  readonly state: SearchState;
}

/** Each is asked of the archive once: an empty result must not cost more than a full one. */
export const nearestQueriesMax = 6;

/**
 * Searches next to one that found nothing, the smallest change first: one filter less, all time, a phrase as words,
 * one word less, any of the words. Which of them finds something is for the archive to say.
 */
export function nearestQueries(state: SearchState): NearestQuery[] {
  const found = [...filtersLess(state), ...timeMore(state), ...wordsLess(state)];
  return found.slice(0, nearestQueriesMax);
}

const filtersLess = (state: SearchState): NearestQuery[] =>
  filterNames
    .filter((name) => state.filters[name] !== undefined)
    .map((filter) => ({ widening: { kind: 'dropFilter', filter }, state: withFilter(state, filter, []) }));

const timeMore = (state: SearchState): NearestQuery[] =>
  state.period === 'all' ? [] : [{ widening: { kind: 'allTime' }, state: withPeriod(state, 'all') }];

function wordsLess(state: SearchState): NearestQuery[] {
  const q = state.q.trim();
  if (q === '') return [];
  const found: NearestQuery[] = [];
  const plain = q
    .replaceAll(/["“”„]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (plain !== q && plain !== '')
    found.push({ widening: { kind: 'noPhrase' }, state: { ...state, q: plain } });
  const words = plain.split(' ');
  // Rewording is for plain words; an expression with operators is not taken apart, its author knows better.
  if (
    words.length > 1 &&
    words.length <= 6 &&
    words.every((word) => /^[\p{L}\p{N}-]+$/u.test(word) && isWord(word))
  ) {
    const word = words.at(-1) ?? '';
    found.push({
      widening: { kind: 'dropWord', word },
      state: { ...state, q: words.slice(0, -1).join(' ') },
    });
    found.push({ widening: { kind: 'anyWord' }, state: { ...state, q: words.join(' OR ') } });
  }
  const hasFilters = Object.keys(state.filters).length > 0;
  if (hasFilters) found.push({ widening: { kind: 'noQuery' }, state: { ...state, q: '' } });
  return found;
}

const isWord = (word: string): boolean =>
  !word.startsWith('-') && !['AND', 'DAN', 'OR', 'ATAU', 'NOT', 'BUKAN'].includes(word);
