import type { Stream } from '@kentongan/contracts';
import type { StreamDrift, StreamPort } from '@kentongan/messaging';

export interface AppliedStreams {
  readonly mended: readonly StreamDrift[];
  /** Differences that are still there. */
  readonly left: readonly StreamDrift[];
}

/**
 * Makes the streams as they are declared, as far as that is possible, and says what was and what is still different.
 * @param isCheck look only, change nothing
 */
export async function applyStreams(
  port: Pick<StreamPort, 'apply' | 'drift'>,
  streams: readonly Stream[],
  isCheck: boolean,
): Promise<AppliedStreams> {
  const before = await port.drift(streams);
  if (isCheck) return { mended: [], left: before };
  let failure: unknown = null;
  try {
    await port.apply(streams);
  } catch (error) {
    failure = error;
  }
  const left = await port.drift(streams);
  // What cannot be mended is told as a difference; every other failure is one.
  if (failure !== null && left.every(({ isMendable }) => isMendable)) throw failure;
  const isLeft = (drift: StreamDrift) =>
    left.some(({ stream, what }) => stream === drift.stream && what === drift.what);
  return { mended: before.filter((drift) => !isLeft(drift)), left };
}

/** One line for each difference, then one that sums up. */
export function describeStreams({ mended, left }: AppliedStreams, isCheck: boolean): string[] {
  const lines = [
    ...mended.map((drift) => `${drift.stream}: ${drift.what} is ${drift.declared} now, was ${drift.real}`),
    ...left.map(
      (drift) =>
        `${drift.stream}: ${drift.what} is ${drift.real}, declared ${drift.declared}${remedy(drift, isCheck)}`,
    ),
  ];
  return [...lines, left.length === 0 ? 'The streams are as declared.' : `${left.length} differences.`];
}

function remedy({ what, isMendable }: StreamDrift, isCheck: boolean): string {
  if (isMendable) return isCheck ? ' (streams apply mends it)' : '';
  if (what === 'partitions')
    return ' (cannot be changed: keys would move and lose their order; move to a new server or drop the stream)';
  return what === 'replicas'
    ? ' (reassign the partitions with the tools of Kafka)'
    : ' (cannot be changed in place)';
}
