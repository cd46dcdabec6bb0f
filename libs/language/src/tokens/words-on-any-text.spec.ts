import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../training/random.js';
import { fold, normOfWord } from './norm.js';
import { tokenize } from './tokenize.js';

const pieces = [
  ..."aBcdIixXlo0134579 .-_*$²'’#@",
  'aaa',
  'iii',
  'anak2',
  'h.o.a.x',
  'b a n j i r',
  'b4nj1r',
  'о',
  'а',
  'ﬃ',
  '\ufdfa',
  '\u200b',
  '\u0301',
  '\ud800',
  '👍🏽',
  'İ',
  '﷽',
];

/** Texts of pieces that the rules look for, and of any code points. */
function texts(count: number): string[] {
  const random = seededRandom(11);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: below(30) }, () =>
      i % 3 === 0 ? String.fromCodePoint(below(0x110000)) : pieces[below(pieces.length)]!,
    ).join(''),
  );
}

describe('the form of a word', () => {
  it('of any text is its own form', () => {
    for (const text of [...texts(3000), 'aﬀf', 'XIII', 'viii', 'a'.repeat(300), `${'ab'.repeat(70)}2`]) {
      const norm = normOfWord(text);
      expect(normOfWord(norm)).toBe(norm);
    }
  });

  it('stands in a token whose offsets slice back to it', () => {
    let tokens = 0;
    for (const text of texts(2000)) {
      let last = 0;
      for (const token of tokenize(text)) {
        expect(text.slice(token.start, token.end)).toBe(token.text);
        expect(token.start).toBeGreaterThanOrEqual(last);
        last = token.end;
        tokens += 1;
      }
    }
    expect(tokens).toBeGreaterThan(5000);
  });

  it.each(['a.', 'a ', 'a$', '4a', 'a-b', 'о', 'a4', 'a*a'])('bears a megabyte of "%s"', (unit) => {
    expect(tokenize(unit.repeat(1_000_000 / unit.length)).length).toBeGreaterThan(0);
  });
});

describe('disguised words', () => {
  it.each([
    ['h.o.a.x', 'hoax'],
    ['b.4.n.j.1.r', 'banjir'],
    ['B-A-N-J-I-R', 'banjir'],
    ['k*p*k', 'kpk'],
    ['B A N J I R', 'banjir'],
    ['b4nj1r', 'banjir'],
    ['k0rup51', 'korupsi'],
    ['korup$i', 'korupsi'],
    ['h04x', 'hoax'],
    ['bаnjіr', 'banjir'],
    ['ko\u200brup\u00adsi', 'korupsi'],
  ])('%s reads %s', (text, norm) => {
    const [token, ...more] = tokenize(text);
    expect(token).toMatchObject({ kind: 'word', norm, text });
    expect(more).toEqual([]);
  });

  it.each(['covid19', 'h5n1', 'p3k', 'rt04rw05', 'smpn1bawen', 'h1234ab', 'b2b', 'mp3', 'sma2', 'москва'])(
    '%s stays',
    (text) => {
      expect(normOfWord(text)).toBe(fold(text));
    },
  );

  it('are read in hashtags too', () => {
    expect(tokenize('#b4nj1r')[0]?.parts).toEqual(['banjir']);
  });

  it('ends before the next whole word', () => {
    expect(tokenize('B A N J I R besar di a.n. Budi').map(({ norm }) => norm)).toEqual([
      'banjir',
      'besar',
      'di',
      'a',
      '.',
      'n',
      '.',
      'budi',
    ]);
  });

  it('leaves amounts and links alone', () => {
    expect(tokenize('US$100 a.b.contoh.id').map(({ kind }) => kind)).toEqual([
      'word',
      'punctuation',
      'number',
      'link',
    ]);
  });
});
