import { encodeEvent, type IngestOutcome, postsCollected, type RegionMode } from '@kentongan/contracts';
import { appendToOutbox, withTransaction } from '@kentongan/database';
import type { Clock } from '@kentongan/platform';
import type pg from 'pg';
import { collectorSchema } from '../collector.schema.js';
import type { AuthorKeys } from '../privacy/author-keys.js';
import { Pseudonyms } from '../privacy/pseudonyms.js';
import type { Checked } from './check-line.js';
import type { IngestLimits } from './limits.js';
import { postEvent } from './post-events.js';
import { type Preparation, type PreparedPost, preparePost } from './prepare-post.js';
import type { Refusal } from './refusal.js';
import { keepRefused, type RefusedSample } from './refused.store.js';
import { applySeen } from './seen.store.js';
import { countNewPosts } from './source-hours.store.js';

/** Where posts go and by which source they came. */
export interface IngestTarget {
  readonly regionId: string;
  readonly mode: RegionMode;
  readonly sourceId: string;
  readonly correlationId: string;
  readonly isEditedByFirstFinderOnly: boolean;
}

/** One line between reading and storing. */
export type PreparedLine =
  | { readonly number: number; readonly post: PreparedPost }
  | { readonly number: number; readonly refusal: Refusal; readonly sample: RefusedSample | null };

/** Reads one item of work; called slice by slice, so that others get the processor in between. */
export type CheckItem<Item> = (item: Item) => {
  readonly number: number;
  readonly checked: Checked;
  readonly sample: ((refusal: Refusal) => RefusedSample) | null;
};

export interface PostIngestParts {
  readonly pool: pg.Pool;
  readonly keyring: AuthorKeys;
  readonly publicHandles: ReadonlySet<string>;
  readonly clock: Clock;
  readonly limits: IngestLimits;
  readonly newId: () => string;
  /** Wakes the outbox relay. */
  readonly afterCommit: () => void;
}

const triesMax = 4;

/** Checked posts → seen rows and events, in one transaction a batch. HTTP and feeds both come through here. */
export class PostIngest {
  constructor(private readonly parts: PostIngestParts) {}

  async prepare<Item>(
    target: IngestTarget,
    items: readonly Item[],
    check: CheckItem<Item>,
  ): Promise<PreparedLine[]> {
    const { keyring, publicHandles, clock, limits } = this.parts;
    const preparation: Preparation = {
      pseudonyms: new Pseudonyms(keyring.current(target.regionId), publicHandles),
      fingerprint: (text) => keyring.fingerprint(text),
      sourceId: target.sourceId,
    };
    const prepared: PreparedLine[] = [];
    let sliceStart = clock.now();
    for (const item of items) {
      prepared.push(prepareItem(check(item), preparation));
      if (clock.now() - sliceStart < limits.sliceMilliseconds) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceStart = clock.now();
    }
    return prepared;
  }

  /** Resolves when all is durable; one outcome for each line, in order. */
  async store(target: IngestTarget, lines: readonly PreparedLine[]): Promise<IngestOutcome[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.storeOnce(target, lines);
      } catch (error) {
        if (tries === triesMax || !isContention(error)) throw error;
      }
    }
  }

  private async storeOnce(target: IngestTarget, lines: readonly PreparedLine[]): Promise<IngestOutcome[]> {
    const { pool, clock, newId, afterCommit } = this.parts;
    const now = new Date(clock.now()).toISOString();
    const origin = { ...target, now, newId };
    const posts = lines.flatMap((line) => ('post' in line ? [line.post] : []));
    const samples = lines.flatMap((line) => ('post' in line || line.sample === null ? [] : [line.sample]));
    const seen = await withTransaction(pool, async (client) => {
      const applied = await applySeen(client, { ...target, seenAt: now }, posts);
      const rows = posts.flatMap((post, index) => {
        const event = postEvent(post, applied[index]!, origin);
        const key = `${target.regionId}|${post.postId}`;
        return event ? [{ stream: postsCollected.name, key, value: encodeEvent(event) }] : [];
      });
      if (rows.length > 0) await appendToOutbox(client, collectorSchema, rows);
      await keepRefused(client, target.regionId, target.sourceId, samples);
      await countNewPosts(client, target, now, applied.filter(({ change }) => change === 'new').length);
      return applied;
    });
    afterCommit();
    let next = 0;
    return lines.map((line) => {
      if (!('post' in line)) return { line: line.number, outcome: 'rejected', ...line.refusal };
      const { change, revision } = seen[next++]!;
      return { line: line.number, outcome: outcomeOf[change], postId: line.post.postId, revision };
    });
  }
}

const outcomeOf = { new: 'accepted', content: 'updated', measured: 'updated', none: 'unchanged' } as const;

function prepareItem(
  { number, checked, sample }: ReturnType<CheckItem<unknown>>,
  preparation: Preparation,
): PreparedLine {
  const post = checked.ok ? preparePost(checked.post, preparation) : null;
  if (post) return { number, post };
  const refusal: Refusal = checked.ok
    ? { reason: 'wrongId', detail: '`id` holds no visible character' }
    : checked.refusal;
  return { number, refusal, sample: sample?.(refusal) ?? null };
}

/** Deadlock or serialisation failure: the transaction was rolled back whole and can be tried again. */
function isContention(error: unknown): boolean {
  return ['40P01', '40001'].includes(String((error as { code?: unknown }).code));
}
