import type { AnalyzedPost } from '@kentongan/contracts';
import type { Answer } from '../archive.port.js';
import { parseQuery } from '../query/parse.js';
import type { Query } from '../query/query.js';

type Given = Partial<Omit<AnalyzedPost, 'analysis'>> & {
  readonly analysis?: Partial<AnalyzedPost['analysis']>;
};

/** An invented post; `firstCreatedAt` follows `createdAt` unless it is given. */
export function samplePost(postId: string, given: Given = {}): AnalyzedPost {
  const createdAt = given.createdAt ?? '2026-03-10T03:00:00.000Z';
  return {
    postId,
    revision: 1,
    mode: 'live',
    platform: 'contoh',
    text: 'warga melapor lampu jalan padam',
    createdAt,
    firstCreatedAt: createdAt,
    fetchedAt: createdAt,
    foundBy: ['umpan-contoh'],
    deleted: false,
    ...given,
    analysis: {
      analysisVersion: 1,
      language: { code: 'id', confidence: 0.9 },
      sentiment: { label: 'neutral', confidence: 0.6 },
      places: [],
      subjects: [],
      postType: { label: 'other', confidence: 0.5 },
      nearCopyKey: null,
      hoaxMatch: null,
      hashtags: [],
      watchRules: [],
      ...given.analysis,
    },
  };
}

/** Minutes after a fixed time, as an instant. */
export const minute = (minutes: number): string =>
  new Date(Date.UTC(2026, 2, 10, 3) + minutes * 60_000).toISOString();

export function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${parsed.problem.code} at ${parsed.problem.position}: ${text}`);
  return parsed.query;
}

export function answered<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`no answer: ${answer.problem}`);
  return answer.value;
}
