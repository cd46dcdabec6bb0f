import { hashOf } from '../hashing/hashing.js';
import type { ForeignWords } from './foreign-words.js';
import { type Polarity, polarityOfPair } from './polarity.js';
import { serviceFeatureCount, serviceFeatures } from './service-features.js';
import type { Term } from './terms.js';

/** Behind those of praise and blame. */
export const serviceFeaturesAt = 12;
export const polarityFeatureCount = serviceFeaturesAt + serviceFeatureCount;

/** Polar words of a post by kind. */
interface PolarCounts {
  praise: number;
  blame: number;
  negatedPraise: number;
  negatedBlame: number;
  /** Of the first and last polar word, negation heeded; "not bad" is half a praise. */
  first: number;
  last: number;
  shouts: number;
  asks: number;
}

const negatedBlameWorth = 0.5;

/** Polarity of the word at `index`: of the pair that it ends, its own, or that of its translation. */
export function polarityAt(
  terms: readonly Term[],
  index: number,
  foreign: ForeignWords | undefined,
): Polarity {
  const { text, sense } = terms[index]!;
  if (!sense || sense.negates) return 0;
  const previous = terms[index - 1];
  const pair = sense.endsPair && previous?.sense ? polarityOfPair(previous.text, text) : undefined;
  return pair ?? (sense.polarity || (foreign?.polarities.get(hashOf(text)) ?? 0));
}

/** What a polar word says where it stands: a negated praise blames, a negated blame praises by half. */
export function worthOf(polarity: Polarity, negated: boolean): number {
  if (!negated) return polarity;
  return polarity > 0 ? -1 : -polarity * negatedBlameWorth;
}

function count(terms: readonly Term[], foreign: ForeignWords | undefined): PolarCounts {
  const counts: PolarCounts = {
    praise: 0,
    blame: 0,
    negatedPraise: 0,
    negatedBlame: 0,
    first: 0,
    last: 0,
    shouts: 0,
    asks: 0,
  };
  for (let i = 0; i < terms.length; i += 1) {
    const { text, negated } = terms[i]!;
    if (text === '!') counts.shouts = 1;
    else if (text === '?') counts.asks = 1;
    const polarity = polarityAt(terms, i, foreign);
    if (polarity === 0) continue;
    if (polarity > 0) counts[negated ? 'negatedPraise' : 'praise'] += 1;
    else counts[negated ? 'negatedBlame' : 'blame'] += 1;
    counts.last = worthOf(polarity, negated);
    if (counts.first === 0) counts.first = counts.last;
  }
  return counts;
}

/** Dense features of hand-written knowledge: they hold where the trained words are unknown, as in other kinds of posts. */
export function polarityFeatures(terms: readonly Term[], foreign: ForeignWords | undefined): number[] {
  const { praise, blame, negatedPraise, negatedBlame, first, last, shouts, asks } = count(terms, foreign);
  const good = praise + negatedBlame * negatedBlameWorth;
  const bad = blame + negatedPraise;
  return [
    Math.log1p(praise),
    Math.log1p(blame),
    (good - bad) / (good + bad + 1),
    praise + blame + negatedPraise + negatedBlame === 0 ? 1 : 0,
    Math.log1p(negatedPraise),
    Math.log1p(negatedBlame),
    last,
    first,
    shouts,
    asks,
    good > bad ? 1 : 0,
    bad > good ? 1 : 0,
    ...serviceFeatures(terms),
  ];
}
