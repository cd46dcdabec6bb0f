import type { Admin } from 'kafkajs';
import { backOffMilliseconds } from '../signal.js';

/** First offset that is kept, and the next one to be written. */
export interface PartitionEnds {
  readonly low: number;
  readonly high: number;
}

const groupSeparator = '@';
const leaderless = ['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE'];
const leaderTriesMax = 8;

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

/**
 * Ends of all partitions, indexed by partition. kafkajs does not ask again when a partition has no leader yet, as just
 * after its topic was made by another process: that would end a service that starts at the same time.
 */
export async function endsOf(admin: Admin, streamName: string): Promise<PartitionEnds[]> {
  for (let failures = 1; ; failures += 1)
    try {
      const ends: PartitionEnds[] = [];
      for (const { partition, low, high } of await admin.fetchTopicOffsets(streamName))
        ends[partition] = { low: Number(low), high: Number(high) };
      return ends;
    } catch (error) {
      if (!lacksLeader(error) || failures >= leaderTriesMax) throw error;
      await new Promise((resolve) => setTimeout(resolve, backOffMilliseconds(failures)));
    }
}

const lacksLeader = (error: unknown): boolean =>
  leaderless.includes(String((error as { type?: unknown } | null)?.type));

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
