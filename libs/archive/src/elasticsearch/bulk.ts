import { setTimeout as wait } from 'node:timers/promises';
import type { Client, estypes } from '@elastic/elasticsearch';
import { Turns } from '../turns.js';
import { ArchiveOutage, firstLine, outageOf } from './failures.js';

/** Where a document stood when it was read: it is written only if it still stands there. */
export interface Guard {
  readonly seqNo: number;
  readonly primaryTerm: number;
}

export interface Write {
  readonly id: string;
  /** An alias of one index, or that index. */
  readonly target: string;
  /** The document as JSON; null = remove it. */
  readonly body: string | null;
  /** `new`: write it only if there is none. `any`: remove whatever is there. */
  readonly guard: Guard | 'new' | 'any';
}

/** `conflict`: it is not (any more) as the guard says. `noIndex`: its month is not there. */
export type WriteResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'conflict' | 'noIndex' }
  | { readonly kind: 'invalid'; readonly detail: string };

const bulkBytesMax = 4 * 2 ** 20;
const bulkItemsMax = 1_000;
const bulksInFlightMax = 2;
const bulksWaitingMax = 10_000;
const triesMax = 6;
const firstPauseMilliseconds = 100;
const pauseMillisecondsMax = 2_000;

export interface BulkOptions {
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** False: targets are indices themselves. Default true: a missing month must not come to life without its mappings. */
  readonly requireAlias?: boolean;
}

/** Writes documents in requests of bounded size, and takes each document's result by itself. */
export class Bulk {
  private readonly turns = new Turns(bulksInFlightMax, bulksWaitingMax);
  private readonly pause: (milliseconds: number) => Promise<void>;

  constructor(
    private readonly client: Client,
    private readonly options: BulkOptions = {},
  ) {
    this.pause = options.pause ?? ((milliseconds) => wait(milliseconds));
  }

  /** One result per write, in order; durable when it resolves. Throws `ArchiveOutage` when the last try failed. */
  async write(writes: readonly Write[]): Promise<WriteResult[]> {
    const parts = await Promise.all(portionsOf(writes).map((portion) => this.inTurn(portion)));
    return parts.flat();
  }

  private async inTurn(portion: readonly Write[]): Promise<WriteResult[]> {
    const results = await this.turns.take(() => this.writePortion(portion));
    if (!results) throw new ArchiveOutage('too many writes wait for Elasticsearch');
    return results;
  }

  /** What the server was too busy or too broken to take is sent again alone, later each time. */
  private async writePortion(portion: readonly Write[]): Promise<WriteResult[]> {
    const results: (WriteResult | undefined)[] = new Array(portion.length);
    let open = portion.map((_, i) => i);
    let milliseconds = firstPauseMilliseconds;
    for (let tries = 1; ; tries += 1) {
      const { items, problem } = await this.send(open.map((i) => portion[i]!));
      for (const [at, i] of open.entries()) {
        const result = items?.[at] && resultOf(items[at]);
        if (result) results[i] = result;
      }
      open = open.filter((i) => results[i] === undefined);
      if (open.length === 0) return results as WriteResult[];
      if (tries === triesMax)
        throw new ArchiveOutage(`${open.length} of ${portion.length} posts: ${problem}`);
      await this.pause(milliseconds);
      milliseconds = Math.min(milliseconds * 2, pauseMillisecondsMax);
    }
  }

  private async send(writes: readonly Write[]): Promise<{ items: Item[] | null; problem: string }> {
    try {
      const answer = await this.client.bulk({
        operations: writes.flatMap((write) =>
          write.body === null ? [actionOf(write)] : [actionOf(write), write.body],
        ),
        require_alias: this.options.requireAlias ?? true,
        wait_for_active_shards: 1,
        refresh: false,
      });
      const items = answer.items.map((item) => Object.values(item)[0]!);
      const failed = items.find((item) => item.error && resultOf(item) === undefined);
      return { items, problem: failed ? reasonOf(failed) : '' };
    } catch (error) {
      const outage = outageOf(error);
      if (!outage) throw error;
      return { items: null, problem: outage.message };
    }
  }
}

type Item = estypes.BulkResponseItem;

const reasonOf = ({ status, error }: Item): string =>
  firstLine(`${status} ${error?.type}: ${error?.reason ?? ''}`);

/** Undefined: it may work when it is tried again. A block (read-only, disk full) is lifted by people, not by dead letters. */
function resultOf(item: Item): WriteResult | undefined {
  const { status } = item;
  if (status < 300) return { kind: 'written' };
  if (status === 409) return { kind: 'conflict' };
  if (status === 404) return { kind: item.error ? 'noIndex' : 'written' };
  if (status === 429 || status === 401 || status === 403 || status >= 500) return undefined;
  if (item.error?.type === 'index_closed_exception') return undefined;
  return { kind: 'invalid', detail: reasonOf(item) };
}

function actionOf({ id, target, body, guard }: Write): string {
  const place = { _index: target, _id: id };
  if (guard === 'new') return JSON.stringify({ create: place });
  const guarded =
    guard === 'any' ? place : { ...place, if_seq_no: guard.seqNo, if_primary_term: guard.primaryTerm };
  return JSON.stringify(body === null ? { delete: guarded } : { index: guarded });
}

function portionsOf(writes: readonly Write[]): Write[][] {
  const portions: Write[][] = [];
  let bytes = 0;
  for (const write of writes) {
    const more = Buffer.byteLength(write.body ?? '');
    const last = portions.at(-1);
    if (!last || last.length >= bulkItemsMax || bytes + more > bulkBytesMax) {
      portions.push([write]);
      bytes = more;
    } else {
      last.push(write);
      bytes += more;
    }
  }
  return portions;
}
