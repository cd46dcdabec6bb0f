import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { undisguise } from './disguise.js';
import { StreamWords } from './stream-words.js';
import { termsMax, termsOf } from './terms.js';

const stems = (text: string) => termsOf(tokenize(text)).map(({ stem }) => stem);

describe('the terms of a text', () => {
  it('are stems of words, numbers and hashtag words, without mentions, links and signs', () => {
    expect(stems('@u1 Pemukulan di #PasarJohar 25 orang! https://contoh.example/a')).toEqual([
      ...stems('pukul'),
      'di',
      'pasar',
      'johar',
      '25',
      'orang',
    ]);
  });

  it('bring colloquial words and affixed forms together', () => {
    expect(stems('gak dpt vaksin')).toEqual(stems('tidak dapat vaksin'));
    expect(stems('dipukuli')).toEqual(stems('memukul'));
  });

  it('point to their token and end at their maximum', () => {
    const terms = termsOf(tokenize('anak-anak lari'));
    expect(terms.map(({ token }) => token)).toEqual([0, 0, 1]);
    expect(termsOf(tokenize('kata '.repeat(termsMax + 50)))).toHaveLength(termsMax);
  });
});

describe('one claim in two spellings', () => {
  it.each([
    ['Rp50jt', '50 juta'],
    ['Rp. 5.000.000', '5 juta'],
    ['2,5 miliar', 'Rp2.5M'],
    ['Covid19', 'covid-19'],
  ])('%s is %s', (one, other) => {
    expect(stems(one)).toEqual(stems(other));
  });

  it.each([
    ['kapolres diringkus', 'polisi ditangkap'],
    ['gempa di kutha', 'earthquake di kota'],
    ['kader PDIP', 'kader PDI Perjuangan'],
    ['loker', 'lowongan'],
  ])('%s is %s', (one, other) => {
    expect(stems(one)).toEqual(stems(other));
  });

  it('leaves a standard word and everything unlisted as they are', () => {
    expect(stems('jembatan air kaligarang 2024 3.5')).toEqual([
      ...stems('jembatan'),
      'air',
      'kaligarang',
      '2024',
      '3.5',
    ]);
  });
});

describe('digits in words', () => {
  it.each([
    ['rus4k', 'rusak'],
    ['p3merint4h', 'pemerintah'],
    ['3kg', '3kg'],
    ['g20', 'g20'],
    ['u17', 'u17'],
    ['covid19', 'covid19'],
    ['2024', '2024'],
  ])('%s reads as %s', (written, read) => {
    expect(undisguise(written)).toBe(read);
  });
});

describe('the words of the live stream', () => {
  const day = 86_400_000;
  const hearDays = (words: StreamWords, from: number, days: number, stem: string) => {
    for (let i = 0; i < days * 2_000; i += 1)
      words.observe([stem, `lain${i % 500}`], [1, 2], (from + i / 2_000) * day);
  };

  it('forget an old topic when a new one fills the stream', () => {
    const words = new StreamWords();
    hearDays(words, 0, 14, 'banjir');
    const atItsHeight = words.shareOf('banjir');
    hearDays(words, 14, 56, 'pasar');
    expect(atItsHeight).toBeGreaterThan(0.4);
    expect(words.shareOf('banjir')).toBeLessThan(atItsHeight / 8);
  });

  it('keep what little a quiet desk heard, over a silence of years', () => {
    const words = new StreamWords();
    hearDays(words, 0, 1, 'banjir');
    const before = words.shareOf('banjir');
    words.observe(['hujan'], [], 3_650 * day);
    expect(words.shareOf('banjir')).toBeCloseTo(before, 3);
  });

  it('know which words come together, and little from few posts', () => {
    const words = new StreamWords();
    words.observe(['a', 'b'], [1, 2], 0);
    expect(words.shareGiven(2, 1)).toBeLessThan(0.2);
    for (let i = 0; i < 200; i += 1) words.observe(['a', 'b'], [1, 2], i);
    expect(words.shareGiven(2, 1)).toBeGreaterThan(0.9);
    expect(words.shareGiven(3, 1)).toBe(0);
  });
});
