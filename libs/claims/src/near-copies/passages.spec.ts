import { describe, expect, it } from '@jest/globals';
import { CopyWords } from './copy-words.js';
import { Passages } from './passages.js';

// An invented chain message: forty-eight different content words.
const message = Array.from({ length: 48 }, (_, i) => `kata${i}`);
const comment = Array.from({ length: 30 }, (_, i) => `sendiri${i}`);
const everyone = () => true;
const hashes = (words: readonly string[]) => new CopyWords(words, words).contentHashes;

describe('passages of known texts', () => {
  const known = () => {
    const passages = new Passages();
    passages.add('uji:1', hashes(message));
    passages.add('uji:2', hashes(comment.map((word) => `lain${word}`)));
    return passages;
  };

  it.each([
    ['the first half', message.slice(0, 24)],
    ['the middle', message.slice(14, 34)],
    ['the whole with a page of comment around it', [...comment, ...message, ...comment]],
    ['half with a word changed', [...message.slice(0, 10), 'ganti', ...message.slice(11, 30)]],
  ])('find %s', (_, words) => {
    expect(known().find(hashes(words), everyone)).toBe('uji:1');
  });

  it.each([
    ['a few words of it', message.slice(0, 6)],
    [
      'a sentence of it quoted in a long text',
      [...comment, ...message.slice(0, 12), ...comment.map((w) => `b${w}`)],
    ],
    ['the same words in another order', [...message].reverse()],
    ['nothing', []],
  ])('do not find %s', (_, words) => {
    expect(known().find(hashes(words), everyone)).toBeNull();
  });

  it('tell nobody who may not see the text, and forget it', () => {
    const passages = known();
    expect(passages.find(hashes(message), (id) => id !== 'uji:1')).toBeNull();
    passages.remove('uji:1');
    expect(passages.find(hashes(message), everyone)).toBeNull();
  });

  it('are not moved by a form that hundreds of texts share', () => {
    const passages = new Passages();
    for (let i = 0; i < 60; i += 1) passages.add(`form:${i}`, hashes(message));
    expect(passages.find(hashes(message), everyone)).toBeNull();
  });
});
