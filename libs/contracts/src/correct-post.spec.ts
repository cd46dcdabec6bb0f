import { describe, expect, it } from '@jest/globals';
import { correctPost, keepCorrections, uncorrectPost } from './correct-post.js';
import { postLabelsMax } from './correction-target.js';
import type { CorrectedPost, DatedPostLabel, PostLabel } from './corrections.js';

const post: CorrectedPost = {
  postId: 'contoh:1',
  revision: 1,
  mode: 'live',
  platform: 'contoh',
  text: 'Jalan  Gajah rusak, kata warga Gajah dan Bangetayu',
  createdAt: '2026-03-10T03:00:00.000Z',
  firstCreatedAt: '2026-03-10T03:00:00.000Z',
  fetchedAt: '2026-03-10T03:00:00.000Z',
  foundBy: ['umpan'],
  deleted: false,
  analysis: {
    analysisVersion: 1,
    language: { code: 'id', confidence: 0.9 },
    sentiment: { label: 'neutral', confidence: 0.6 },
    places: [
      { start: 7, end: 12, codes: ['33.21.07', '33.74.01'], confidence: 0.4 },
      { start: 31, end: 36, codes: ['33.21.07'], confidence: 0.4 },
    ],
    subjects: [],
    postType: { label: 'other', confidence: 0.5 },
    nearCopyKey: null,
    hoaxMatch: null,
    hashtags: [],
    watchRules: [],
  },
};

const dated = (label: PostLabel): DatedPostLabel => ({ ...label, at: '2026-03-10T04:00:00.000Z' });
const place = (words: string, code: string | null) => dated({ part: 'place', words, code });
const negative = dated({ part: 'sentiment', label: 'negative' });

describe('a corrected post', () => {
  it('carries the person’s label beside what the program said, and gets the latter back', () => {
    const corrected = correctPost(post, negative);
    expect(corrected.analysis.sentiment).toEqual({ label: 'negative', confidence: 1 });
    expect(corrected.corrections).toMatchObject({
      labels: [negative],
      said: { sentiment: { label: 'neutral' } },
    });
    expect(uncorrectPost(corrected, negative)).toEqual(post);
  });

  it('takes the latest word on each part, and forgets the program’s word by none of them', () => {
    const twice = correctPost(correctPost(post, negative), dated({ part: 'sentiment', label: 'positive' }));
    expect(twice.corrections?.labels).toHaveLength(1);
    const both = correctPost(twice, dated({ part: 'postType', label: 'complaint' }));
    expect(both.analysis).toMatchObject({
      sentiment: { label: 'positive' },
      postType: { label: 'complaint' },
    });
    const left = uncorrectPost(both, negative);
    expect(left.analysis).toMatchObject({
      sentiment: { label: 'neutral' },
      postType: { label: 'complaint' },
    });
  });

  it('has a place wherever the words stand, none where they name none, a new one where they stand first', () => {
    const places = (...labels: DatedPostLabel[]) => labels.reduce(correctPost, post).analysis.places;
    expect(places(place('gajah', '33.74.01')).map(({ start, codes }) => [start, codes])).toEqual([
      [7, ['33.74.01']],
      [31, ['33.74.01']],
    ]);
    expect(places(place('gajah', null))).toEqual([]);
    expect(places(place('gajah', null), place('bangetayu', '33.74.05'))).toEqual([
      { start: 41, end: 50, codes: ['33.74.05'], confidence: 1 },
    ]);
    expect(places(place('', '33.74'))[0]).toEqual({ start: 0, end: 0, codes: ['33.74'], confidence: 1 });
    expect(places(place('pedurungan', '33.74.06'))).toEqual(post.analysis.places);
  });

  it('keeps the person’s word through a new revision, whose own labels come back with the undoing', () => {
    const fresh = {
      ...post,
      revision: 2,
      analysis: {
        ...post.analysis,
        analysisVersion: 2,
        sentiment: { label: 'positive' as const, confidence: 0.7 },
      },
    };
    const kept = keepCorrections(fresh, correctPost(post, negative).corrections);
    expect(kept.analysis.sentiment.label).toBe('negative');
    expect(uncorrectPost(kept, negative)).toEqual(fresh);
    expect(keepCorrections({ ...fresh, deleted: true }, kept.corrections).corrections).toBeUndefined();
  });

  it('is full after as many labels as a post can have', () => {
    const full = Array.from({ length: postLabelsMax }, (_, i) => place(`kata${i}`, null)).reduce(
      correctPost,
      post,
    );
    expect(correctPost(full, negative)).toBe(full);
    expect(correctPost(full, place('kata0', '33.74')).corrections?.labels).toHaveLength(postLabelsMax);
  });
});
