import type { AuthorKind } from './event-kinds.js';

/** One way in which people speak about an event. */
export interface StoryPart {
  readonly weight: number;
  readonly texts: readonly string[];
  /** Set for papers; everybody else is a resident. */
  readonly authorKind?: AuthorKind;
  /** The post carries the address of what it speaks about. */
  readonly hasLink?: boolean;
  /** Written as it stands: headlines and forwarded texts are not typed anew. */
  readonly isCopied?: boolean;
}

/** A text that is passed on from hand to hand and changes on the way. */
export interface Chain {
  readonly weight: number;
  readonly text: string;
  readonly additions: readonly string[];
  readonly changes: readonly (readonly [from: string, to: readonly string[]])[];
}

/** What an event is about and how it is told. `{district}`, `{village}` and `{street}` are those of the event. */
export interface Story {
  /** What the table of the demo calls it. */
  readonly title: string;
  /** What it is about: no two events of a day share any of these. */
  readonly about: readonly string[];
  readonly chain?: Chain;
  readonly parts: readonly StoryPart[];
  readonly hashtags: readonly string[];
}
