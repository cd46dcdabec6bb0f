import { describe, expect, it } from '@jest/globals';
import { templates, write } from './grammar.js';
import { Random } from './random.js';

const lists = { fruit: ['[red|green] apple'], end: ['{space}!', '.'], space: [' '] };
const written = (template: string, words = {}) =>
  new Set(Array.from({ length: 60 }, (_, seed) => write(template, words, lists, new Random(seed))));

describe('templates', () => {
  it('choose between wordings, nested ones too', () => {
    expect(written('[one|two [small|large]] cups')).toEqual(
      new Set(['one cups', 'two small cups', 'two large cups']),
    );
  });

  it('take words of the post before those of the lists', () => {
    expect(written('a {fruit}')).toEqual(new Set(['a red apple', 'a green apple']));
    expect(written('a {fruit}', { fruit: 'plum' })).toEqual(new Set(['a plum']));
  });

  it('leave no gap where nothing was chosen', () => {
    expect(written('well [indeed|] , yes{end}')).toEqual(
      new Set(['well indeed, yes!', 'well, yes!', 'well indeed, yes.', 'well, yes.']),
    );
  });

  it('name the word that is missing', () => {
    expect(() => write('a {nothing}', {}, lists, new Random(1))).toThrow('{nothing}');
  });

  it('are one to a line', () => {
    expect(templates('\n  first \n\n second\n')).toEqual(['first', 'second']);
  });
});
