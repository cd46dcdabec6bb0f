import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Desk, type DeskOptions, freePort, runReplay } from '../../support/desk.js';
import { judgedSignals, type StoredSignal, untilQuiet } from '../../support/desk-state.js';
import { inTemporaryFolder } from '../../support/temporary-folder.js';
import { type PostTime, peakHour, type Range, rangeOf, readRanges } from './time-ranges.js';

export interface RegionArguments {
  readonly file: string;
  /** `2025-01-14..2025-01-16,…`: days (UTC, inclusive) in which something real happened. */
  readonly ranges: string;
  /** Days that count neither as found nor as false. */
  readonly neither: string;
  readonly facts?: string;
  readonly locationFrom?: string;
  /** Prints every first statement on standard error. */
  readonly list: boolean;
}

export interface RegionFigures extends AlarmFigures, MatchFigures {
  readonly n: number;
  readonly accepted: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly archived: number;
  readonly replaySeconds: number;
  readonly secondReplayAccepted: number;
  readonly secondReplayChanges: number;
}

interface AlarmFigures {
  readonly cascades: readonly object[];
  readonly caughtBeforePeak: number;
  readonly alarmsOutside: number;
  readonly alarmsPerMonth: Readonly<Record<string, number>>;
  readonly statements: number;
}

interface MatchFigures {
  readonly samePercent: number;
  readonly matchedPercent: number;
  readonly relatedPercent: number;
}

const region = 'eval';

/** Replays a file into a fresh desk, in default configuration, and judges the alarms it raised. */
export async function evaluateRegion(options: RegionArguments): Promise<RegionFigures> {
  return inTemporaryFolder(async (dataDirectory) => {
    const place: DeskOptions = { dataDirectory, port: await freePort() };
    const desk = await Desk.start(place);
    try {
      return await judge(desk, place, options);
    } finally {
      await desk.stop();
    }
  });
}

async function judge(desk: Desk, place: DeskOptions, options: RegionArguments): Promise<RegionFigures> {
  if (options.facts) await importFacts(desk, options.facts);
  const args = [
    options.file,
    '--region',
    region,
    '--speed',
    'max',
    ...(options.locationFrom ? ['--location-from', options.locationFrom] : []),
  ];
  const first = await runReplay(place, args);
  const { archived, signals } = await settled(desk);
  const second = await runReplay(place, args);
  const after = await settled(desk);
  return {
    n: first.read,
    accepted: first.accepted,
    rejected: first.rejected,
    archived,
    replaySeconds: first.seconds,
    secondReplayAccepted: second.accepted + second.updated,
    secondReplayChanges: after.archived - archived + (after.signals.length - signals.length),
    ...alarmFigures(signals, options),
    ...(await matchFigures(desk, archived)),
  };
}

async function importFacts(desk: Desk, file: string): Promise<void> {
  const bytes = new Uint8Array(readPlain(file));
  const answer = await desk.post('/api/facts/import?format=tsv&source=eval', bytes, 'text/plain');
  if (!answer.ok) throw new Error(`the facts were refused: ${await answer.text()}`);
}

async function settled(desk: Desk): Promise<{ archived: number; signals: StoredSignal[] }> {
  const count = async () => (await desk.get<{ count: number }>(`/api/archive/count?region=${region}`)).count;
  const archived = await untilQuiet(count, 2, 600);
  return { archived, signals: await judgedSignals(desk, region) };
}

function alarmFigures(signals: readonly StoredSignal[], options: RegionArguments): AlarmFigures {
  const posts = readPosts(options.file);
  const ranges = readRanges(options.ranges);
  const neither = readRanges(options.neither);
  const alarms = signals.filter(({ signal }) => signal.version === 1);
  if (options.list) for (const alarm of alarms) console.error(describe(alarm));
  const inside = (alarm: StoredSignal, range: Range) =>
    rangeOf(alarm.signal.tippingPost.createdAt, [range]) !== null;
  const cascades = ranges.map((range) => {
    const own = alarms.filter((alarm) => inside(alarm, range));
    const peak = peakHour(posts, range);
    const days = own.map((alarm) => alarm.signal.tippingPost.createdAt.slice(0, 10));
    return {
      range: range.text,
      peak,
      alarms: own.length,
      isBeforePeak: own.some((alarm) => alarm.signal.tippingPost.createdAt.slice(0, 13) < peak),
      mostPerDay: Math.max(0, ...days.map((day) => days.filter((each) => each === day).length)),
      first: own[0]?.signal.tippingPost.createdAt ?? null,
    };
  });
  const outside = alarms.filter(
    (alarm) => !rangeOf(alarm.signal.tippingPost.createdAt, [...ranges, ...neither]),
  );
  return {
    cascades,
    caughtBeforePeak: cascades.filter((cascade) => cascade.isBeforePeak).length,
    alarmsOutside: outside.length,
    alarmsPerMonth: perMonth(outside),
    statements: signals.length,
  };
}

async function matchFigures(desk: Desk, archived: number): Promise<MatchFigures> {
  const share = async (level: string) => {
    const { count } = await desk.get<{ count: number }>(
      `/api/archive/count?region=${region}&hoaxLevel=${level}`,
    );
    return Math.round((count / Math.max(1, archived)) * 100_000) / 1_000;
  };
  return {
    samePercent: await share('same'),
    matchedPercent: await share('matched'),
    relatedPercent: await share('related'),
  };
}

function perMonth(alarms: readonly StoredSignal[]): Record<string, number> {
  const months: Record<string, number> = {};
  for (const { signal } of alarms) {
    const month = signal.tippingPost.createdAt.slice(0, 7);
    months[month] = (months[month] ?? 0) + 1;
  }
  return months;
}

function describe({ signal }: StoredSignal): string {
  const numbers = `${signal.count} in ${signal.windowMinutes} min, norm ${signal.norm?.toFixed(2)}, surprise ${signal.surprise?.toFixed(1)}`;
  return `${signal.tippingPost.createdAt} ${signal.key.kind} ${signal.key.value}: ${numbers}, authors ${signal.distinctAuthors}`;
}

function readPosts(file: string): PostTime[] {
  const lines = readPlain(file).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => ({ at: (JSON.parse(line) as { ts: string }).ts }));
}

function readPlain(file: string): Buffer {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
