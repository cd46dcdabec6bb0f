import { describe, expect, it } from '@jest/globals';
import { normCharactersMax } from './norm.js';
import type { Token } from './token.js';
import { tokenize } from './tokenize.js';

const shown = (text: string) => tokenize(text).map((token) => `${token.kind}:${token.text}`);
const norms = (text: string) => tokenize(text).map((token) => token.norm);
const only = (text: string): Token => {
  const tokens = tokenize(text);
  expect(tokens).toHaveLength(1);
  return tokens[0]!;
};

describe('tokenize', () => {
  it('reads an ordinary post', () => {
    expect(shown('Jalan di Genuk rusak parah, tolong @dpu_kota!! #BanjirLagi https://t.co/AbC12.')).toEqual([
      'word:Jalan',
      'word:di',
      'word:Genuk',
      'word:rusak',
      'word:parah',
      'punctuation:,',
      'word:tolong',
      'mention:@dpu_kota',
      'punctuation:!!',
      'hashtag:#BanjirLagi',
      'link:https://t.co/AbC12',
      'punctuation:.',
    ]);
  });

  it.each([
    ['baguuuss', 'bagus'],
    ['MANTAAAPPP', 'mantap'],
    ['maaf', 'maaf'],
    ['XIII', 'xiii'],
    ['anak²', 'anak-anak'],
    ['jalan2nya', 'jalan-jalannya'],
    ['sma2', 'sma2'],
    ['covid19', 'covid19'],
    ["Jum'at", "jum'at"],
    ['Jum’at', "jum'at"],
    ['di-PHK', 'di-phk'],
    ['ho\u200bax', 'hoax'],
    ['𝗛𝗼𝗮𝗸𝘀', 'hoaks'],
    ['h̶o̶a̶x̶', 'hoax'],
    ['caf\u0065\u0301', 'café'],
  ])('folds %s to %s', (text, norm) => {
    expect(only(text)).toMatchObject({ kind: 'word', norm, text });
  });

  it.each([
    ['Rp1.000.000', 'rp1.000.000'],
    ['Rp.50.000', 'rp50.000'],
    ['10rb', '10rb'],
    ['5jt-an', '5jt-an'],
    ["10rb'an", "10rb'an"],
    ['07:30', '07:30'],
    ['12,5%', '12,5%'],
  ])('reads %s as one number', (text, norm) => {
    expect(only(text)).toMatchObject({ kind: 'number', norm });
  });

  it('keeps apart what a hyphen joins between numbers', () => {
    expect(shown('2020-2021')).toEqual(['number:2020', 'punctuation:-', 'number:2021']);
  });

  it.each(['👨‍👩‍👧‍👦', '🇮🇩', '👍🏽', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', ':)', ":'("])('reads %s as one emoji', (text) => {
    expect(only(text).kind).toBe('emoji');
  });

  it.each([
    'www.contoh.id',
    'semarangkota.go.id',
    'bit.ly/3AbC',
    'HTTPS://t.co/x',
    'wa.me/62812',
    '2.bp.blogspot.com/a',
  ])('reads %s as one link', (text) => {
    expect(only(text).kind).toBe('link');
  });

  it('does not take a missing space after a full stop for a link', () => {
    expect(shown('sudah.di rumah')).toEqual(['word:sudah', 'punctuation:.', 'word:di', 'word:rumah']);
  });

  it('gives links one form whatever their scheme', () => {
    expect(only('https://www.Contoh.ID/Berita/').norm).toBe(only('contoh.id/Berita').norm);
  });

  it('splits hashtags into words', () => {
    expect(only('#BanjirSemarang2024').parts).toEqual(['banjir', 'semarang', '2024']);
    expect(only('#DPRDKota_kita').parts).toEqual(['dprd', 'kota', 'kita']);
  });

  it('tells the standard form of slang without losing the word', () => {
    expect(only('bgtttt')).toMatchObject({ norm: 'bgt', slang: 'banget' });
    expect(only('pemkot').slang).toBe('pemerintah kota');
    expect(only('asap').slang).toBeUndefined();
  });

  it('reads masked names and entities as one token', () => {
    expect(shown('Yth [NAMA] &amp; warga')).toEqual([
      'word:Yth',
      'mention:[NAMA]',
      'punctuation:&amp;',
      'word:warga',
    ]);
    expect(norms('&lt;3')).toEqual(['<', '3']);
  });
});

/** Deterministic noise (Park-Miller), so that a failing text can be found again. */
function randomTexts(count: number): string[] {
  let state = 20_251;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const pieces = [
    'a',
    'Z',
    '9',
    ' ',
    '.',
    '-',
    "'",
    '@',
    '#',
    '²',
    '\u200b',
    '\u0301',
    '\ud800',
    '\udc00',
    '👍',
    '🏽',
    '‍',
    '🇮',
    '&amp;',
    'http://',
    't.co/',
    'Rp',
    '\u202e',
    'ع',
    '中',
    '[',
    'NAMA]',
    ':)',
    '\n',
    '️',
    '%',
  ];
  return Array.from({ length: count }, () =>
    Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join(''),
  );
}

describe('tokenize on any text', () => {
  it('gives offsets that slice back to the token, in order, without overlap, and loses no letter', () => {
    for (const text of randomTexts(600)) {
      let last = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.start).toBeGreaterThanOrEqual(last);
        expect(text.slice(last, token.start)).not.toMatch(/[a-z0-9中ع]/i);
        last = token.end;
      }
      expect(text.slice(last)).not.toMatch(/[a-z0-9中ع]/i);
    }
  });

  it.each([
    ['one endless word', 'a'],
    ['dots between letters', 'a.'],
    ['hyphens', 'a-'],
    ['stacked accents', '\u0316\u0301'],
    ['zero-width characters', 'a\u200b'],
    ['joiners', '👩‍'],
    ['lone surrogates', '\ud83d'],
    ['handles', '@.'],
    ['hashtags', '#\u200b'],
    ['brackets', '[A'],
    ['schemes', 'http://'],
    ['right-to-left', '\u202eع '],
    ['digits', '1.'],
  ])('bears a megabyte of %s', (_name, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const tokens = tokenize(`z${text}`);
    expect(tokens.length).toBeGreaterThan(0);
    // NFKC may lengthen a form at most 18-fold (U+FDFA); links keep up to 2,048 characters.
    for (const token of tokens.slice(0, 1000))
      expect(token.norm.length).toBeLessThanOrEqual(Math.max(2048, normCharactersMax * 18));
  });
});
