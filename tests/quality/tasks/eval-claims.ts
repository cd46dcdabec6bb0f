import { Bm25, HoaxMemory } from '@kentongan/claims';
import type { Fact } from '@kentongan/contracts';
import { type Token, tokenize } from '@kentongan/language';
import { type ClaimQuery, readFacts, readQueries } from './claim-files.js';

export interface ClaimsArguments {
  readonly docs: string;
  readonly queries: string;
  /** TREC relevance file; without it the right fact has the query's own id. */
  readonly qrels?: string;
}

export interface ClaimsFigures {
  readonly n: number;
  readonly facts: number;
  readonly hard: number;
  readonly mapAt5: number;
  readonly recallAt5: number;
  readonly hardMapAt5: number;
  readonly bm25MapAt5: number;
  readonly bm25HardMapAt5: number;
}

type Rank = (tokens: readonly Token[]) => readonly string[];

const depth = 5;

const percent = (value: number): number => Math.round(value * 10_000) / 100;
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Average precision at five of each query: one over the place of its first right fact, 0 when it is not among them. */
function precisions(queries: readonly ClaimQuery[], rank: Rank): number[] {
  return queries.map(({ tokens, answers }) => {
    const place = rank(tokens).findIndex((id) => answers.has(id));
    return place < 0 ? 0 : 1 / (place + 1);
  });
}

const onlyHard = (queries: readonly ClaimQuery[], values: readonly number[]): number[] =>
  values.filter((_, at) => queries[at]!.isHard);

/** Is the fact-check of a circulating text ranked first? Against plain BM25 over the stems that matching uses. */
export function evaluateClaims(options: ClaimsArguments): ClaimsFigures {
  const facts: readonly Fact[] = readFacts(options.docs);
  const queries = readQueries(options.queries, facts, options.qrels);
  const memory = new HoaxMemory();
  const bm25 = new Bm25();
  for (const fact of facts) {
    memory.record(fact);
    bm25.add(fact.factId, tokenize(fact.title));
  }
  const ours = precisions(queries, (tokens) => memory.nearest(tokens, depth));
  const baseline = precisions(queries, (tokens) => bm25.rank(tokens, depth).map(({ id }) => id));
  return {
    n: queries.length,
    facts: facts.length,
    hard: queries.filter((query) => query.isHard).length,
    mapAt5: percent(mean(ours)),
    recallAt5: percent(mean(ours.map((value) => (value > 0 ? 1 : 0)))),
    hardMapAt5: percent(mean(onlyHard(queries, ours))),
    bm25MapAt5: percent(mean(baseline)),
    bm25HardMapAt5: percent(mean(onlyHard(queries, baseline))),
  };
}
