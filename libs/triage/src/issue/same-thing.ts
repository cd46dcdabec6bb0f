import type { Signal } from '@kentongan/contracts';
import { factOf } from './composition.js';

/** What an event left behind by which it is known again. Keys are `kind|value`. */
export interface Traces {
  readonly mainKeys: readonly string[];
  readonly keys: readonly string[];
  readonly postIds: readonly string[];
  readonly factId: string | null;
}

const keysMax = 60;
const postIdsMax = 30;
const sharedPostsMin = 2;
const sharedPostsShare = 0.5;

export function tracesOfSignal(signal: Signal): Traces {
  const name = ({ kind, value }: Signal['key']): string => `${kind}|${value}`;
  const posts = [signal.firstPost, signal.tippingPost, ...signal.samplePosts].map(({ postId }) => postId);
  return {
    mainKeys: [name(signal.key)],
    keys: unique([...[signal.key, ...signal.alsoKeys].map(name), ...wordingsOf(signal).map(name)]),
    postIds: unique(posts),
    factId: factOf(signal),
  };
}

/** The wordings of an event that is a text: whoever opened an issue from one of them opened it about this. */
const wordingsOf = ({ key, copies }: Signal): Signal['key'][] =>
  key.kind === 'nearCopy' ? (copies?.textKeys ?? []).map((value) => ({ kind: 'nearCopy', value })) : [];

/** The traces of both; the newer ones are kept when there are too many. */
export function joinTraces(newer: Traces, older: Traces): Traces {
  return {
    mainKeys: unique([...newer.mainKeys, ...older.mainKeys]).slice(0, keysMax),
    keys: unique([...newer.keys, ...older.keys]).slice(0, keysMax),
    postIds: unique([...newer.postIds, ...older.postIds]).slice(0, postIdsMax),
    factId: newer.factId ?? older.factId,
  };
}

/** Everything that it can be known by, and what of that it is about: what it merely touches is left out of `main`. */
export interface Tokens {
  readonly all: readonly string[];
  readonly main: readonly string[];
}

/** What a database looks candidates up by: of two things that are the same, one has a token that is a main one of the other. */
export function tokensOf({ mainKeys, keys, postIds, factId }: Traces): Tokens {
  const main = unique([
    ...mainKeys,
    ...keys.filter(isCertain),
    ...postIds.map((postId) => `post|${postId}`),
    ...(factId === null ? [] : [`hoaxMatch|${factId}`]),
  ]);
  return { all: unique([...main, ...keys]), main };
}

/** The same text or the same fact is the same thing wherever it turns up. */
const isCertain = (key: string): boolean => key.startsWith('nearCopy|') || key.startsWith('hoaxMatch|');

/**
 * Whether two events are one thing. A feed that rose along, a region-wide hashtag or subject that both merely touch
 * do not make them one: a shared key counts when it is what one of them is about. Two facts are two things. A hoax
 * inside a wave of complaints stays a thing of its own, as the detector decided.
 */
export function isSameThing(a: Traces, b: Traces): boolean {
  if (a.factId !== null && b.factId !== null) return a.factId === b.factId;
  const shared = a.keys.filter((key) => b.keys.includes(key));
  if (shared.some(isCertain)) return true;
  const isHoaxAlone = [a, b].some(({ mainKeys }) => mainKeys.some((key) => key.startsWith('hoaxMatch|')));
  if (!isHoaxAlone && shared.some((key) => isAbout(key, a, b))) return true;
  return sharesMostPosts(a.postIds, b.postIds);
}

function isAbout(key: string, a: Traces, b: Traces): boolean {
  const [inA, inB] = [a.mainKeys.includes(key), b.mainKeys.includes(key)];
  return key.startsWith('volume|') ? inA && inB : inA || inB;
}

function sharesMostPosts(a: readonly string[], b: readonly string[]): boolean {
  const shared = a.filter((postId) => b.includes(postId)).length;
  return shared >= sharedPostsMin && shared / Math.max(a.length, b.length) >= sharedPostsShare;
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];
