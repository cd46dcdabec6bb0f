import { expect, it } from 'vitest';
import { foldCopies } from './fold-copies.js';

const hit = (postId: string, nearCopyKey: string | null) => ({ post: { postId, analysis: { nearCopyKey } } });
const ids = (pages: ReturnType<typeof hit>[][]) => foldCopies(pages).map(({ post }) => post.postId);

it('the first of each text stands for its copies, across pages', () => {
  expect(
    ids([
      [hit('a', 'k'), hit('b', 'k'), hit('c', 'l')],
      [hit('d', 'k'), hit('e', 'm')],
    ]),
  ).toEqual(['a', 'c', 'e']);
});

it('posts too short for a key stand for themselves, but each once', () => {
  expect(
    ids([
      [hit('a', null), hit('b', null)],
      [hit('b', null), hit('c', null)],
    ]),
  ).toEqual(['a', 'b', 'c']);
});

it('a post whose id reads like a key hides nothing', () => {
  expect(ids([[hit('k', null), hit('b', 'k')]])).toEqual(['k', 'b']);
});
