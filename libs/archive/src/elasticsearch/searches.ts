import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import type { Answer } from '../archive.port.js';
import { Turns } from '../turns.js';
import { asking, errorTypes } from './failures.js';
import type { Names } from './names.js';
import type { Clause } from './query-clauses.js';

/** A search that takes longer is stopped: nobody waits for it. */
const searchTimeout = '10s';
const searchesMax = 12;
/** Searches that wait for their turn; past this a new one is sent away at once. */
const waitingMax = 200;

class TooSlow extends Error {}

export interface SearchBody extends Omit<estypes.SearchRequest, 'query' | 'index'> {
  readonly filter: readonly Clause[];
}

/** Runs searches over all months: a few at a time, each with its time limit, and never half an answer. */
export class Searches {
  private readonly turns = new Turns(searchesMax, waitingMax);

  constructor(
    private readonly client: Client,
    private readonly names: Names,
  ) {}

  /** A search that takes too long or finds no place is an answer, not an outage. */
  async answer<T>(read: () => Promise<Answer<T>>): Promise<Answer<T>> {
    try {
      return (await this.turns.take(read)) ?? { ok: false, problem: 'tooBusy' };
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      if (error instanceof TooSlow || /search_timeout|timeout_exception/.test(errorTypes(cause)))
        return { ok: false, problem: 'tooSlow' };
      if (cause instanceof errors.ResponseError && cause.statusCode === 429)
        return { ok: false, problem: 'tooBusy' };
      throw error;
    }
  }

  /** One search. A month whose node is away is an outage: leaving it out would show an archive that lost posts. */
  async search<T, Aggregations = Record<string, never>>({
    filter,
    ...body
  }: SearchBody): Promise<estypes.SearchResponse<T, Aggregations>> {
    const answer = await asking(
      this.client.search<T, Aggregations>({
        index: this.names.readAlias,
        ignore_unavailable: true,
        allow_no_indices: true,
        allow_partial_search_results: false,
        timeout: searchTimeout,
        track_total_hits: false,
        query: { bool: { filter: [...filter] } },
        ...body,
      }),
    );
    if (answer.timed_out) throw new TooSlow();
    return answer;
  }

  /** How many documents match, counted up to `countedMax`. */
  async count(filter: readonly Clause[], countedMax: number): Promise<number> {
    const { hits } = await this.search({ filter, size: 0, track_total_hits: countedMax });
    return typeof hits.total === 'number' ? hits.total : (hits.total?.value ?? 0);
  }
}
