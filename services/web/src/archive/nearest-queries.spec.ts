import { describe, expect, it } from 'vitest';
import { archiveCall, exportAddress } from './archive-call.js';
import { nearestQueries, nearestQueriesMax } from './nearest-queries.js';
import { emptySearch, type SearchState } from './search-state.js';

const search = (more: Partial<SearchState>): SearchState => ({ ...emptySearch, ...more });
const kinds = (state: SearchState) => nearestQueries(state).map(({ widening }) => widening.kind);

describe('searches next to an empty one', () => {
  it('drops one filter at a time, then asks for all time', () => {
    const near = nearestQueries(search({ filters: { place: ['33.74'], sentiment: ['negative'] } }));
    expect(near.map(({ state }) => Object.keys(state.filters).sort())).toEqual([
      ['place'],
      ['sentiment'],
      ['place', 'sentiment'],
    ]);
    expect(near.at(-1)?.state.period).toBe('all');
  });

  it('loosens words: no phrase, one word less, any word', () => {
    const near = nearestQueries(search({ q: '"banjir rob genuk"', period: 'all' }));
    expect(near.map(({ state }) => state.q)).toEqual([
      'banjir rob genuk',
      'banjir rob',
      'banjir OR rob OR genuk',
    ]);
  });

  it('does not take an expression with operators apart', () => {
    expect(kinds(search({ q: 'banjir -hujan', period: 'all' }))).toEqual([]);
    expect(kinds(search({ q: '(banjir OR rob) sumber:warta', period: 'all' }))).toEqual([]);
    expect(kinds(search({ q: 'banjir BUKAN hujan', period: 'all' }))).toEqual([]);
  });

  it('proposes nothing when nothing was asked, and never more than it may ask', () => {
    expect(kinds(search({ period: 'all' }))).toEqual([]);
    const filters = {
      source: ['a'],
      platform: ['b'],
      language: ['id'],
      sentiment: ['x'],
      place: ['1'],
      fact: ['f'],
    };
    expect(kinds(search({ q: 'a b', filters, period: 'week' }))).toHaveLength(nearestQueriesMax);
  });
});

describe('a call of the archive', () => {
  const state = search({ q: 'rob & angin', filters: { place: ['33.74.06', '33.74.07'] } });
  const call = archiveCall('semarang', state, { from: '2026-11-01T00:00:00Z' });

  it('names the region, the words, the time and each value of each filter', () => {
    expect(call).toEqual({
      region: 'semarang',
      q: 'rob & angin',
      from: '2026-11-01T00:00:00Z',
      place: ['33.74.06', '33.74.07'],
    });
    expect(archiveCall('semarang', emptySearch, {})).toEqual({ region: 'semarang' });
  });

  it('exports the same selection, with nothing that could leave its parameter', () => {
    expect(exportAddress(call, 'csv')).toBe(
      '/api/archive/export?region=semarang&q=rob+%26+angin&place=33.74.06&place=33.74.07&from=2026-11-01T00%3A00%3A00Z&format=csv',
    );
  });
});
