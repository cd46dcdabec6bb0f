import { setTimeout } from 'node:timers/promises';
import type { Stream } from '@kentongan/contracts';
import { deadStream, readDeadLetter } from './dead-letter.js';
import { done, drop, retry } from './outcome.js';
import type { StreamPort } from './stream.port.js';

const batchMessagesMax = 200;
const pageLettersMax = 1_000;
const lagPollMilliseconds = 50;
/** Its position on a dead stream tells which letters have been published again. */
export const redriveGroup = 'redrive';
/** Longer than a run takes to end after its last letter, so that letters for later are looked at once. */
const laterMilliseconds = 60_000;

export interface Redriven {
  readonly redriven: number;
  /** Letters of other groups that were passed over. */
  readonly passedOver: number;
}

/**
 * Publishes the dead letters of `stream` again, with their original key, headers and bytes, hence their original id:
 * consumers whose effects are idempotent by id do nothing for those they had handled after all.
 * The marker of what was redriven is a consumer group on the dead stream, one for each `group` filter, so running it
 * twice publishes nothing the second time and an interrupted run goes on where it stopped. A letter that dies again
 * meanwhile waits for the next run: otherwise one that nobody can read would go round for ever.
 */
export async function redrive(port: StreamPort, stream: Stream, group?: string): Promise<Redriven> {
  const source = deadStream(stream);
  const ends = await endsOf(
    port,
    source,
    Array.from({ length: source.partitions }, () => 0),
  );
  let redriven = 0;
  let passedOver = 0;
  const subscription = await port.subscribe({
    stream: source,
    group: group === undefined ? redriveGroup : `${redriveGroup}:${group}`,
    batchMessagesMax,
    handle: async ({ partition, records }) => {
      const due = records.filter(({ offset }) => offset < (ends[partition] ?? 0)).map(readDeadLetter);
      const chosen = due.filter(({ info }) => group === undefined || info.group === group);
      await port.publish(
        stream,
        chosen.map(({ original }) => original),
      );
      redriven += chosen.length;
      passedOver += due.length - chosen.length;
      const outcomes = due.map((letter) => (chosen.includes(letter) ? done : drop('notForUs')));
      return [...outcomes, ...records.slice(due.length).map(() => retry('notForUs', laterMilliseconds))];
    },
  });
  try {
    for (;;) {
      // Letters are counted before the lag: one that dies in between must not pass for one that was redriven.
      const later = sum(await endsOf(port, source, ends)) - sum(ends);
      if ((await subscription.lag()) <= later) return { redriven, passedOver };
      await setTimeout(lagPollMilliseconds);
    }
  } finally {
    await subscription.stop();
  }
}

/** The offset behind the last letter of each partition, looked for from `starts` on. */
async function endsOf(port: StreamPort, source: Stream, starts: readonly number[]): Promise<number[]> {
  return Promise.all(
    starts.map(async (start, partition) => {
      for (let end = start; ; ) {
        const letters = await port.read(source.name, partition, end, pageLettersMax);
        const last = letters.at(-1);
        if (!last) return end;
        end = last.offset + 1;
      }
    }),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
