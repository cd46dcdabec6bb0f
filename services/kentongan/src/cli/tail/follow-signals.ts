import { setTimeout as pause } from 'node:timers/promises';
import type { Signal } from '@kentongan/contracts';
import { askDesk, type DeskAddress } from '../desk/desk-api.js';

export interface ListedSignal {
  readonly sequence: number;
  readonly regionId: string;
  readonly signal: Signal;
}

interface Page {
  readonly signals: readonly ListedSignal[];
  /** Posts of a replay that wait to be judged. */
  readonly heldBack: number;
}

const pageSignals = 200;
const pauseMilliseconds = 1_000;

export interface FollowOptions {
  readonly region: string | undefined;
  /** Only what comes from now on; otherwise everything there is, then what comes. */
  readonly isOnlyNew: boolean;
  /** End when everything there is has been printed. */
  readonly isOnce: boolean;
}

/** All signals in the order in which they were raised, for ever unless `isOnce`. */
export async function* followSignals(
  desk: DeskAddress,
  options: FollowOptions,
): AsyncGenerator<ListedSignal> {
  let after = options.isOnlyNew ? await newestSequence(desk, options.region) : 0;
  for (;;) {
    const query = `order=oldest&limit=${pageSignals}&after=${after}`;
    const { signals, heldBack } = await readPage(desk, options.region, query);
    for (const signal of signals) {
      yield signal;
      after = signal.sequence;
    }
    if (signals.length === pageSignals) continue;
    // What a replay still holds back belongs to what there is: it is judged within seconds.
    if (options.isOnce && heldBack === 0) return;
    await pause(pauseMilliseconds);
  }
}

async function newestSequence(desk: DeskAddress, region: string | undefined): Promise<number> {
  const { signals } = await readPage(desk, region, 'order=newest&limit=1');
  return signals[0]?.sequence ?? 0;
}

function readPage(desk: DeskAddress, region: string | undefined, query: string): Promise<Page> {
  const regionQuery = region === undefined ? '' : `&region=${encodeURIComponent(region)}`;
  return askDesk(desk, 'GET', `/api/signals?${query}${regionQuery}`);
}
