import type { Token } from '../../tokens/token.js';
import { polarityAt, worthOf } from '../polarity-features.js';
import { sentimentLabels } from '../sentiment-file.js';
import type { SentimentModel, SentimentScore } from '../sentiment-model.js';
import { type Term, termsOf } from '../terms.js';
import { clauseAround } from './clauses.js';
import type { Span } from './span.js';
import { accusations, helps, plainly, requests, thanks } from './target-cues.js';

export interface TargetOptions {
  /** Other targets of the post: what is said in their clauses is said of them. */
  readonly others?: readonly Span[];
  /** Of the post, as identified. */
  readonly language?: string;
}

/** Terms around a name in which a cue is meant for it. */
const cueReach = 3;
const cueWeight = 0.6;
const nearWeight = 0.35;
/** Polar words this many terms away count half. */
const halfDistance = 4;
const plainWeight = 0.7;

interface Around {
  readonly before: readonly Term[];
  readonly after: readonly Term[];
}

/**
 * Sentiment of a post towards something named in it: the model reads the clause about the target, and words that praise, blame,
 * help or report weigh by how near and on which side of the name they stand. For offices and programmes, never for authors.
 * @param tokens of the whole post
 * @param target the name's span
 */
export function sentimentTowards(
  tokens: readonly Token[],
  target: Span,
  model: SentimentModel,
  { others = [], language }: TargetOptions = {},
): SentimentScore {
  const clause = clauseAround(tokens, target, others);
  const isName = (token: Token) => token.start >= target.start && token.end <= target.end;
  const around = {
    before: termsOf(clause.filter((token) => token.end <= target.start)),
    after: termsOf(clause.filter((token) => token.start >= target.end)),
  };
  const read = model.score(
    clause.filter((token) => !isName(token)),
    language,
  );
  const leaning = nearWeight * nearbyPolarity(around) + cueWeight * cueLeaning(around);
  const neutral = isPlain(around) && Math.abs(leaning) < nearWeight ? plainWeight : 0;
  const [negativeMargin, neutralMargin, positiveMargin] = read.margins;
  return scored([negativeMargin - leaning, neutralMargin + neutral, positiveMargin + leaning]);
}

const nearest = (terms: readonly Term[], side: 'before' | 'after'): readonly Term[] =>
  side === 'before' ? terms.slice(-cueReach) : terms.slice(0, cueReach);

function helpIndex({ after }: Around): number {
  return after.slice(0, cueReach).findIndex(({ text }) => helps.has(text));
}

/** Sum of polar words, nearer ones weighing more; behind a helping verb only praise counts. */
function nearbyPolarity(around: Around): number {
  const helped = helpIndex(around);
  let sum = 0;
  around.before.forEach((term, i, terms) => {
    sum += weighed(polarityAt(terms, i, undefined), term.negated, terms.length - i);
  });
  around.after.forEach((term, i, terms) => {
    const polarity = polarityAt(terms, i, undefined);
    if (helped >= 0 && i > helped && polarity < 0) return;
    sum += weighed(polarity, term.negated, i + 1);
  });
  return sum;
}

function weighed(polarity: -1 | 0 | 1, negated: boolean, distance: number): number {
  return polarity === 0 ? 0 : worthOf(polarity, negated) * (halfDistance / (halfDistance + distance - 1));
}

/** Above 0 for thanks and help, below 0 for blame and help that did not come. */
function cueLeaning(around: Around): number {
  let leaning = 0;
  for (const { text, negated } of nearest(around.before, 'before')) {
    if (thanks.has(text)) leaning += negated ? -1 : 1;
    if (accusations.has(text)) leaning -= negated ? -0.5 : 1;
  }
  const help = around.after[helpIndex(around)];
  if (help) leaning += help.negated ? -1 : 1;
  return leaning;
}

function isPlain(around: Around): boolean {
  const near = [...nearest(around.before, 'before'), ...nearest(around.after, 'after')];
  return near.some(({ text }) => plainly.has(text) || requests.has(text));
}

const sharpness = 2;

function scored(margins: [number, number, number]): SentimentScore {
  const largest = Math.max(...margins);
  const sum = margins.reduce((total, margin) => total + Math.exp((margin - largest) * sharpness), 0);
  return { label: sentimentLabels[margins.indexOf(largest)]!, confidence: 1 / sum, margins };
}
