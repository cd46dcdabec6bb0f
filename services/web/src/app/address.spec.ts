import { describe, expect, it } from 'vitest';
import { failureOf, messageOf } from '../api/failure.js';
import { spansOfWords, titleOf } from '../check/word-spans.js';
import { startingRegion } from '../session/region.js';
import { isWebAddress } from '../ui/outer-link.js';
import { parseAddressSearch, safeReturnAddress, writeAddressSearch } from './address.js';

describe('the address', () => {
  it('holds texts as they are: a code stays a code, a repeated name is a list', () => {
    const search = parseAddressSearch('?place=33.10&place=33.74&q=banjir%20rob');
    expect(search).toEqual({ place: ['33.10', '33.74'], q: 'banjir rob' });
    expect(parseAddressSearch(writeAddressSearch(search))).toEqual(search);
    expect(writeAddressSearch({ a: undefined })).toBe('');
  });

  it('leads back only into this desk', () => {
    expect(safeReturnAddress('/isu/1?x=y')).toBe('/isu/1?x=y');
    for (const bad of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/masuk',
      undefined,
      ['/x'],
    ])
      expect(safeReturnAddress(bad)).toBe('/');
  });
});

describe('links in posts', () => {
  it('are links only when they lead to the web', () => {
    expect(isWebAddress('https://contoh.example/a')).toBe(true);
    for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address', ''])
      expect(isWebAddress(bad)).toBe(false);
  });
});

describe('what went wrong', () => {
  it('is told in the words of the server, in the language of the reader', () => {
    const body = {
      error: {
        code: 'staleVersion',
        message: { id: 'Sudah berubah.', en: 'Changed.' },
        card: { issueId: 'a' },
      },
    };
    const failure = failureOf(409, body);
    expect([messageOf(failure, 'id'), messageOf(failure, 'en')]).toEqual(['Sudah berubah.', 'Changed.']);
    expect(failure.details).toEqual({ card: { issueId: 'a' } });
  });

  it('has plain words for a page that is no answer of ours', () => {
    expect(failureOf(500, '<html>').code).toBe('unexplained');
    expect(failureOf(502, '<html>').status).toBe(0);
    expect(messageOf(new TypeError('x'), 'id')).toContain('tetap aman');
  });
});

describe('small things', () => {
  it('marks whole words, capitals or not', () => {
    expect(spansOfWords('AIR aman, airnya bersih', ['air'])).toEqual([{ start: 0, end: 3 }]);
  });

  it('titles an issue by the first sentence, cut between words', () => {
    expect(titleOf('Awas! Air beracun di mana-mana')).toBe('Awas! Air beracun di mana-mana');
    expect(titleOf('Air mati sejak pagi. Tolong.')).toBe('Air mati sejak pagi.');
    expect(titleOf(`${'kata '.repeat(60)}`).length).toBeLessThanOrEqual(122);
  });

  it('begins at a region of their own, not at the whole country', () => {
    const regions = [{ regionId: 'default' }, { regionId: 'kota' }];
    expect(startingRegion(regions, null)?.regionId).toBe('kota');
    expect(startingRegion(regions, 'default')?.regionId).toBe('default');
    expect(startingRegion([], 'x')).toBeNull();
  });
});
