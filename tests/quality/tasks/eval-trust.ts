import { Bm25, guardedMatch, HoaxMemory } from '@kentongan/claims';
import type { Fact, HoaxMatch } from '@kentongan/contracts';
import { type PostTypeModel, type Token, tokenize } from '@kentongan/language';
import {
  type ClaimQuery,
  type EvaluatedText,
  nameOfFile,
  readFacts,
  readInnocent,
  readQueries,
} from './claim-files.js';
import { shippedPostTypeModel } from './language-models.js';

export interface TrustArguments {
  /** Files of facts, put into one memory. */
  readonly facts: readonly string[];
  readonly hoaxes: string;
  /** Files of texts that are no hoaxes; the first should be the stream of opinion posts. */
  readonly innocent: readonly string[];
}

export interface TrustFigures {
  readonly n: number;
  readonly facts: number;
  /** `labelledPercent`: matched even after stance and post type were asked, which is what a desk sees. */
  readonly innocent: Readonly<
    Record<string, { n: number; matchedPercent: number; relatedPercent: number; labelledPercent: number }>
  >;
  readonly recallMatched: number;
  readonly recallMatchedHard: number;
  readonly recallRelated: number;
  readonly recallRelatedHard: number;
  readonly wrongFactPercent: number;
  /** Of the same: those where the fact tells another hoax too, and not the same one in other words (our own grouping). */
  readonly wrongHoaxPercent: number;
  /** Recall at level `matched` after stance and post type were asked. */
  readonly recallLabelled: number;
  /** BM25 with its threshold set on the first innocent file at our own rate there, at least one in a thousand. */
  readonly bm25RecallMatched: number;
}

interface Desk {
  readonly memory: HoaxMemory;
  readonly matched: number;
  readonly related: number;
  readonly labelled: number;
  readonly n: number;
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1_000;
const isMatched = (match: HoaxMatch | null): boolean => match !== null && match.level !== 'related';

/** As the analyzer tells it: who corrects, reports, asks, complains or criticises is not labelled. */
function isLabelled(match: HoaxMatch | null, tokens: readonly Token[], postTypes: PostTypeModel): boolean {
  if (!match) return false;
  const { label, confidence } = postTypes.decide(tokens, {});
  return isMatched(guardedMatch(match, tokens, { postType: { label, confidence } }));
}

function memoryOf(facts: readonly Fact[]): HoaxMemory {
  const memory = new HoaxMemory();
  for (const fact of facts) memory.record(fact);
  return memory;
}

/** One desk that listens to one file from its first post on, exactly as the running system does: cold start included. */
function listen(facts: readonly Fact[], posts: readonly EvaluatedText[]): Desk {
  const memory = memoryOf(facts);
  const postTypes = shippedPostTypeModel();
  const matches = posts.map(({ tokens, timeMilliseconds }) => memory.hear(tokens, timeMilliseconds));
  return {
    memory,
    n: posts.length,
    matched: matches.filter(isMatched).length,
    // Levels are nested: what is matched is related too.
    related: matches.filter((match) => match !== null).length,
    labelled: posts.filter(({ tokens }, at) => isLabelled(matches[at]!, tokens, postTypes)).length,
  };
}

interface Recalls {
  readonly matched: number;
  readonly matchedHard: number;
  readonly related: number;
  readonly relatedHard: number;
  readonly wrongFact: number;
  readonly wrongHoax: number;
  readonly labelled: number;
}

/** What one desk finds of the hoaxes; a match with another fact than the right one is not found. */
function recallsOf(memory: HoaxMemory, queries: readonly ClaimQuery[]): Recalls {
  const postTypes = shippedPostTypeModel();
  const found = queries.map(({ tokens, answers, isHard }) => {
    const match = memory.match(tokens);
    const isRight = match !== null && answers.has(match.factId);
    const isVariant =
      match !== null && memory.variantsOf(match.factId).some(({ factId }) => answers.has(factId));
    return { match, isHard, isRight, isVariant, isLabelled: isRight && isLabelled(match, tokens, postTypes) };
  });
  const right = found.filter(({ isRight }) => isRight);
  const hard = queries.filter((query) => query.isHard).length;
  const matched = found.filter(({ match }) => isMatched(match));
  return {
    matched: percent(right.filter(({ match }) => isMatched(match)).length, queries.length),
    matchedHard: percent(right.filter(({ match, isHard }) => isHard && isMatched(match)).length, hard),
    related: percent(right.length, queries.length),
    relatedHard: percent(right.filter(({ isHard }) => isHard).length, hard),
    wrongFact: percent(matched.filter(({ isRight }) => !isRight).length, matched.length),
    wrongHoax: percent(
      matched.filter(({ isRight, isVariant }) => !isRight && !isVariant).length,
      matched.length,
    ),
    labelled: percent(found.filter((each) => each.isLabelled).length, queries.length),
  };
}

function bm25Recall(
  facts: readonly Fact[],
  queries: readonly ClaimQuery[],
  innocent: readonly EvaluatedText[],
  rate: number,
): number {
  const bm25 = new Bm25();
  for (const fact of facts) bm25.add(fact.factId, tokenize(fact.title));
  const scores = innocent
    .map(({ tokens }) => bm25.rank(tokens, 1)[0]?.score ?? 0)
    .sort((first, second) => second - first);
  const threshold = scores[Math.floor(rate * scores.length)] ?? 0;
  const right = queries.filter(({ tokens, answers }) => {
    const best = bm25.rank(tokens, 1)[0];
    return best !== undefined && best.score > threshold && answers.has(best.id);
  });
  return percent(right.length, queries.length);
}

/**
 * Whom does the memory accuse, and what does it find at the same thresholds? Each innocent file is heard by a desk of its
 * own; recall is that of the desk that heard the first file, because what a desk hears moves the weight of words.
 */
export function evaluateTrust(options: TrustArguments): TrustFigures {
  const facts = options.facts.flatMap(readFacts);
  const queries = readQueries(options.hoaxes, facts);
  const innocent = options.innocent.map((path) => ({ path, posts: readInnocent(path) }));
  const desks = innocent.map(({ path, posts }) => ({ path, ...listen(facts, posts) }));
  const first = desks[0];
  if (!first) throw new Error('name at least one file of innocent texts with --innocent');
  const recalls = recallsOf(first.memory, queries);
  const bm25Rate = Math.max(0.001, first.matched / first.n);
  return {
    n: queries.length,
    facts: facts.length,
    innocent: Object.fromEntries(
      desks.map(({ path, n, matched, related, labelled }) => [
        nameOfFile(path),
        {
          n,
          matchedPercent: percent(matched, n),
          relatedPercent: percent(related, n),
          labelledPercent: percent(labelled, n),
        },
      ]),
    ),
    recallMatched: recalls.matched,
    recallMatchedHard: recalls.matchedHard,
    recallRelated: recalls.related,
    recallRelatedHard: recalls.relatedHard,
    wrongFactPercent: recalls.wrongFact,
    wrongHoaxPercent: recalls.wrongHoax,
    recallLabelled: recalls.labelled,
    bm25RecallMatched: bm25Recall(facts, queries, innocent[0]?.posts ?? [], bm25Rate),
  };
}
