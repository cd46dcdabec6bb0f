import { describe, expect, it } from '@jest/globals';
import { observedPost } from './observed-post.js';
import { analyzedPost } from './testing/analyzed-post.js';

const keysOf = (...parts: Parameters<typeof analyzedPost>) =>
  observedPost(analyzedPost(...parts)).keys.map(({ kind, value }) => `${kind}:${value}`);
const place = (codes: string[], confidence = 0.9) => ({ start: 0, end: 5, codes, confidence });

describe('what a post counts towards', () => {
  it('is each feed that found it', () => {
    expect(keysOf('1', 0, {}, { foundBy: ['rss-a', 'file:hari.ndjson'] })).toEqual([
      'volume:rss-a',
      'volume:file:hari.ndjson',
    ]);
  });

  it('is its strongest subjects, alone and at the place and the kecamatan around it', () => {
    const analysis = {
      subjects: ['flooding', 'drains', 'waste', 'noise'],
      places: [place(['33.74.06.1003'])],
    };
    expect(keysOf('1', 0, analysis).filter((key) => key.startsWith('subjectPlace:flooding'))).toEqual([
      'subjectPlace:flooding|*',
      'subjectPlace:flooding|33.74.06.1003',
      'subjectPlace:flooding|33.74.06',
    ]);
    expect(keysOf('1', 0, analysis).join()).not.toContain('noise');
  });

  it('is no place that the words leave open or that is hardly believed', () => {
    const places = [place(['33.74.06', '33.76.01']), place(['33.74.07'], 0.2)];
    expect(keysOf('1', 0, { subjects: ['flooding'], places })).toEqual([
      'volume:rss-uji',
      'subjectPlace:flooding|*',
    ]);
  });

  it('is a hoax only from level matched on, certain when it is the same', () => {
    const match = (level: 'same' | 'matched' | 'related') =>
      observedPost(
        analyzedPost('1', 0, { hoaxMatch: { factId: 'f-1', level, score: 0.9, matchedWords: [] } }),
      ).keys.slice(1);
    expect(match('same')).toEqual([{ kind: 'hoaxMatch', value: 'f-1', certain: true }]);
    expect(match('matched')).toEqual([{ kind: 'hoaxMatch', value: 'f-1', certain: false }]);
    expect(match('related')).toEqual([]);
  });

  it('is its near-copies, hashtags and watch rules, each once', () => {
    const analysis = { nearCopyKey: 'c9', hashtags: ['Banjir', 'banjir'], watchRules: ['lampu', 'lampu'] };
    expect(keysOf('1', 0, analysis)).toEqual([
      'volume:rss-uji',
      'nearCopy:c9',
      'hashtag:banjir',
      'watchRule:lampu',
    ]);
  });
});

describe('what goes further of a text', () => {
  it('is an excerpt that a database takes', () => {
    const { excerpt, authorKey } = observedPost(
      analyzedPost('1', 0, {}, { text: `\0\uD83D ${'a '.repeat(198)}`, authorKey: undefined as never }),
    );
    expect(excerpt).toBe(` \uFFFD ${'a '.repeat(97)}a…`);
    expect(authorKey).toBeNull();
  });
});

describe('what a post is', () => {
  it('is told with the subjects and places that it counts for, and the fact it resembles', () => {
    const analysis = {
      subjects: ['flooding', 'drains', 'waste', 'noise'],
      places: [place(['33.74.06.1003']), place(['33.74.06', '33.76.01'])],
      hoaxMatch: { factId: 'fakta-1', level: 'matched' as const, score: 0.8, matchedWords: [] },
    };
    const { traits } = observedPost(analyzedPost('1', 0, analysis, { authorKind: 'press' }));
    expect(traits).toEqual({
      postType: 'complaint',
      sentiment: 'negative',
      authorKind: 'press',
      platform: 'uji',
      subjects: ['flooding', 'drains', 'waste'],
      places: ['33.74.06.1003', '33.74.06'],
      factId: 'fakta-1',
    });
  });

  it('is of an unknown kind of author when the source does not say, and resembles no fact by a loose tie', () => {
    const hoaxMatch = { factId: 'fakta-1', level: 'related' as const, score: 0.4, matchedWords: [] };
    expect(observedPost(analyzedPost('1', 0, { hoaxMatch })).traits).toMatchObject({
      authorKind: 'unknown',
      factId: null,
    });
  });
});
