import { setTimeout as pause } from 'node:timers/promises';
import type { Admin } from 'kafkajs';

/** First offset that is kept, and the next one to be written. */
export interface PartitionEnds {
  readonly low: number;
  readonly high: number;
}

const groupSeparator = '@';

/**
 * One Kafka group for each group and stream: members of one Kafka group that subscribe to different topics would
 * rebalance each other, and kafkajs shares out the topics of its leader alone.
 */
export function kafkaGroupId(group: string, streamName: string): string {
  return `${group}${groupSeparator}${streamName}`;
}

/** The group of a Kafka group id of this stream; null when it belongs to another stream or program. */
export function groupOf(groupId: string, streamName: string): string | null {
  const suffix = groupSeparator + streamName;
  return groupId.endsWith(suffix) && groupId.length > suffix.length ? groupId.slice(0, -suffix.length) : null;
}

const ledTriesMax = 30;
const ledPauseMilliseconds = 100;

/** Asks again for a while: brokers know a topic that was made a moment ago before its partitions have their leaders. */
export async function onceLed<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      if (tries === ledTriesMax || (error as { retriable?: boolean }).retriable !== true) throw error;
      await pause(ledPauseMilliseconds);
    }
}

/** Ends of all partitions, indexed by partition. */
export async function endsOf(admin: Admin, streamName: string): Promise<PartitionEnds[]> {
  const ends: PartitionEnds[] = [];
  for (const { partition, low, high } of await onceLed(() => admin.fetchTopicOffsets(streamName)))
    ends[partition] = { low: Number(low), high: Number(high) };
  return ends;
}

/** Committed offsets by partition; partitions without one are absent. */
export async function committedOf(
  admin: Admin,
  groupId: string,
  streamName: string,
): Promise<Map<number, number>> {
  const [answer] = await admin.fetchOffsets({ groupId, topics: [streamName] });
  const offsets = (answer?.partitions ?? []).map(
    ({ partition, offset }) => [partition, Number(offset)] as const,
  );
  return new Map(offsets.filter(([, offset]) => offset >= 0));
}

/** Messages between what is committed and the end; what is no longer kept waits for nobody. */
export function lagOf(ends: readonly PartitionEnds[], committed: ReadonlyMap<number, number>): number {
  return ends.reduce(
    (sum, { low, high }, partition) => sum + Math.max(0, high - Math.max(low, committed.get(partition) ?? 0)),
    0,
  );
}
