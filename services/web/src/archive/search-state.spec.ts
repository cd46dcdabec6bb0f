import { describe, expect, it } from 'vitest';
import {
  emptySearch,
  filterValuesMax,
  queryOfState,
  recordOfState,
  type SearchState,
  stateFromQuery,
  stateFromRecord,
  toggled,
  withPeriod,
  withRange,
} from './search-state.js';

const full: SearchState = {
  q: '"banjir rob" sumber:"warta kota" -hujan & 100%',
  period: 'custom',
  from: '2026-11-01T17:00:00.000Z',
  to: '2026-11-08T17:00:00.000Z',
  order: 'best',
  filters: { place: ['33.10', '33.74.06'], source: ['rss:Berita & Warta'], nearCopy: ['a1b2'] },
};

describe('the address holds the whole search', () => {
  it('reads back what was written, as a record and as a query string', () => {
    expect(stateFromRecord(recordOfState(full))).toEqual(full);
    expect(stateFromQuery(queryOfState(full))).toEqual(full);
  });

  it('says nothing about what was not asked', () => {
    expect(queryOfState(emptySearch)).toBe('');
    expect(stateFromQuery('')).toEqual(emptySearch);
  });

  it('keeps a place code whose last digit is a zero, and numbers that a router made of it', () => {
    expect(stateFromQuery('place=33.10').filters.place).toEqual(['33.10']);
    expect(stateFromRecord({ q: 2026, hashtag: [17, 'mbg'] })).toMatchObject({
      q: '2026',
      filters: { hashtag: ['17', 'mbg'] },
    });
  });

  it('passes over what a stranger wrote into a link', () => {
    const state = stateFromRecord({
      q: { evil: true },
      period: 'century',
      order: ['worst'],
      from: 'yesterday',
      to: '2026-99-99T00:00:00Z',
      place: ['', 'x'.repeat(201), null, '33.74'],
      author: ['somebody'],
      __proto__: { q: 'x' },
    });
    expect(state).toEqual({ ...emptySearch, filters: { place: ['33.74'] } });
    expect(stateFromQuery('constructor=x&__proto__=y&toString=z')).toEqual(emptySearch);
  });

  it('bounds the values of a filter', () => {
    const many = Array.from({ length: 80 }, (_, i) => `${i}`);
    expect(stateFromRecord({ source: many }).filters.source).toHaveLength(filterValuesMax);
  });
});

describe('changing a search', () => {
  it('puts a value in and takes it out again', () => {
    const once = toggled(emptySearch, 'sentiment', 'negative');
    expect(once.filters.sentiment).toEqual(['negative']);
    expect(toggled(once, 'sentiment', 'negative')).toEqual(emptySearch);
  });

  it('a period replaces a range, a range a period', () => {
    expect(withPeriod(full, 'month')).not.toHaveProperty('from');
    expect(withRange(emptySearch, full.from, undefined)).toMatchObject({ period: 'custom', from: full.from });
    expect(withRange(full, undefined, undefined).period).toBe('all');
  });
});
