import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestOutcome } from '@kentongan/contracts';
import type { ReplayOptions } from './arguments.js';
import { chunks, type PlacedLine } from './chunks.js';
import { DeskClient } from './desk-client.js';
import type { Progress } from './progress.js';
import { readFile } from './read-file.js';
import { type Patience, sendAll } from './send-all.js';
import { platformOfFile, shapePost, timeOf } from './shape-post.js';

/** The JSON line that a replay ends with. */
export interface ReplaySummary {
  readonly name: 'replay';
  readonly read: number;
  readonly accepted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly seconds: number;
}

const deskWaitMilliseconds = 120_000;
/** At the start nothing is lost by giving up early: most likely the desk is not running. */
const firstWaitMilliseconds = 10_000;
const waitingNoticeMilliseconds = 10_000;

/**
 * Replays all files in order. While the desk stores one chunk the next is read, never more.
 * @throws CommandError with words for the person at the terminal
 */
export async function runReplay(options: ReplayOptions, progress: Progress): Promise<ReplaySummary> {
  const startedAt = performance.now();
  const tally = new Tally();
  const patience = patienceWith(progress);
  const desk = await reachDesk(options, { ...patience, waitMilliseconds: firstWaitMilliseconds }, progress);
  const shiftMilliseconds = options.isShiftedToNow ? Date.now() - (await lastTime(options.files)) : 0;
  const pace = {
    speed: options.speed,
    now: () => Date.now(),
    sleep: (milliseconds: number) => sleep(milliseconds),
  };
  progress.start(options.files.reduce((sum, file) => sum + statSync(file).size, 0));
  let sending: Promise<void> = Promise.resolve();
  try {
    for await (const chunk of chunks(shapedLines(options, shiftMilliseconds, tally), pace)) {
      await sending;
      sending = sendAll(
        chunk.lines,
        (lines, onOutcome) => desk.send(lines, onOutcome),
        (outcome) => tally.add(outcome),
        patience,
      ).then(() => progress.update(chunk.position, tally.read));
      sending.catch(() => {}); // awaited in the next turn or below
    }
    await sending;
  } finally {
    progress.stop();
    desk.close();
  }
  return tally.summary((performance.now() - startedAt) / 1_000);
}

/** An empty request first: a wrong token, region or address shows before any file is read. */
async function reachDesk(
  options: ReplayOptions,
  patience: Patience,
  progress: Progress,
): Promise<DeskClient> {
  const desk = new DeskClient(options);
  if (options.mode === undefined && !options.isShiftedToNow) {
    const answer = await desk.send([], () => {});
    if (answer.kind === 'refused' && answer.status === 404) {
      progress.say(`Region ${options.region} is not known: making it in historical mode.`);
      const historical = desk.with('historical');
      await sendAll(
        [],
        (lines, onOutcome) => historical.send(lines, onOutcome),
        () => {},
        patience,
      );
      return historical;
    }
  }
  await sendAll(
    [],
    (lines, onOutcome) => desk.send(lines, onOutcome),
    () => {},
    patience,
  );
  return desk;
}

async function* shapedLines(
  { files, locationFields }: ReplayOptions,
  shiftMilliseconds: number,
  tally: Tally,
): AsyncGenerator<PlacedLine> {
  let before = 0;
  for (const file of files) {
    const shape = { platform: platformOfFile(file), locationFields, shiftMilliseconds };
    for await (const { bytes, position } of readFile(file)) {
      if (bytes === null) tally.refuse('lineTooLong');
      else yield { ...shapePost(bytes, shape), position: before + position };
    }
    before += statSync(file).size;
  }
}

/** The latest time in all files; now when none has one, so that nothing is shifted. */
async function lastTime(files: readonly string[]): Promise<number> {
  let last = Number.NEGATIVE_INFINITY;
  for (const file of files)
    for await (const { bytes } of readFile(file)) {
      const time = bytes ? timeOf(bytes) : Number.NaN;
      if (time > last) last = time;
    }
  return Number.isFinite(last) ? last : Date.now();
}

function patienceWith(progress: Progress): Patience {
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    waitMilliseconds: deskWaitMilliseconds,
    now: () => performance.now(),
    sleep: (milliseconds) => sleep(milliseconds),
    onWaiting: (detail) => {
      if (performance.now() - saidAt < waitingNoticeMilliseconds) return;
      saidAt = performance.now();
      progress.say(`The desk does not take posts now (${detail}); trying again.`);
    },
  };
}

class Tally {
  private readonly counts = { accepted: 0, updated: 0, unchanged: 0 };
  private readonly rejected: Record<string, number> = {};
  read = 0;

  add(outcome: IngestOutcome): void {
    if (outcome.outcome === 'rejected') this.refuse(outcome.reason);
    else {
      this.read += 1;
      this.counts[outcome.outcome] += 1;
    }
  }

  refuse(reason: string): void {
    this.read += 1;
    this.rejected[reason] = (this.rejected[reason] ?? 0) + 1;
  }

  summary(seconds: number): ReplaySummary {
    return {
      name: 'replay',
      read: this.read,
      ...this.counts,
      rejected: this.rejected,
      seconds: Math.round(seconds * 100) / 100,
    };
  }
}
