import type { PostType, Route, Signal } from '@kentongan/contracts';
import { type Shares, sharesOf } from '../issue/composition.js';

/** What priority and route are judged from. */
export interface TriageInput {
  /** Null for an issue that a person opened by hand. */
  readonly signal: Signal | null;
  /** Of an issue opened by hand: its title and the pasted text. */
  readonly texts: readonly string[];
  readonly subjects: readonly string[];
  /** Of a text that a person brought in; null when unknown. */
  readonly postType?: PostType | null;
  readonly fact: { readonly factId: string; readonly title: string } | null;
  /** What a person decided; null until then. */
  readonly route: Route | null;
}

/** What the parts look at: the input, worked out once. */
export interface Judged {
  readonly signal: Signal | null;
  readonly shares: Shares | null;
  readonly texts: readonly string[];
  readonly subjects: readonly string[];
  readonly postType: PostType | null;
  readonly fact: TriageInput['fact'];
}

/** A subject that fewer posts than this share carry is not what the event is about. */
const subjectShareMin = 0.3;

export function judged(input: TriageInput): Judged {
  const { signal } = input;
  const posts = signal ? [signal.firstPost, signal.tippingPost, ...signal.samplePosts] : [];
  return {
    signal,
    shares: sharesOf(signal?.composition),
    texts: [...input.texts, ...posts.map(({ excerpt }) => excerpt)].filter((text) => text.trim() !== ''),
    subjects: [...new Set([...input.subjects, ...(signal ? subjectsOf(signal) : [])])],
    postType: input.postType ?? null,
    fact: input.fact,
  };
}

function subjectsOf({ key, composition }: Signal): string[] {
  const ofKey = key.kind === 'subjectPlace' ? [key.value.split('|')[0] ?? ''] : [];
  if (!composition) return ofKey;
  const common = composition.subjects.filter(({ count }) => count >= composition.posts * subjectShareMin);
  return [...ofKey, ...common.map(({ value }) => value)];
}
