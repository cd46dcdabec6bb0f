import type { SignalCopies } from '@kentongan/contracts';
import type { CountedPost } from './counted-posts.js';
import type { KeyState } from './key-state.js';
import { asTippingPost, type PostReference } from './post-reference.js';

/** How often each value came, in the order in which they came first. */
type Counts = [value: string, count: number][];

/** One text among an event's posts, as it is saved: its group, how many posts carry it, from when to when, where, in which wordings. */
type TextTally = [
  group: string,
  posts: number,
  firstMilliseconds: number,
  lastMilliseconds: number,
  sources: Counts,
  wordings: Counts,
];

/** The texts of an event's posts. Plain data, so that it is saved as it is. */
export type EventCopies = TextTally[];

/** Past these the rarer half is forgotten, so that what comes up late can still rise. */
const textsMax = 32;
const sourcesMax = 16;
const wordingsMax = 16;

const sourcesStated = 5;
const wordingsStated = 8;
/** Two people may quote one text; three posts of it are worth a sentence. */
const postsStatedMin = 3;
/** "Within minutes" is one of these, the shortest that holds most of the last hour's copies. */
const rushMinutes: readonly number[] = [15, 30, 60];

/** Before the key of a group: what counts its edits, beside the key of its first wording. */
const editsMark = '~';
export const editsOf = (group: string): string => editsMark + group;
/** Edits are counted to be told. They open no event: a text that spreads in its own words does, and all else that rises. */
export const isOfEdits = (value: string): boolean => value.startsWith(editsMark);

/** Counts one post of the event in (+1) or takes it back out (-1). */
export function addCopy(copies: EventCopies, post: CountedPost, change: 1 | -1): void {
  const values = valuesOf(post, 'nearCopy|');
  const wording = values.find((value) => !isOfEdits(value));
  const edits = values.find(isOfEdits);
  if (wording === undefined) return;
  const group = edits === undefined ? wording : edits.slice(editsMark.length);
  const at = post.atMilliseconds;
  let text = copies.find(([each]) => each === group);
  if (!text) {
    if (change < 0) return;
    if (copies.length >= textsMax) keepHalf(copies, ([, posts, , lastAt]) => [posts, lastAt]);
    text = [group, 0, at, at, [], []];
    copies.push(text);
  }
  text[1] += change;
  if (change > 0) {
    text[2] = Math.min(text[2], at);
    text[3] = Math.max(text[3], at);
  }
  for (const source of valuesOf(post, 'volume|')) tally(text[4], source, change, sourcesMax);
  tally(text[5], wording, change, wordingsMax);
}

const valuesOf = ({ keys }: CountedPost, prefix: string): string[] =>
  keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

function tally(counts: Counts, value: string, change: 1 | -1, entriesMax: number): void {
  const entry = counts.find(([each]) => each === value);
  if (entry) entry[1] += change;
  else if (change > 0) {
    if (counts.length >= entriesMax) keepHalf(counts, ([, count]) => [count, 0]);
    counts.push([value, 1]);
  }
}

/** Keeps the larger half, by the first number and then by the second. */
function keepHalf<T>(entries: T[], sizeOf: (entry: T) => readonly [number, number]): void {
  const ranked = [...entries].sort((a, b) => {
    const [sizeA, sizeB] = [sizeOf(a), sizeOf(b)];
    return sizeB[0] - sizeA[0] || sizeB[1] - sizeA[1];
  });
  entries.splice(0, entries.length, ...ranked.slice(0, Math.ceil(entries.length / 2)));
}

const ranked = (counts: Counts): Counts =>
  counts
    .filter(([, count]) => count > 0)
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));

export interface CopyParts {
  /** What is known of a group over all its posts: of its first wording and of its edits; empty when it was forgotten. */
  readonly groupStates: (group: string) => readonly KeyState[];
  /** Fewer accounts than this are not many. */
  readonly accountsMin: number;
}

/** What a statement says of the text that most of the event's posts share; nothing when hardly any share one. */
export function copiesOf(copies: EventCopies, parts: CopyParts): SignalCopies | undefined {
  let most: TextTally | undefined;
  for (const text of copies)
    if (
      text[1] >= postsStatedMin &&
      (!most || text[1] > most[1] || (text[1] === most[1] && text[2] < most[2]))
    )
      most = text;
  const states = most ? parts.groupStates(most[0]) : [];
  const first = earliestOf(states);
  if (!most || !first) return undefined;
  const [, posts, firstMilliseconds, lastMilliseconds, sources, wordings] = most;
  const rush = rushOf(states, posts, parts.accountsMin);
  return {
    posts,
    firstAt: new Date(firstMilliseconds).toISOString(),
    lastAt: new Date(lastMilliseconds).toISOString(),
    // Who spoke is remembered to the second, and over all posts of the group.
    accounts: Math.min(posts, accountsSince(states, firstMilliseconds - 1_000)),
    distinctSources: ranked(sources).length,
    sources: ranked(sources)
      .slice(0, sourcesStated)
      .map(([value, count]) => ({ value, count })),
    firstPost: asTippingPost(first),
    ...(rush && { rush }),
    textKeys: ranked(wordings)
      .slice(0, wordingsStated)
      .map(([key]) => key),
  };
}

function earliestOf(states: readonly KeyState[]): PostReference | undefined {
  const posts = states.flatMap(({ earliestPost }) => earliestPost ?? []);
  return posts.reduce<PostReference | undefined>(
    (first, post) => (first && first.createdAtMilliseconds <= post.createdAtMilliseconds ? first : post),
    undefined,
  );
}

const accountsSince = (states: readonly KeyState[], sinceMilliseconds: number): number =>
  new Set(states.flatMap((state) => state.voicesSince(sinceMilliseconds))).size;

/** Many accounts within minutes, where it was so: a fact about posts, whoever wrote them. */
function rushOf(
  states: readonly KeyState[],
  postsOfEvent: number,
  accountsMin: number,
): SignalCopies['rush'] {
  const end = Math.max(...states.map(({ latestMilliseconds }) => latestMilliseconds));
  const countIn = (minutes: number) => states.reduce((sum, state) => sum + state.countIn(minutes, end), 0);
  const lastHour = countIn(60);
  for (const minutes of rushMinutes) {
    const posts = Math.min(postsOfEvent, countIn(minutes));
    if (posts * 2 < Math.min(postsOfEvent, lastHour)) continue;
    const since = states[0]?.windowStart(minutes, end) ?? end;
    const accounts = Math.min(posts, accountsSince(states, since - 1_000));
    return accounts >= accountsMin ? { minutes, posts, accounts } : undefined;
  }
  return undefined;
}
