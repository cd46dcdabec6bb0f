import type { PostType, Signal, SignalComposition } from '@kentongan/contracts';

/** The posts of an event as shares of the whole, between 0 and 1. */
export interface Shares {
  readonly posts: number;
  /** Of the posts whose type was decided. */
  readonly type: Readonly<Record<Exclude<PostType, 'undecided'>, number>>;
  /** Posts of each kind, as counted. */
  readonly counted: Readonly<Record<Exclude<PostType, 'undecided'>, number>>;
  readonly press: number;
  readonly official: number;
  readonly pressPosts: number;
  readonly officialPosts: number;
  readonly topFact: { readonly factId: string; readonly posts: number; readonly share: number } | null;
}

/** Types of fewer posts than this share of the whole say nothing about the whole. */
const decidedShareMin = 0.3;

const countOf = (counts: readonly { value: string; count: number }[], value: string): number =>
  counts.find((each) => each.value === value)?.count ?? 0;

/** Null when the statement carries no composition, or one of no posts. */
export function sharesOf(composition: SignalComposition | undefined): Shares | null {
  if (!composition || composition.posts === 0) return null;
  const { posts, postTypes, authorKinds } = composition;
  const decided = posts - countOf(postTypes, 'undecided');
  const isEnough = decided >= posts * decidedShareMin;
  const share = (type: PostType): number => (isEnough ? Math.min(1, countOf(postTypes, type) / decided) : 0);
  const types = ['complaint', 'question', 'criticism', 'support', 'news', 'officialInfo', 'other'] as const;
  const of = (value: (type: (typeof types)[number]) => number) =>
    Object.fromEntries(types.map((type) => [type, value(type)])) as Shares['type'];
  const [topFact] = composition.facts;
  const pressPosts = countOf(authorKinds, 'press');
  const officialPosts = countOf(authorKinds, 'official');
  return {
    posts,
    type: of(share),
    counted: of((type) => countOf(postTypes, type)),
    press: Math.min(1, pressPosts / posts),
    official: Math.min(1, officialPosts / posts),
    pressPosts,
    officialPosts,
    topFact: topFact
      ? { factId: topFact.value, posts: topFact.count, share: Math.min(1, topFact.count / posts) }
      : null,
  };
}

/** At least half of the posts come from the press: then it is journalism, whatever it resembles. */
export const pressShareMin = 0.5;

export function isMostlyPress(signal: Signal | null): boolean {
  const shares = sharesOf(signal?.composition);
  return shares !== null && shares.press >= pressShareMin;
}

/** Fewer posts than this share resemble the fact: it is not what the event is about. */
const factShareMin = 1 / 3;

/** The fact that the event's posts resemble, `matched` or `same`; null when it is not what most of it is about. */
export function factOf(signal: Signal): string | null {
  const shares = sharesOf(signal.composition);
  if (shares?.topFact && shares.topFact.share >= factShareMin) return shares.topFact.factId;
  if (signal.key.kind === 'hoaxMatch') return signal.key.value;
  const also = signal.alsoKeys.find(({ kind }) => kind === 'hoaxMatch');
  return !signal.composition && also ? also.value : null;
}
