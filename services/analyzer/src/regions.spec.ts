import { describe, expect, it } from '@jest/globals';
import { encodeEvent } from '@kentongan/contracts';
import { tokenize, wordDigestsOf } from '@kentongan/language';
import { analyzePost } from './analyze-post.pipeline.js';
import { loadParts } from './load-parts.js';
import { Regions } from './regions.js';

const text = 'Lampu jalan Gang Mawar padam sejak kemarin malam';

const lesson = encodeEvent({
  id: 'correction.recorded|1',
  type: 'correction.recorded',
  v: 1,
  occurredAt: '2026-11-22T06:05:00.000Z',
  regionId: 'kota-contoh',
  correlationId: 'contoh:1',
  causationId: null,
  data: {
    postId: 'contoh:1',
    label: { part: 'sentiment', label: 'positive' },
    nearCopyKey: null,
    wordDigests: wordDigestsOf(tokenize(text)),
    at: '2026-11-22T06:05:00.000Z',
  },
});

describe('what the analyzer knows of regions', () => {
  const parts = loadParts();
  const regions = new Regions();
  const read = (regionId: string) => {
    const post = {
      postId: 'contoh:2',
      revision: 1,
      mode: 'live' as const,
      platform: 'contoh',
      text: `${text}!`,
      createdAt: '2026-11-22T07:00:00.000Z',
      firstCreatedAt: '2026-11-22T07:00:00.000Z',
      fetchedAt: '2026-11-22T07:00:00.000Z',
      foundBy: ['umpan'],
      deleted: false,
    };
    const { sentiment, learned } = analyzePost(post, regions.of(regionId), parts);
    return [sentiment.label, learned];
  };

  it('is what its officers corrected, for its own posts alone, until they take it back', () => {
    const untaught = read('kota-contoh');
    expect(untaught).not.toEqual(['positive', ['sentiment']]);
    regions.learn('kota-contoh|contoh:1|sentiment', lesson);
    expect(read('kota-contoh')).toEqual(['positive', ['sentiment']]);
    expect(read('kota-lain')).toEqual(untaught);
    regions.learn('kota-contoh|contoh:1|sentiment', Uint8Array.of(0x7b));
    expect(read('kota-contoh')).toEqual(['positive', ['sentiment']]);
    regions.learn('kota-contoh|contoh:1|sentiment', null);
    expect(read('kota-contoh')).toEqual(untaught);
  });
});
