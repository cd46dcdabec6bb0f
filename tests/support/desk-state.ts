import { setTimeout as pause } from 'node:timers/promises';
import type { Signal } from '@kentongan/contracts';
import type { Desk } from './desk.js';

/** What is asked of a desk, be it one process or a fleet. */
type AskedDesk = Pick<Desk, 'url' | 'token' | 'get'>;

/** An alarm as far as it must be the same after kills: what, when, how much. */
export interface AlarmFact {
  readonly signalId: string;
  readonly version: number;
  readonly key: string;
  readonly tippingPostId: string;
  readonly count: number;
}

export interface StoredSignal {
  readonly regionId: string;
  readonly signal: Signal;
}

/** All posts of a region in the archive, one line per post, sorted by id. */
export async function archivedPosts(desk: AskedDesk, region: string): Promise<string[]> {
  const answer = await fetch(`${desk.url}/api/archive/export?region=${region}&format=ndjson`, {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  if (!answer.ok) throw new Error(`the export answered ${answer.status}: ${await answer.text()}`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => withoutArrival(JSON.parse(line) as Record<string, unknown>)).sort();
}

/** When a post arrived differs from run to run; everything else must not. */
function withoutArrival(post: Record<string, unknown>): string {
  const { fetchedAt: _arrival, ...rest } = post;
  return JSON.stringify(rest);
}

/** All signals of a region, oldest first. */
export async function storedSignals(desk: AskedDesk, region: string): Promise<StoredSignal[]> {
  const all: StoredSignal[] = [];
  for (let after = ''; ; ) {
    const page = await desk.get<{ signals: StoredSignal[]; next: string | null }>(
      `/api/signals?region=${region}&order=oldest&limit=200${after}`,
    );
    all.push(...page.signals);
    if (!page.next || page.signals.length === 0) return all;
    after = `&after=${page.next}`;
  }
}

export function alarmFact({ signal }: StoredSignal): AlarmFact {
  return {
    signalId: signal.signalId,
    version: signal.version,
    key: `${signal.key.kind}:${signal.key.value}`,
    tippingPostId: signal.tippingPost.postId,
    count: signal.count,
  };
}

/** All signals of a region once every post that came through was judged and nothing more was said for two seconds. */
export async function judgedSignals(
  desk: AskedDesk,
  region: string,
  secondsMax = 90,
): Promise<StoredSignal[]> {
  const read = async () => {
    const { heldBack } = await desk.get<{ heldBack: number }>(`/api/signals?region=${region}&limit=1`);
    return { heldBack, signals: await storedSignals(desk, region) };
  };
  const deadline = performance.now() + secondsMax * 1_000;
  for (;;) {
    const { heldBack, signals } = await untilQuiet(read, judgedQuietSeconds, secondsMax);
    if (heldBack === 0) return signals;
    if (performance.now() > deadline) throw new Error(`${heldBack} posts still wait to be judged`);
  }
}

const judgedQuietSeconds = 2;

/** Waits until `read` gives the same answer for `quietSeconds`. */
export async function untilQuiet<T>(
  read: () => Promise<T>,
  quietSeconds: number,
  secondsMax: number,
): Promise<T> {
  const deadline = performance.now() + secondsMax * 1_000;
  let last = await read();
  let quietSince = performance.now();
  while (performance.now() - quietSince < quietSeconds * 1_000) {
    if (performance.now() > deadline) throw new Error(`still changing after ${secondsMax} s`);
    await pause(250);
    const next = await read();
    if (JSON.stringify(next) !== JSON.stringify(last)) quietSince = performance.now();
    last = next;
  }
  return last;
}
