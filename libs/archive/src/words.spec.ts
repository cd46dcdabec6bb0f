import { describe, expect, it } from '@jest/globals';
import { samplePost } from './contract/sample-posts.js';
import { highlight } from './highlight.js';
import { keysOf } from './keys.js';
import { parseQuery } from './query/parse.js';
import { everything } from './query/query.js';
import { rankByWords } from './ranking.js';
import { indexedWordsMax, wordsOf } from './words.js';

const shown = (text: string): string[] =>
  wordsOf(text).map((word) => `${word.isAsWritten ? '' : '~'}${word.lexeme}@${word.position}`);

describe('the words of a text', () => {
  it('are stems with positions; other spellings share the position of the word', () => {
    expect(shown('Jalan-jalan, gak membersihkan!')).toEqual(['jalan@1', 'gak@2', '~tidak@2', 'bersih@3']);
    expect(shown('#BanjirRob 2024')).toEqual(['banjir@1', 'rob@2', '~banjirrob@1', '2024@3']);
    expect(shown('lihat https://Contoh.id/AbC?x=1')).toEqual([
      'lihat@1',
      'contoh.id/AbC?x=1@2',
      '~contoh.id@2',
    ]);
  });

  it('leave out people and punctuation, and know where they stand', () => {
    expect(shown('@seseorang: [NAMA], ya')).toEqual(['ya@1', ...shown('ya').slice(1)]);
    expect(wordsOf('ada  banjir').at(-1)).toMatchObject({ start: 5, end: 11 });
  });

  it('end at their limit', () => {
    expect(wordsOf('a1 '.repeat(indexedWordsMax + 500)).at(-1)?.position).toBe(indexedWordsMax);
  });

  it('cannot be taken for a key', () => {
    const keys = new Set(keysOf(samplePost('contoh:1', { authorKey: 'k', analysis: { subjects: ['air'] } })));
    expect(keys).toContain('author=k');
    for (const { lexeme } of wordsOf('author=k subject=air sentiment=neutral platform=contoh #author=k'))
      expect(keys).not.toContain(lexeme);
  });
});

describe('highlights', () => {
  const marked = (text: string, query: string): string[] => {
    const parsed = parseQuery(query);
    return highlight(text, parsed.ok ? parsed.query : everything).map(({ start, end }) =>
      text.slice(start, end),
    );
  };
  it('mark words in every form, whole phrases, hashtags and no negated word', () => {
    const text = 'Lampu jalan mati. Penerangan jalan & LAMPU! #LampuMati';
    expect(marked(text, 'lampu')).toEqual(['Lampu', 'LAMPU', '#LampuMati']);
    expect(marked(text, '"lampu jalan" -mati')).toEqual(['Lampu jalan']);
    expect(marked(text, 'lampu OR "lampu jalan" OR jalan')).toEqual([
      'Lampu jalan',
      'jalan',
      'LAMPU',
      '#LampuMati',
    ]);
    expect(marked(text, 'sumber:x')).toEqual([]);
  });
});

describe('best first', () => {
  const at = (postId: string, text: string, milliseconds = 0) => ({ postId, text, milliseconds });
  const order = (texts: ReturnType<typeof at>[], phrases: string[][]): string[] =>
    rankByWords(texts, phrases).map((hit) => hit.postId);

  it('prefers more of a word, shorter texts and rarer words', () => {
    expect(order([at('a', 'rob satu dua'), at('b', 'rob rob satu')], [['rob']])).toEqual(['b', 'a']);
    expect(order([at('a', 'rob dan hal lain yang panjang'), at('b', 'rob')], [['rob']])).toEqual(['b', 'a']);
    const texts = [at('a', 'air satu'), at('b', 'rob satu'), at('c', 'air dua'), at('d', 'air tiga')];
    expect(order(texts, [['air'], ['rob']])[0]).toBe('b');
  });

  it('breaks ties by time, then by id, and takes an empty list', () => {
    expect(order([at('a', 'rob', 1), at('b', 'rob', 2), at('c', 'rob', 2)], [['rob']])).toEqual([
      'c',
      'b',
      'a',
    ]);
    expect(order([], [['rob']])).toEqual([]);
    expect(order([at('a', '!!')], [])).toEqual(['a']);
  });
});
