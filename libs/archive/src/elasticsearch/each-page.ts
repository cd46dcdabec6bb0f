import type { Client, estypes } from '@elastic/elasticsearch';
import type { Guard } from './bulk.js';
import { asking, errorTypes, isMissingIndex } from './failures.js';
import type { Clause } from './query-clauses.js';

export interface PagesRequest {
  readonly index: string;
  readonly filter?: readonly Clause[];
  /** Must tell any two documents apart. */
  readonly sort: readonly Readonly<Record<string, 'asc' | 'desc'>>[];
  readonly fields?: readonly string[];
  /** Sort values behind which to begin. */
  readonly after?: readonly estypes.FieldValue[];
  readonly size?: number;
}

export interface PageHit<T> extends Guard {
  readonly id: string;
  readonly index: string;
  readonly source: T;
  readonly sort: readonly estypes.FieldValue[];
}

const pageSize = 500;
/** A reader may rest this long between two pages (a slow download); longer, and the rest is read as it is by then. */
const keepAlive = '5m';

/**
 * All documents of a query, page by page, as they stood at the beginning (a point in time with `search_after`). Sorted
 * by values of their own, so that it can begin anywhere, also when the point in time has been given up by the server.
 */
export async function* eachPage<T>(
  client: Client,
  request: PagesRequest,
): AsyncGenerator<readonly PageHit<T>[]> {
  let pit: string | null = null;
  let after = request.after;
  try {
    for (;;) {
      pit ??= await openPointInTime(client, request.index);
      if (pit === null) return;
      const answer: estypes.SearchResponse<T> | null = await readPage<T>(client, request, pit, after);
      if (!answer) {
        pit = null;
        continue;
      }
      pit = answer.pit_id ?? pit;
      const hits = answer.hits.hits.map((hit) => pageHit(hit, request.sort.length));
      if (hits.length > 0) yield hits;
      if (hits.length < (request.size ?? pageSize)) return;
      after = hits.at(-1)!.sort;
    }
  } finally {
    // Left open it would hold on to deleted files until it runs out.
    if (pit !== null) await client.closePointInTime({ id: pit }).catch(() => undefined);
  }
}

async function openPointInTime(client: Client, index: string): Promise<string | null> {
  try {
    return (await asking(client.openPointInTime({ index, keep_alive: keepAlive, ignore_unavailable: true })))
      .id;
  } catch (error) {
    if (isMissingIndex(error)) return null;
    throw error;
  }
}

/** Null: the server has given the point in time up. */
async function readPage<T>(
  client: Client,
  { filter, sort, fields, size }: PagesRequest,
  pit: string,
  after: readonly estypes.FieldValue[] | undefined,
): Promise<estypes.SearchResponse<T> | null> {
  try {
    return await asking(
      client.search<T>({
        pit: { id: pit, keep_alive: keepAlive },
        query: { bool: { filter: [...(filter ?? [{ match_all: {} }])] } },
        sort: sort.map((each) => ({ ...each })),
        size: size ?? pageSize,
        track_total_hits: false,
        allow_partial_search_results: false,
        seq_no_primary_term: true,
        ...(fields ? { _source: [...fields] } : {}),
        ...(after ? { search_after: [...after] } : {}),
      }),
    );
  } catch (error) {
    if (errorTypes(error).includes('search_context_missing')) return null;
    throw error;
  }
}

const pageHit = <T>(hit: estypes.SearchHit<T>, sorts: number): PageHit<T> => ({
  id: hit._id!,
  index: hit._index,
  source: hit._source!,
  sort: hit.sort!.slice(0, sorts),
  seqNo: hit._seq_no!,
  primaryTerm: hit._primary_term!,
});
