import { expect, it } from 'vitest';
import { sourceSilence } from './source-silence.js';

const source = (sourceId: string, state: 'live' | 'late' | 'down', since = '2026-11-22T05:00:00Z') => ({
  sourceId,
  name: sourceId,
  state,
  since,
});

it('names every source that does not deliver, and is silent only when none does', () => {
  const sources = [source('a', 'live'), source('b', 'down'), source('c', 'late')];
  expect(sourceSilence(sources)).toMatchObject({
    missing: [{ sourceId: 'b' }, { sourceId: 'c' }],
    silentSince: null,
  });
});

it('begins when the last source went', () => {
  const sources = [source('a', 'down', '2026-11-22T03:00:00Z'), source('b', 'down')];
  expect(sourceSilence(sources).silentSince).toBe(Date.parse('2026-11-22T05:00:00Z'));
});

it('asks only about the sources that were chosen', () => {
  const sources = [source('a', 'live'), source('b', 'down')];
  expect(sourceSilence(sources, ['a'])).toEqual({ missing: [], silentSince: null });
  expect(sourceSilence(sources, ['b']).silentSince).not.toBeNull();
});

it('a desk without sources (posts come through the API) is not silent', () => {
  expect(sourceSilence([])).toEqual({ missing: [], silentSince: null });
});
