import type { Consumer } from 'kafkajs';
import { backOffMilliseconds } from '../signal.js';
import { commitEveryMilliseconds } from './limits.js';

export interface CommitterParts {
  readonly topic: string;
  readonly consumer: () => Consumer | null;
  readonly onCommitted: (partition: number, offset: number) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Kafka refuses commits of a member that is no longer, or not yet again, part of its group. */
const refusals = new Set([
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'REBALANCE_IN_PROGRESS',
  'FENCED_INSTANCE_ID',
]);

function isRefusal(error: unknown): boolean {
  for (let each = error as { type?: string; cause?: unknown } | undefined; each; each = each.cause as never)
    if (each.type !== undefined && refusals.has(each.type)) return true;
  return false;
}

/** Writes down how far a subscription is, after the effects are durable and never before. */
export class Committer {
  readonly #marks = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<boolean> | null = null;
  #failures = 0;
  #isHeld = false;

  constructor(private readonly parts: CommitterParts) {}

  mark(partition: number, offset: number): void {
    this.#marks.set(partition, offset);
    this.#schedule(commitEveryMilliseconds);
  }

  /** Commits what is marked now; false when that was refused or failed (it stays marked). */
  async flush(): Promise<boolean> {
    if (this.#flushing) await this.#flushing;
    return this.#marks.size === 0 || this.#flush();
  }

  /** While the group is joined anew nothing is committed: it would be refused, or speak for the new generation. */
  hold(): void {
    this.#isHeld = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  release(): void {
    this.#isHeld = false;
    if (this.#marks.size > 0) this.#schedule(0);
  }

  /** @returns whether something was not committed: those messages come again, to whoever owns the partition now */
  forget(partition: number): boolean {
    return this.#marks.delete(partition);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#marks.clear();
  }

  #schedule(milliseconds: number): void {
    if (this.#isHeld) return;
    this.#timer ??= setTimeout(() => void this.#flush(), milliseconds);
  }

  #flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing ??= this.#commit().finally(() => {
      this.#flushing = null;
      if (this.#marks.size > 0)
        this.#schedule(this.#failures ? backOffMilliseconds(this.#failures) : commitEveryMilliseconds);
    });
    return this.#flushing;
  }

  async #commit(): Promise<boolean> {
    const consumer = this.parts.consumer();
    const marks = [...this.#marks];
    if (marks.length === 0) return true;
    try {
      if (!consumer) return false;
      await consumer.commitOffsets(
        marks.map(([partition, offset]) => ({ topic: this.parts.topic, partition, offset: String(offset) })),
      );
      this.#failures = 0;
      for (const [partition, offset] of marks) {
        if (this.#marks.get(partition) === offset) this.#marks.delete(partition);
        this.parts.onCommitted(partition, offset);
      }
      return true;
    } catch (error) {
      this.#failures += 1;
      if (!isRefusal(error)) this.parts.onFailure(error);
      return false;
    }
  }
}
