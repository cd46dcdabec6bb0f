import { describe, expect, it } from '@jest/globals';
import type { CollectedPost } from '@kentongan/contracts';
import { type AnalysisParts, analyzePost } from './analyze-post.pipeline.js';
import { loadParts } from './load-parts.js';
import { Regions } from './regions.js';

const hoaxText =
  'Awas air ledeng di Pedurungan sudah dicampur racun tikus oleh petugas gadungan, jangan diminum sampai ada pemberitahuan';
const parts: AnalysisParts = loadParts();
parts.hoaxMemory.record(
  { factId: 'uji:racun', title: 'Air Ledeng Dicampur Racun Tikus', hoaxText },
  'semarang',
);

function matchOf(text: string, more: Partial<CollectedPost> = {}, regionId = 'semarang') {
  const at = '2026-03-02T01:00:00.000Z';
  const post: CollectedPost = {
    postId: 'uji:1',
    revision: 1,
    mode: 'historical',
    platform: 'x',
    text,
    createdAt: at,
    firstCreatedAt: at,
    fetchedAt: at,
    foundBy: ['uji'],
    deleted: false,
    ...more,
  };
  return analyzePost(post, new Regions().of(regionId), parts).hoaxMatch;
}

describe('the hoax match of a post', () => {
  it('is certain for who passes the hoax on', () => {
    expect(matchOf(hoaxText)).toMatchObject({ factId: 'uji:racun', level: 'same', stance: 'tells' });
  });

  it('raises no alarm over who corrects it or asks, nor over press and offices, be the copy ever so exact', () => {
    for (const match of [
      matchOf(`${hoaxText}. Kabar itu tidak benar, sudah dicek ke PDAM`),
      matchOf(`Apa benar ini? ${hoaxText}`),
      matchOf(hoaxText, { authorKind: 'press' }),
      matchOf(hoaxText, { authorKind: 'official' }),
    ])
      expect(match?.level).toBe('related');
  });

  it('is none in another region', () => {
    expect(matchOf(hoaxText, {}, 'tegal')).toBeNull();
  });
});
