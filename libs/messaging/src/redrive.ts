import { setTimeout } from 'node:timers/promises';
import type { Stream } from '@kentongan/contracts';
import { deadStream, readDeadLetter } from './dead-letter.js';
import { done, drop } from './outcome.js';
import type { StreamPort } from './stream.port.js';

const batchMessagesMax = 200;
const lagPollMilliseconds = 50;

export interface Redriven {
  readonly redriven: number;
  /** Letters of other groups that were passed over. */
  readonly passedOver: number;
}

/**
 * Publishes the dead letters of `stream` again, with their original key, headers and bytes, hence their original id:
 * consumers whose effects are idempotent by id do nothing for those they had handled after all.
 * The marker of what was redriven is a consumer group on the dead stream, one for each `group` filter, so running it
 * twice publishes nothing the second time and an interrupted run goes on where it stopped.
 */
export async function redrive(port: StreamPort, stream: Stream, group?: string): Promise<Redriven> {
  const source = deadStream(stream);
  let redriven = 0;
  let passedOver = 0;
  const subscription = await port.subscribe({
    stream: source,
    group: group === undefined ? 'redrive' : `redrive:${group}`,
    batchMessagesMax,
    handle: async (batch) => {
      const letters = batch.records.map(readDeadLetter);
      const chosen = letters.filter(({ info }) => group === undefined || info.group === group);
      await port.publish(
        stream,
        chosen.map(({ original }) => original),
      );
      redriven += chosen.length;
      passedOver += letters.length - chosen.length;
      return letters.map((letter) => (chosen.includes(letter) ? done : drop('notForUs')));
    },
  });
  while ((await subscription.lag()) > 0) await setTimeout(lagPollMilliseconds);
  await subscription.stop();
  return { redriven, passedOver };
}
