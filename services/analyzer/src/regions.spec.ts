import { describe, expect, it } from '@jest/globals';
import { encodeEvent, RegionSettings } from '@kentongan/contracts';
import { tokenize } from '@kentongan/language';
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
    regions.teachPlace(regionId, 'a', {
      words: 'pasar lama',
      code: '33.74.02',
      at: '2026-03-01T00:00:00.000Z',
    });
    regions.record(regionId, configured({ ownPlaces: [{ name: 'Tugu Biru', placeCode: '33.74.01' }] }));
    regions.record(regionId, configured({}));
    expect(codesIn(regions, 'tugu biru dekat pasar lama')).toEqual(['33.74.02']);
    regions.teachPlace(regionId, 'a', null);
    expect(codesIn(regions, 'tugu biru dekat pasar lama')).toEqual([]);
  });

  it('is nothing of other regions', () => {
    const regions = new Regions();
    regions.teachPlace('kota-lain', 'a', {
      words: 'pasar lama',
      code: '33.74.02',
      at: '2026-03-01T00:00:00.000Z',
    });
    expect(codesIn(regions, 'pasar lama') ?? []).toEqual([]);
  });
});
