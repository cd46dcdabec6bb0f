import { type AnalyzedPost, encodeEvent, type RegionSettings } from '@kentongan/contracts';

const start = Date.parse('2026-03-01T17:00:00Z');
const hour = 3_600_000;

/** An analyzed post `atHours` after a Monday's start in Jakarta. */
export function analyzedPost(
  id: string,
  atHours: number,
  analysis: Partial<AnalyzedPost['analysis']> = {},
  changes: Partial<AnalyzedPost> = {},
): AnalyzedPost {
  const createdAt = new Date(Math.floor(start + atHours * hour)).toISOString();
  return {
    postId: `uji:${id}`,
    revision: 1,
    mode: 'live',
    platform: 'uji',
    text: `Lampu jalan di depan balai padam (${id})`,
    createdAt,
    firstCreatedAt: createdAt,
    fetchedAt: createdAt,
    authorKey: `penulis-${id}`,
    foundBy: ['rss-uji'],
    deleted: false,
    analysis: {
      analysisVersion: 1,
      language: { code: 'id', confidence: 0.9 },
      sentiment: { label: 'negative', confidence: 0.7 },
      places: [],
      subjects: [],
      postType: { label: 'complaint', confidence: 0.8 },
      nearCopyKey: null,
      hoaxMatch: null,
      hashtags: [],
      watchRules: [],
      ...analysis,
    },
    ...changes,
  };
}

export function analyzedRecord(regionId: string, post: AnalyzedPost) {
  const event = { type: 'post.analyzed', v: 1, occurredAt: post.fetchedAt, data: post } as const;
  return recordOf(regionId, `${post.postId}-${post.revision}`, event);
}

export function configuredRecord(settings: RegionSettings) {
  const event = {
    type: 'region.configured',
    v: 1,
    occurredAt: new Date(start).toISOString(),
    data: settings,
  } as const;
  return recordOf(settings.regionId, 'settings', event);
}

function recordOf(
  regionId: string,
  id: string,
  event: { type: string; v: number; occurredAt: string; data: unknown },
) {
  const value = encodeEvent({ id, regionId, correlationId: id, causationId: null, ...event });
  return { key: regionId, value };
}
