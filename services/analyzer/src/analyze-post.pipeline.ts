import { type CopyWords, copyWordsOf, guardedMatch, type HoaxMemory } from '@kentongan/claims';
import type { Analysis, CollectedPost, PlaceMention } from '@kentongan/contracts';
import {
  findSubjects,
  type Gazetteer,
  type LanguageModel,
  type Lessons,
  type OwnNames,
  officialTargets,
  type PlaceOptions,
  type PostTypeModel,
  recognisePlaces,
  type SentimentModel,
  type SpanModel,
  sentimentTowards,
  type Token,
  tokenize,
  type WatchRules,
} from '@kentongan/language';

/** Raise it whenever the same post would be understood differently: newer effects then replace older ones. */
export const analysisVersion = 4;

const placesMax = 20;
const hashtagsMax = 30;
const watchRulesMax = 50;
/** A post's location field names where it was sent from or is about; words in the text say it more surely. */
const locationFieldTrust = 0.8;

export interface AnalysisParts {
  readonly languages: LanguageModel;
  readonly sentiment: SentimentModel;
  readonly postTypes: PostTypeModel;
  readonly gazetteer: Gazetteer;
  readonly placeMarker: SpanModel;
  readonly hoaxMemory: HoaxMemory;
}

/** What of a region decides how its posts are read. */
export interface RegionReading {
  readonly regionId: string;
  readonly placeRoots: readonly string[];
  /** Where a source is at home, by its id. */
  readonly sourceHomes?: ReadonlyMap<string, string>;
  /** What its desk lists and its officers corrected. */
  readonly ownNames?: OwnNames;
  readonly watchRules: WatchRules;
  readonly lessons: Lessons;
  /** Press publishers beside the shipped list. */
  readonly pressHosts?: ReadonlySet<string>;
}

/**
 * posts.collected → posts.analyzed, for one post. Every step reads the same tokens, none the raw text again.
 * Pure but for the hoax memory.
 */
export function analyzePost(post: CollectedPost, region: RegionReading, parts: AnalysisParts): Analysis {
  const tokens = tokenize(post.text);
  const language = parts.languages.identify(tokens);
  const postType = postTypeOf(post, tokens, region, parts.postTypes);
  const copyWords = copyWordsOf(tokens);
  const match = matchHoax(post, { tokens, copyWords }, region.regionId, parts.hoaxMemory);
  const analysis: Analysis = {
    analysisVersion,
    language,
    sentiment: sentimentOf(tokens, parts.sentiment, language.code),
    ...sentimentOfTargets(tokens, parts.sentiment, language.code),
    places: findPlaces(post, tokens, region, parts),
    subjects: findSubjects(tokens),
    postType,
    nearCopyKey: copyWords.key,
    hoaxMatch: match && guardedMatch(match, tokens, { authorKind: post.authorKind, postType }),
    hashtags: hashtagsOf(tokens),
    watchRules: region.watchRules.match(tokens).slice(0, watchRulesMax),
  };
  // Last: what an officer said of such a post counts for more than what any step made of it.
  return region.lessons.apply(analysis, post.text, tokens);
}

function postTypeOf(
  { authorKind, url }: CollectedPost,
  tokens: readonly Token[],
  { pressHosts }: RegionReading,
  model: PostTypeModel,
): Analysis['postType'] {
  const { label, confidence, reasons } = model.decide(tokens, {
    ...(pressHosts && { pressHosts }),
    ...(authorKind && { authorKind }),
    ...(url && { url }),
  });
  return { label, confidence, reasons: reasons.map(({ code, words }) => ({ code, words: [...words] })) };
}

/** The model's margins stay inside: consumers get the label and how sure it is. */
function sentimentOf(
  tokens: readonly Token[],
  model: SentimentModel,
  language: string,
): Analysis['sentiment'] {
  const { label, confidence } = model.score(tokens, language);
  return { label, confidence };
}

/** Of the offices and programmes that the post names; nothing when it names none. */
function sentimentOfTargets(
  tokens: readonly Token[],
  model: SentimentModel,
  language: string,
): Pick<Analysis, 'sentimentTowards'> {
  const targets = officialTargets(tokens);
  if (targets.length === 0) return {};
  const sentimentTowardsTargets = targets.map((target) => {
    const others = targets.filter((other) => other !== target);
    const { label, confidence } = sentimentTowards(tokens, target, model, { others, language });
    return { ...target, label, confidence };
  });
  return { sentimentTowards: sentimentTowardsTargets };
}

/**
 * A live desk also learns which words everybody uses this week, so that they accuse nobody. A historical region only
 * asks: its posts must be understood the same however often the file is replayed or the process dies.
 */
function matchHoax(
  post: CollectedPost,
  { tokens, copyWords }: { readonly tokens: readonly Token[]; readonly copyWords: CopyWords },
  regionId: string,
  memory: HoaxMemory,
): Analysis['hoaxMatch'] {
  return post.mode === 'live'
    ? memory.hear(tokens, Date.parse(post.createdAt), regionId, copyWords)
    : memory.match(tokens, regionId, copyWords);
}

/**
 * Places in the text first, then those of the location field, which has no offsets in the text. The field names nothing but a
 * place, so that no marker is asked; it also tells which of several namesakes the text means.
 */
function findPlaces(
  post: CollectedPost,
  tokens: readonly Token[],
  { placeRoots: roots, sourceHomes, ownNames }: RegionReading,
  { gazetteer, placeMarker: marker }: AnalysisParts,
): PlaceMention[] {
  const sources = post.foundBy.flatMap((source) => sourceHomes?.get(source) ?? []);
  const options: PlaceOptions = { roots, home: sources, ...(ownNames && { ownNames }) };
  const inLocation = post.location ? recognisePlaces(tokenize(post.location), gazetteer, options) : [];
  const located = inLocation.flatMap(({ codes }) => (codes.length === 1 ? codes : []));
  const inText = recognisePlaces(tokens, gazetteer, { ...options, marker, home: [...located, ...sources] });
  const fromLocation = inLocation.map((mention) => ({
    ...mention,
    start: 0,
    end: 0,
    confidence: mention.confidence * locationFieldTrust,
  }));
  return [...inText, ...fromLocation].slice(0, placesMax);
}

function hashtagsOf(tokens: readonly Token[]): string[] {
  const tags = tokens
    .filter((token) => token.kind === 'hashtag')
    .map((token) => token.norm.replace(/^#/, '').slice(0, 100));
  return [...new Set(tags)].filter((tag) => tag !== '').slice(0, hashtagsMax);
}
