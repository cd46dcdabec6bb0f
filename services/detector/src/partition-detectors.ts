import { PartitionTaken } from './detector.store.js';
import { type AnalyzedMessage, PartitionDetector, type PartitionParts } from './partition-detector.js';

/** A stream without a message for this long has ended for now: what historical regions hold back is judged. */
const idleMilliseconds = 2_000;
/** After a start the steps before this one need time to go on with what they had in work. */
const idleAtStartMilliseconds = 15_000;

interface Held {
  readonly detector: PartitionDetector;
  /** Calls of one partition wait for each other: batches, flushes and checkpoints must not mix. */
  last: Promise<unknown>;
  isCaughtUp: boolean;
  quietUntilMilliseconds: number;
  /** As others were told last. */
  heldBackTold: number;
}

/** The partitions in this process's hands, and what has to happen to them as time goes by. */
export class PartitionDetectors {
  private readonly held = new Map<number, Held>();

  constructor(private readonly parts: PartitionParts) {}

  /** Takes a partition over. @returns the offset to go on from */
  async open(partition: number): Promise<number> {
    await this.held.get(partition)?.last;
    const [detector, offset] = await PartitionDetector.open(partition, this.parts);
    this.held.set(partition, {
      detector,
      last: Promise.resolve(),
      isCaughtUp: false,
      quietUntilMilliseconds: this.parts.clock.now() + idleAtStartMilliseconds,
      heldBackTold: 0,
    });
    return offset;
  }

  /** @throws when saving fails: the same messages come again and nothing is counted twice */
  async take(partition: number, messages: readonly AnalyzedMessage[]): Promise<void> {
    const held = this.held.get(partition);
    if (!held) throw new Error(`partition ${partition} was not opened`);
    held.isCaughtUp = false;
    await this.inHand(partition, held, () => held.detector.take(messages));
    // Never earlier than before: the first batch after a start must not cut the patience of the start short.
    held.quietUntilMilliseconds = Math.max(
      held.quietUntilMilliseconds,
      this.parts.clock.now() + idleMilliseconds,
    );
  }

  /** Posts of historical regions that wait to be judged, over all partitions held. */
  get heldBack(): number {
    let posts = 0;
    for (const { detector } of this.held.values()) posts += detector.heldBack;
    return posts;
  }

  caughtUp(partition: number): void {
    const held = this.held.get(partition);
    if (held) held.isCaughtUp = true;
  }

  /** To be called about twice a second. */
  async tick(): Promise<void> {
    const now = this.parts.clock.now();
    await this.eachInHand(async (partition, held) => {
      const isIdle = held.isCaughtUp && now >= held.quietUntilMilliseconds;
      if (isIdle && held.detector.heldBack > 0) await held.detector.flush();
      else if (held.detector.isCheckpointDue()) await held.detector.checkpoint();
      await this.tellHeldBack(partition, held);
    });
  }

  /** Saves everything now. A partition that is another's by now has been saved there from its last checkpoint on. */
  async checkpoint(): Promise<void> {
    await this.eachInHand((_, held) => held.detector.checkpoint());
  }

  private async tellHeldBack(partition: number, held: Held): Promise<void> {
    const { heldBack } = held.detector;
    if (heldBack === held.heldBackTold) return;
    await this.parts.store.saveHeldBack(partition, heldBack);
    held.heldBackTold = heldBack;
  }

  private async eachInHand(work: (partition: number, held: Held) => Promise<void>): Promise<void> {
    const turns = [...this.held].map(([partition, held]) =>
      this.inHand(partition, held, () => work(partition, held)).catch((error: unknown) => {
        if (!(error instanceof PartitionTaken)) throw error;
      }),
    );
    await Promise.all(turns);
  }

  /** What is another detector's now is let go of: it would only fill the memory and be saved in vain. */
  private async inHand(partition: number, held: Held, work: () => Promise<void>): Promise<void> {
    try {
      await inTurn(held, work);
    } catch (error) {
      if (error instanceof PartitionTaken && this.held.get(partition) === held) this.held.delete(partition);
      throw error;
    }
  }
}

function inTurn(held: Held, work: () => Promise<void>): Promise<void> {
  const turn = held.last.then(work);
  held.last = turn.catch(() => {});
  return turn;
}
