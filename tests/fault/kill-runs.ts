import { setTimeout as pause } from 'node:timers/promises';
import { Desk, type DeskOptions, type ReplaySummary, runReplay } from '../support/desk.js';
import { type AlarmFact, alarmFact, archivedPosts, judgedSignals } from '../support/desk-state.js';
import { until } from '../support/until.js';

const region = 'history';
const signalsSecondsMax = 90;
const archivedSecondsMax = 600;
const lookMilliseconds = 20;

/** What a replay left in a desk. */
export interface ReplayEnd {
  readonly summary: ReplaySummary;
  /** One line a post, sorted, without the time of arrival. */
  readonly posts: readonly string[];
  readonly alarms: readonly AlarmFact[];
}

/** One death of the process. `archived` of `lines` posts had come through when it was shot. */
export interface Kill {
  readonly pid: number;
  readonly signal: NodeJS.Signals | null;
  readonly archived: number;
  readonly isReplayRunning: boolean;
}

/** A replay that nobody disturbs. */
export async function replayInPeace(options: DeskOptions, file: string): Promise<ReplayEnd> {
  const desk = await Desk.start(options);
  try {
    const summary = await runReplay(options, [file]);
    return await readEnd(desk, summary);
  } finally {
    await desk.stop();
  }
}

/**
 * The same replay while the process is shot `kills` times and started again, spread evenly over the posts; the first
 * shot falls as soon as posts come through.
 * @param lines how many posts the file holds
 */
export async function replayUnderFire(
  options: DeskOptions,
  file: string,
  plan: { readonly kills: number; readonly lines: number },
): Promise<ReplayEnd & { readonly kills: readonly Kill[] }> {
  let desk = await Desk.start(options);
  let isReplayRunning = true;
  const replay = runReplay(options, [file]).finally(() => {
    isReplayRunning = false;
  });
  replay.catch(() => {}); // awaited below
  const kills: Kill[] = [];
  try {
    for (let index = 0; index < plan.kills; index += 1) {
      const archived = await untilArchived(desk, Math.max(1, (index / plan.kills) * plan.lines));
      await desk.kill();
      const { pid = 0, signalCode } = desk.process;
      kills.push({ pid, signal: signalCode, archived, isReplayRunning });
      desk = await Desk.start(options);
    }
    return { kills, ...(await readEnd(desk, await replay)) };
  } finally {
    await desk.stop();
  }
}

/** Looks often: the shot should fall while posts are on their way. */
export async function untilArchived(
  desk: Desk,
  postsMin: number,
  regionId: string = region,
): Promise<number> {
  const deadline = performance.now() + archivedSecondsMax * 1_000;
  for (;;) {
    const archived = await archivedCount(desk, regionId).catch(() => 0);
    if (archived >= postsMin) return archived;
    if (performance.now() > deadline) throw new Error(`only ${archived} of ${postsMin} posts are archived`);
    await pause(lookMilliseconds);
  }
}

export async function archivedCount(desk: Desk, regionId = region): Promise<number> {
  const { count } = await desk.get<{ count: number }>(`/api/archive/count?region=${regionId}`);
  return count;
}

async function readEnd(desk: Desk, summary: ReplaySummary): Promise<ReplayEnd> {
  const stored = summary.accepted + summary.unchanged;
  await until(
    () => archivedCount(desk),
    (count) => count >= stored,
    archivedSecondsMax,
  );
  const alarms = (await judgedSignals(desk, region, signalsSecondsMax)).map(alarmFact);
  return { summary, posts: await archivedPosts(desk, region), alarms };
}

/** How two ends differ. */
export interface Difference {
  readonly postsLost: number;
  readonly postsInvented: number;
  readonly postsAltered: number;
  readonly alarmsLost: number;
  readonly alarmsInvented: number;
  /** Alarms of the same id that say something else: another key, tipping post, last version or count. */
  readonly alarmsDifferent: number;
}

/** The kills left no trace. */
export const noDifference: Difference = {
  postsLost: 0,
  postsInvented: 0,
  postsAltered: 0,
  alarmsLost: 0,
  alarmsInvented: 0,
  alarmsDifferent: 0,
};

export function differenceOf(peace: ReplayEnd, fire: ReplayEnd): Difference {
  const idOf = (line: string) => (JSON.parse(line) as { postId: string }).postId;
  const posts = compared(new Map(peace.posts.map((line) => [idOf(line), line])), fire.posts, idOf);
  const statements = (end: ReplayEnd) => [...statementsById(end.alarms)];
  const alarms = compared(new Map(statements(peace)), statements(fire), ([id]) => id);
  return {
    postsLost: posts.lost,
    postsInvented: posts.invented,
    postsAltered: posts.altered,
    alarmsLost: alarms.lost,
    alarmsInvented: alarms.invented,
    alarmsDifferent: alarms.altered,
  };
}

function compared<T>(wanted: ReadonlyMap<string, unknown>, found: readonly T[], idOf: (item: T) => string) {
  let invented = 0;
  let altered = 0;
  for (const item of found) {
    const same = wanted.get(idOf(item));
    if (same === undefined) invented += 1;
    else if (JSON.stringify(same) !== JSON.stringify(Array.isArray(item) ? item[1] : item)) altered += 1;
  }
  const ids = new Set(found.map(idOf));
  const lost = [...wanted.keys()].filter((id) => !ids.has(id)).length;
  // The same id twice is one too many, even if both are right.
  return { lost, invented: invented + (found.length - ids.size), altered };
}

function statementsById(alarms: readonly AlarmFact[]): Map<string, AlarmFact[]> {
  const byId = new Map<string, AlarmFact[]>();
  for (const alarm of alarms) byId.set(alarm.signalId, [...(byId.get(alarm.signalId) ?? []), alarm]);
  return byId;
}
