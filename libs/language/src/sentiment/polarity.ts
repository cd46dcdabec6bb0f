import { hashOf } from '../hashing/hashing.js';
import { remembered } from '../memory/remembered.js';
import { standardForm } from '../tokens/slang.js';
import { stem } from '../tokens/stem.js';
import { negators } from './negation.js';
import { blamingWords, praisingWords } from './polar-words.js';
import { serviceRolesOf } from './service-cues.js';

/** 1 praises, -1 blames, 0 neither. */
export type Polarity = -1 | 0 | 1;

const wordsRememberedMax = 16_384;
/** Shorter roots turn up in too many other words. */
const rootLettersMin = 4;

const written = new Map<string, Polarity>();
const roots = new Map<string, Polarity>();

function learn(word: string, polarity: Polarity): void {
  written.set(word, polarity);
  if (word.includes('-') || word.length < rootLettersMin) return;
  const root = stem(word);
  // A root of both kinds (`murah`, `murahan`) says nothing.
  roots.set(root, (roots.get(root) ?? polarity) === polarity ? polarity : 0);
}

for (const word of praisingWords) learn(word, 1);
for (const word of blamingWords) learn(word, -1);

/** Polarity of a `norm` from the hand-written lists: as written, else its standard form, else its stem. */
export function polarityOf(norm: string): Polarity {
  return written.get(norm) ?? written.get(standardForm(norm) ?? '') ?? roots.get(stem(norm)) ?? 0;
}

const seconds = new Set(
  [...written.keys()].filter((word) => word.includes('-')).map((word) => word.split('-').at(-1)),
);

/** Polarity of two words that stand together (`luar biasa`), or undefined when the lists do not hold the pair. */
export function polarityOfPair(first: string, second: string): Polarity | undefined {
  return written.get(`${first}-${second}`);
}

export interface WordSense {
  readonly rootHash: number;
  readonly polarity: Polarity;
  readonly negates: boolean;
  /** Some pair of the lists ends with it: only then `polarityOfPair` need be asked. */
  readonly endsPair: boolean;
  /** What it tells of a public service: `serviceRole`s, added up. */
  readonly service: number;
}

/** What the lists say of a word, remembered. */
export const senseOf = remembered(
  wordsRememberedMax,
  (word): WordSense => ({
    rootHash: hashOf(stem(word)),
    polarity: polarityOf(word),
    negates: negators.has(word),
    endsPair: seconds.has(word),
    service: serviceRolesOf(word),
  }),
);
