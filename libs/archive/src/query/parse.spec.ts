import { describe, expect, it } from '@jest/globals';
import { hostileTexts } from '../contract/hostile-texts.js';
import { parseQuery } from './parse.js';
import type { QueryProblemCode } from './problems.js';
import { type Query, queryDepthMax, queryTermsMax } from './query.js';

/** A query as a reader would write it down, with every operator and parenthesis shown. */
function shown(query: Query): string {
  switch (query.kind) {
    case 'everything':
      return '*';
    case 'phrase':
      return query.lexemes.join('_');
    case 'field':
      return `${query.field}=${query.value}`;
    case 'not':
      return `!${shown(query.part)}`;
    case 'and':
    case 'or':
      return `(${query.parts.map(shown).join(query.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

describe('the query language', () => {
  it.each([
    ['banjir', 'banjir'],
    ['  Banjir   GENUK ', '(banjir & genuk)'],
    ['banjir DAN genuk AND rob', '(banjir & genuk & rob)'],
    ['a OR b c ATAU d', '(a | (b & c) | d)'],
    ['(a OR b) c', '((a | b) & c)'],
    ['"lampu jalan" mati', '(lampu_jalan & mati)'],
    ['“lampu jalan”', 'lampu_jalan'],
    ['covid-19', 'covid-19'],
    ['air/pdam', 'air_pdam'],
    ['-rob', '!rob'],
    ['--rob', '!rob'],
    ['NOT BUKAN rob', '!!rob'],
    ['a -(b c)', '(a & !(b & c))'],
    ['a - b', '(a & b)'],
    ['#BanjirRob', 'hashtag=banjirrob'],
    ['-#banjirrob', '!hashtag=banjirrob'],
    ['sumber:warta-kota', 'source=warta-kota'],
    ['sumber:"Warta Kota" rob', '(source=Warta Kota & rob)'],
    ['SENTIMEN:Negatif jenis:keluhan bahasa:jawa', '(sentiment=negative & postType=complaint & language=jv)'],
    ['tempat:33.74.01.1001 subjek:air', '(place=33.74.01.1001 & subject=air)'],
    ['https://bit.ly/AbC', 'bit.ly/AbC'],
    ['12:30', '12:30'],
    ['rob !!! ...', 'rob'],
    ['rob OR !!!', 'rob'],
    ['dan atau', '(dan & atau)'],
    ['""rob', 'rob'],
  ])('reads %s as %s', (text, expected) => {
    const parsed = parseQuery(text);
    expect(parsed.ok ? shown(parsed.query) : parsed.problem.code).toBe(expected);
  });

  it.each<[string, QueryProblemCode, number]>([
    ['', 'empty', 0],
    ['   ', 'empty', 0],
    ['"lampu jalan', 'openQuote', 0],
    ['a "b" "c', 'openQuote', 6],
    ['sumber:"a', 'openQuote', 7],
    ['(a OR b', 'openParenthesis', 0],
    ['(', 'openParenthesis', 0],
    ['a)', 'closeParenthesis', 1],
    [')', 'closeParenthesis', 0],
    ['()', 'missingOperand', 1],
    ['OR a', 'missingOperand', 0],
    ['a OR', 'missingOperand', 2],
    ['a AND OR b', 'missingOperand', 2],
    ['NOT', 'missingOperand', 0],
    ['a (b NOT)', 'missingOperand', 5],
    ['!!! ...', 'noWords', 0],
    ['@seseorang', 'noWords', 0],
    ['sumbr:a', 'unknownField', 0],
    ['rob constructor:a', 'unknownField', 4],
    ['sentimen:marah', 'unknownValue', 0],
    ['jenis:__proto__', 'unknownValue', 0],
    ['tempat:Pedurungan', 'unknownValue', 0],
    ['a'.repeat(10_000), 'tooLong', 1_000],
    ['a '.repeat(queryTermsMax + 1), 'tooManyTerms', 2 * queryTermsMax],
    ['('.repeat(500), 'tooDeep', queryDepthMax],
    [`${'NOT '.repeat(200)}a`, 'tooDeep', 4 * queryDepthMax],
  ])('explains what is wrong with %s', (text, code, position) => {
    const parsed = parseQuery(text);
    expect(parsed).toMatchObject({ ok: false, problem: { code, position } });
    expect(parsed.ok ? '' : parsed.problem.message.id).not.toBe('');
  });

  it('answers every hostile text, and every mix of its own signs, with a value', () => {
    const signs = ['(', ')', '"', '-', 'OR', 'NOT', 'a', '#x', 'sumber:', ':', '\\', "'", ' ', '&', '\0'];
    let seed = 7;
    const next = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    };
    const mixes = Array.from({ length: 2_000 }, () =>
      Array.from({ length: 1 + (next() % 30) }, () => signs[next() % signs.length]).join(
        next() % 2 ? ' ' : '',
      ),
    );
    const answers = [...hostileTexts, ...mixes].map((text) => parseQuery(text).ok);
    expect(answers).toContain(true);
    expect(answers).toContain(false);
  });
});
