import { describe, expect, it } from '@jest/globals';
import { ownSet } from '../measure/own-sets.js';
import { readLabelled } from './labelled-files.js';
import { ownSentimentRows } from './own-sentiment-rows.js';
import { readTypedPosts } from './typed-posts.js';

describe('our own posts that train sentiment', () => {
  const texts = ownSentimentRows().map(({ text }) => text);

  it('hold none that a figure stands on', () => {
    const learned = new Set(texts);
    const scored = [
      ...readLabelled(ownSet('service-posts.test.tsv')),
      ...readTypedPosts(ownSet('post-types.test.tsv')),
    ];
    expect(scored.length).toBeGreaterThan(300);
    expect(scored.filter(({ text }) => learned.has(text))).toEqual([]);
  });

  it('count once each, and leave out talk of any tone', () => {
    const typed = readTypedPosts(ownSet('post-types.train.tsv'));
    const told = typed.filter(({ label }) => label !== 'other').length;
    expect(told).toBeLessThan(typed.length);
    expect(texts).toHaveLength(told + readLabelled(ownSet('service-posts.train.tsv')).length);
  });
});
