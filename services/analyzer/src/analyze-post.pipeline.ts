import { type HoaxMemory, nearCopyKey } from '@kentongan/claims';
import type { Analysis, CollectedPost, PlaceMention } from '@kentongan/contracts';
import {
  decidePostType,
  findSubjects,
  type Gazetteer,
  type LanguageModel,
  type Lessons,
  recognisePlaces,
  type SentimentModel,
  type Token,
  tokenize,
  type WatchRules,
} from '@kentongan/language';

/** Raise it whenever the same post would be understood differently: newer effects then replace older ones. */
export const analysisVersion = 1;

const placesMax = 20;
const hashtagsMax = 30;
const watchRulesMax = 50;
/** A post's location field names where it was sent from or is about; words in the text say it more surely. */
const locationFieldTrust = 0.8;

export interface AnalysisParts {
  readonly languages: LanguageModel;
  readonly sentiment: SentimentModel;
  readonly gazetteer: Gazetteer;
  readonly hoaxMemory: HoaxMemory;
}

/** What of a region decides how its posts are read. */
export interface RegionReading {
  readonly placeRoots: readonly string[];
  readonly watchRules: WatchRules;
  readonly lessons: Lessons;
}

/**
 * posts.collected → posts.analyzed, for one post. Every step reads the same tokens, none the raw text again.
 * Pure but for the hoax memory.
 */
export function analyzePost(post: CollectedPost, region: RegionReading, parts: AnalysisParts): Analysis {
  const tokens = tokenize(post.text);
  const analysis: Analysis = {
    analysisVersion,
    language: parts.languages.identify(tokens),
    sentiment: sentimentOf(tokens, parts.sentiment),
    places: findPlaces(post, tokens, region, parts.gazetteer),
    subjects: findSubjects(tokens),
    postType: decidePostType(tokens, {
      platform: post.platform,
      ...(post.authorKind && { authorKind: post.authorKind }),
      ...(post.url && { url: post.url }),
    }),
    nearCopyKey: nearCopyKey(tokens),
    hoaxMatch: matchHoax(post, tokens, parts.hoaxMemory),
    hashtags: hashtagsOf(tokens),
    watchRules: region.watchRules.match(tokens).slice(0, watchRulesMax),
  };
  // Last: what an officer said of such a post counts for more than what any step made of it.
  return region.lessons.apply(analysis, post.text, tokens);
}

/** The model's margins stay inside: consumers get the label and how sure it is. */
function sentimentOf(tokens: readonly Token[], model: SentimentModel): Analysis['sentiment'] {
  const { label, confidence } = model.score(tokens);
  return { label, confidence };
}

/**
 * A live desk also learns which words everybody uses this week, so that they accuse nobody. A historical region only
 * asks: its posts must be understood the same however often the file is replayed or the process dies.
 */
function matchHoax(post: CollectedPost, tokens: readonly Token[], memory: HoaxMemory): Analysis['hoaxMatch'] {
  return post.mode === 'live' ? memory.hear(tokens, Date.parse(post.createdAt)) : memory.match(tokens);
}

/** Places in the text first, then those of the location field, which has no offsets in the text. */
function findPlaces(
  post: CollectedPost,
  tokens: readonly Token[],
  region: RegionReading,
  gazetteer: Gazetteer,
): PlaceMention[] {
  const options = { roots: region.placeRoots };
  const inText = recognisePlaces(tokens, gazetteer, options);
  if (!post.location) return inText.slice(0, placesMax);
  const inLocation = recognisePlaces(tokenize(post.location), gazetteer, options).map((mention) => ({
    ...mention,
    start: 0,
    end: 0,
    confidence: mention.confidence * locationFieldTrust,
  }));
  return [...inText, ...inLocation].slice(0, placesMax);
}

function hashtagsOf(tokens: readonly Token[]): string[] {
  const tags = tokens
    .filter((token) => token.kind === 'hashtag')
    .map((token) => token.norm.replace(/^#/, '').slice(0, 100));
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, hashtagsMax);
}
