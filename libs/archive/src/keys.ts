import type { AnalyzedPost } from '@kentongan/contracts';
import type { QueryField } from './query/query.js';

/** Keys of one post; the analysis allows 20 mentions of 8 readings with 4 levels each. */
const placeKeysMax = 200;

/** A longer address keeps its beginning and its end: what tells two addresses of one site apart stands there. */
const linkStartCharacters = 180;
const linkEndCharacters = 100;

/** `https://www.warta.example/a/?x=1#top` → `warta.example/a?x=1`; null when it is no web address. */
export function linkKey(address: string): string | null {
  const written = /^https?:/i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(written)) return null;
  const { host, pathname, search } = new URL(written);
  const key = `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
  return key.length <= linkStartCharacters + linkEndCharacters
    ? key
    : `${key.slice(0, linkStartCharacters)}…${key.slice(-linkEndCharacters)}`;
}

/** How a field's value is stored beside the words: `sentiment=negative`. */
export const keyOf = (field: QueryField, value: string): string => `${field}=${value}`;

/** `#BanjirSemarang` → `banjirsemarang` */
export const hashtagKey = (tag: string): string =>
  tag
    .replace(/^[#＃]+/, '')
    .normalize('NFKC')
    .toLowerCase();

/** `33.74.01` → `33`, `33.74`, `33.74.01`: with its ancestors stored, a place is found by any of them. */
function placeWithAncestors(code: string): string[] {
  const steps = code.split('.');
  return steps.map((_, depth) => steps.slice(0, depth + 1).join('.'));
}

/** All places that a post may mean, with their ancestors: an open ambiguity is found under each reading. */
export function placesOf(post: AnalyzedPost): string[] {
  const codes = post.analysis.places.flatMap((mention) => mention.codes);
  return [...new Set(codes.flatMap(placeWithAncestors))].slice(0, placeKeysMax);
}

/** Everything a post can be filtered by, as stored keys. */
export function keysOf(post: AnalyzedPost): string[] {
  const { analysis } = post;
  const keys = new Set<string>();
  const add = (field: QueryField, value: string | null | undefined): void => {
    if (value) keys.add(keyOf(field, value));
  };
  add('platform', post.platform);
  add('language', analysis.language.code);
  add('sentiment', analysis.sentiment.label);
  add('postType', analysis.postType.label);
  add('nearCopy', analysis.nearCopyKey);
  add('fact', analysis.hoaxMatch?.factId);
  add('hoaxLevel', analysis.hoaxMatch?.level);
  add('author', post.authorKey);
  add('authorKind', post.authorKind);
  add('url', post.url === undefined ? null : linkKey(post.url));
  for (const source of post.foundBy) add('source', source);
  for (const subject of analysis.subjects) add('subject', subject);
  for (const rule of analysis.watchRules) add('watchRule', rule);
  for (const tag of analysis.hashtags) add('hashtag', hashtagKey(tag));
  for (const place of placesOf(post)) add('place', place);
  return [...keys];
}
