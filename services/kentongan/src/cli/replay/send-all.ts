import type { IngestOutcome } from '@kentongan/contracts';
import { CommandError } from '../desk/command-error.js';
import type { DeskAnswer } from './desk-client.js';

/** How long the replay waits for a desk that is gone, and how it passes the time. */
export interface Patience {
  readonly waitMilliseconds: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly onWaiting: (detail: string) => void;
}

type Send = (
  lines: readonly Uint8Array[],
  onOutcome: (outcome: IngestOutcome) => void,
) => Promise<DeskAnswer>;

const firstPauseMilliseconds = 250;
const pauseMillisecondsMax = 5_000;

/**
 * Sends lines until each has its outcome. What was not acknowledged when a connection broke is sent again: the desk
 * knows posts by their id, so a line that was stored without our hearing of it comes back as unchanged.
 * @throws CommandError when the desk refuses the request, or stays away for longer than the patience lasts
 */
export async function sendAll(
  lines: readonly Uint8Array[],
  send: Send,
  onOutcome: (outcome: IngestOutcome) => void,
  patience: Patience,
): Promise<void> {
  let waiting = [...lines];
  let lastProgressAt = patience.now();
  let pause = firstPauseMilliseconds;
  for (;;) {
    const answered = new Set<number>();
    const answer = await send(waiting, (outcome) => {
      if (answered.has(outcome.line)) return;
      answered.add(outcome.line);
      onOutcome(outcome);
    });
    if (answer.kind === 'refused') throw refusal(answer.status, answer.detail);
    waiting = waiting.filter((_line, index) => !answered.has(index + 1));
    if (answer.kind === 'complete' && waiting.length === 0) return;
    if (answered.size > 0) [lastProgressAt, pause] = [patience.now(), firstPauseMilliseconds];
    const detail = answer.kind === 'complete' ? 'the desk left lines without an outcome' : answer.detail;
    if (patience.now() - lastProgressAt >= patience.waitMilliseconds) throw gone(detail, patience);
    patience.onWaiting(detail);
    await patience.sleep(answer.kind === 'busy' ? answer.retryAfterSeconds * 1_000 : pause);
    pause = Math.min(pause * 2, pauseMillisecondsMax);
  }
}

function refusal(status: number, detail: string): CommandError {
  const advice = status === 401 ? ' Check KENTONGAN_TOKEN, --token or the data folder.' : '';
  return new CommandError(`The desk refuses the posts (${status}): ${detail}${advice}`);
}

function gone(detail: string, { waitMilliseconds }: Patience): CommandError {
  const seconds = Math.round(waitMilliseconds / 1_000);
  return new CommandError(
    `The desk did not answer for ${seconds} seconds (${detail}). Start it (npm start) and run the same command again: what was accepted is not counted twice.`,
  );
}
