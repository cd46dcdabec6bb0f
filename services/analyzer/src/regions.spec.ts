import { describe, expect, it } from '@jest/globals';
import { encodeEvent, RegionSettings } from '@kentongan/contracts';
import { tokenize, wordDigestsOf } from '@kentongan/language';
import { analyzePost } from './analyze-post.pipeline.js';
import { loadParts } from './load-parts.js';
import { Regions } from './regions.js';

const regionId = 'kota-contoh';

function configured(settings: object): Uint8Array {
  const data = RegionSettings.parse({ regionId, name: 'Kota Contoh', mode: 'live', ...settings });
  return encodeEvent({
    id: 'region.configured-1',
    type: 'region.configured',
    v: 1,
    occurredAt: '2026-03-01T00:00:00.000Z',
    regionId,
    correlationId: 'test|1',
    causationId: null,
    data,
  });
}

function placeLesson(region: string): Uint8Array {
  return encodeEvent({
    id: 'correction.recorded|a',
    type: 'correction.recorded',
    v: 1,
    occurredAt: '2026-03-01T00:00:00.000Z',
    regionId: region,
    correlationId: 'contoh:1',
    causationId: null,
    data: {
      postId: 'contoh:1',
      label: { part: 'place', words: 'pasar lama', code: '33.74.02' },
      nearCopyKey: null,
      wordDigests: [],
      at: '2026-03-01T00:00:00.000Z',
    },
  });
}

const codesIn = (regions: Regions, text: string) =>
  regions
    .of(regionId)
    .ownNames?.find(tokenize(text))
    .map(({ code }) => code);

describe('what the analyzer knows of a region', () => {
  it('are its own names and where its sources are at home', () => {
    const regions = new Regions();
    const feed = { sourceId: 'koran', name: 'Koran', url: 'https://contoh.example/rss', placeCode: '33.28' };
    const ownPlaces = [{ name: 'Tugu Biru', placeCode: '33.74.01' }];
    regions.record(regionId, configured({ feeds: [feed], ownPlaces }));
    expect(codesIn(regions, 'ramai di tugu biru')).toEqual(['33.74.01']);
    expect(regions.of(regionId).sourceHomes?.get('koran')).toBe('33.28');
  });

  it('keeps what officers taught when the settings change, and forgets the names that are gone', () => {
    const regions = new Regions();
    regions.learn(`${regionId}|a`, placeLesson(regionId));
    regions.record(regionId, configured({ ownPlaces: [{ name: 'Tugu Biru', placeCode: '33.74.01' }] }));
    regions.record(regionId, configured({}));
    expect(codesIn(regions, 'tugu biru dekat pasar lama')).toEqual(['33.74.02']);
    regions.learn(`${regionId}|a`, null);
    expect(codesIn(regions, 'tugu biru dekat pasar lama')).toEqual([]);
  });

  it('is nothing of other regions', () => {
    const regions = new Regions();
    regions.learn('kota-lain|a', placeLesson('kota-lain'));
    expect(codesIn(regions, 'pasar lama') ?? []).toEqual([]);
  });
});

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

describe('what the analyzer learned in a region', () => {
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
