import type { CollectedPost, PostType, SentimentLabel, SignalComposition } from '@kentongan/contracts';

/** What a post is, as far as a statement about an event tells it. */
export interface PostTraits {
  readonly postType: PostType;
  readonly sentiment: SentimentLabel;
  readonly authorKind: NonNullable<CollectedPost['authorKind']> | 'unknown';
  readonly platform: string;
  readonly subjects: readonly string[];
  /** Gazetteer codes that the post names without doubt. */
  readonly places: readonly string[];
  /** The fact that it resembles at level `matched` or `same`. */
  readonly factId: string | null;
}

/** Traits as one JSON text: tens of thousands of posts are remembered with theirs. */
export type PackedTraits = string;

const traitNames = [
  'postTypes',
  'sentiments',
  'authorKinds',
  'platforms',
  'subjects',
  'places',
  'facts',
] as const;
type TraitName = (typeof traitNames)[number];
type Tally = [value: string, count: number][];

/** Running counts of an event's posts. Plain data, so that it is saved as it is. */
export interface EventComposition {
  /** Posts of before are not the event's. */
  readonly sinceMilliseconds: number;
  posts: number;
  readonly tallies: Record<TraitName, Tally>;
}

/** How many values a statement names. */
const statedMax: Readonly<Record<TraitName, number>> = {
  postTypes: 8,
  sentiments: 3,
  authorKinds: 4,
  platforms: 5,
  subjects: 5,
  places: 5,
  facts: 3,
};
/** Values counted per trait; past that the rarer half is forgotten, so that what comes up late can still rise. */
const talliedMax = 64;

export const emptyComposition = (sinceMilliseconds: number): EventComposition => ({
  sinceMilliseconds,
  posts: 0,
  tallies: {
    postTypes: [],
    sentiments: [],
    authorKinds: [],
    platforms: [],
    subjects: [],
    places: [],
    facts: [],
  },
});

export const packTraits = (traits: PostTraits): PackedTraits =>
  JSON.stringify([
    [traits.postType],
    [traits.sentiment],
    [traits.authorKind],
    [traits.platform],
    traits.subjects,
    traits.places,
    traits.factId === null ? [] : [traits.factId],
  ]);

/** Counts one post in (+1) or takes it back out (-1); one of which nothing is known is counted, but not described. */
export function addTraits(composition: EventComposition, packed: PackedTraits | null, change: 1 | -1): void {
  composition.posts = Math.max(0, composition.posts + change);
  if (packed === null) return;
  const values = JSON.parse(packed) as readonly (readonly string[])[];
  for (const [at, name] of traitNames.entries())
    for (const value of values[at]!) tally(composition.tallies, name, value, change);
}

function tally(tallies: Record<TraitName, Tally>, name: TraitName, value: string, change: 1 | -1): void {
  const entry = tallies[name].find(([each]) => each === value);
  if (entry) entry[1] += change;
  else if (change > 0) {
    if (tallies[name].length >= talliedMax) tallies[name] = ranked(tallies[name]).slice(0, talliedMax / 2);
    tallies[name].push([value, 1]);
  }
}

/** Most frequent first, equals in the order of their names: the same posts make the same statement in any order. */
const ranked = (entries: Tally): Tally =>
  [...entries].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));

/** As a statement shows it. */
export function compositionOf({ posts, tallies }: EventComposition): SignalComposition {
  const stated = (name: TraitName) =>
    ranked(tallies[name])
      .filter(([, count]) => count > 0)
      .slice(0, statedMax[name])
      .map(([value, count]) => ({ value, count }));
  return {
    posts,
    postTypes: stated('postTypes'),
    sentiments: stated('sentiments'),
    authorKinds: stated('authorKinds'),
    platforms: stated('platforms'),
    subjects: stated('subjects'),
    places: stated('places'),
    facts: stated('facts'),
  };
}
