import type { ArchiveHit, FacetsView } from '@kentongan/contracts';

type Post = ArchiveHit['post'];

export function hitOf(more: Partial<Post> & { text: string }, copies = 0): ArchiveHit {
  const at = '2026-11-22T05:00:00.000Z';
  return {
    copies,
    highlights: [{ start: 0, end: 6 }],
    post: {
      postId: `contoh:${more.text.length}`,
      revision: 1,
      mode: 'live',
      platform: 'x',
      createdAt: at,
      firstCreatedAt: at,
      fetchedAt: at,
      foundBy: ['warta'],
      deleted: false,
      analysis: {
        analysisVersion: 1,
        language: { code: 'id', confidence: 1 },
        sentiment: { label: 'negative', confidence: 0.9 },
        places: [{ start: 0, end: 1, codes: ['33.74.06'], confidence: 1 }],
        subjects: ['water'],
        postType: { label: 'complaint', confidence: 0.9 },
        nearCopyKey: copies > 0 ? 'teks-1' : null,
        hoaxMatch: null,
        hashtags: [],
        watchRules: [],
      },
      ...more,
    },
  };
}

const noFacets: FacetsView = {
  source: [],
  platform: [],
  language: [],
  sentiment: [],
  postType: [],
  subject: [],
  place: [],
  countedSince: null,
};

/** A desk with one live source and an archive that answers with these hits. */
export const archiveAnswers = (hits: readonly ArchiveHit[]) => ({
  'GET /api/sources': [
    {
      sourceId: 'warta',
      name: 'Warta Contoh',
      url: 'https://warta.example/rss',
      state: 'live',
      since: '2026-11-01T00:00:00.000Z',
      lastPostAt: null,
      postsLastDay: 3,
      detail: '',
    },
  ],
  'GET /api/places': [
    { code: '33.74.06', name: 'Pedurungan', level: 'district', fullName: 'Pedurungan, Kota Contoh' },
  ],
  'GET /api/archive/search': { hits, nextCursor: null },
  'GET /api/archive/count': { count: hits.length, isLowerBound: false },
  'GET /api/archive/facets': {
    ...noFacets,
    sentiment: [
      { value: 'negative', count: 12 },
      { value: 'neutral', count: 4 },
    ],
    place: [{ value: '33.74.06', count: 9 }],
  },
  'GET /api/archive/histogram': (url: URL) => ({
    timeZone: 'Asia/Jakarta',
    unit: url.searchParams.get('unit'),
    buckets: [{ start: fullHour(url.searchParams.get('from')), count: 3 }],
  }),
});

/** The archive's buckets begin at full hours of the zone. */
function fullHour(from: string | null): string {
  const at = new Date(from ?? '2026-11-22T05:00:00.000Z');
  at.setUTCMinutes(60, 0, 0);
  return at.toISOString();
}
