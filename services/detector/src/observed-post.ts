import type { ObservedKey, ObservedPost, PostTraits } from '@kentongan/bursts';
import { type Analysis, type AnalyzedPost, type PlaceMention, shortened } from '@kentongan/contracts';

const excerptCharactersMax = 200;
/** The strongest subjects of a post; what it merely touches on would blur the counts. */
const subjectsMax = 3;
const placesMax = 3;
const placeConfidenceMin = 0.5;
/** `33.74.05` is a kecamatan, `33.74.05.1003` a kelurahan in it. */
const districtCodeLength = 8;

/** What the detector needs of an analyzed post. No text but an excerpt goes further than this. */
export function observedPost(post: AnalyzedPost): ObservedPost {
  return {
    postId: post.postId,
    revision: post.revision,
    createdAtMilliseconds: Date.parse(post.createdAt),
    arrivedAtMilliseconds: Date.parse(post.fetchedAt),
    authorKey: post.authorKey ?? null,
    keys: keysOf(post),
    ...(post.copySketch !== undefined && { copySketch: post.copySketch }),
    excerpt: excerptOf(post.text),
    deleted: post.deleted,
    mode: post.mode,
    traits: traitsOf(post),
  };
}

/** What the statement about an event tells of its posts; subjects and places are those that they are counted for. */
function traitsOf({ analysis, authorKind, platform }: AnalyzedPost): PostTraits {
  const { hoaxMatch } = analysis;
  return {
    postType: analysis.postType.label,
    sentiment: analysis.sentiment.label,
    authorKind: authorKind ?? 'unknown',
    platform,
    subjects: unique(analysis.subjects.slice(0, subjectsMax)),
    places: certainPlaces(analysis),
    factId: hoaxMatch && hoaxMatch.level !== 'related' ? hoaxMatch.factId : null,
  };
}

/** Everything that a post counts towards. */
function keysOf({ foundBy, analysis }: AnalyzedPost): ObservedKey[] {
  return [
    ...foundBy.map((source): ObservedKey => ({ kind: 'volume', value: source })),
    ...subjectKeys(analysis),
    ...(analysis.nearCopyKey === null
      ? []
      : [{ kind: 'nearCopy', value: analysis.nearCopyKey } satisfies ObservedKey]),
    ...hoaxKeys(analysis),
    ...unique(analysis.hashtags.map((tag) => tag.toLowerCase())).map(
      (value): ObservedKey => ({ kind: 'hashtag', value }),
    ),
    ...unique(analysis.watchRules).map((value): ObservedKey => ({ kind: 'watchRule', value })),
  ];
}

/** A subject alone (`flooding|*`) and at each place that the post names without doubt. */
function subjectKeys(analysis: Analysis): ObservedKey[] {
  const places = ['*', ...certainPlaces(analysis)];
  return analysis.subjects
    .slice(0, subjectsMax)
    .flatMap((subject) =>
      places.map((place) => ({ kind: 'subjectPlace', value: `${subject}|${place}` }) as const),
    );
}

const certainPlaces = ({ places }: Analysis): string[] =>
  unique(places.flatMap(certainCodes).slice(0, placesMax * 2));

/** The place and the kecamatan around it; nothing when the words may mean several places. */
function certainCodes({ codes, confidence }: PlaceMention): string[] {
  const [code] = codes;
  if (code === undefined || codes.length > 1 || confidence < placeConfidenceMin) return [];
  return code.length > districtCodeLength ? [code, code.slice(0, districtCodeLength)] : [code];
}

/** `related` is for the eye alone: one in a hundred innocent posts reaches it, so it raises nothing. */
function hoaxKeys({ hoaxMatch }: Analysis): ObservedKey[] {
  if (!hoaxMatch || hoaxMatch.level === 'related') return [];
  return [{ kind: 'hoaxMatch', value: hoaxMatch.factId, certain: hoaxMatch.level === 'same' }];
}

/** Lone halves of surrogate pairs become U+FFFD, because PostgreSQL's jsonb refuses them; NUL becomes a blank. */
function excerptOf(text: string): string {
  return shortened(text, excerptCharactersMax)
    .replaceAll('\0', ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
