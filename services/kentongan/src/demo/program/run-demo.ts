import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { IssueCard, RegionSettings } from '@kentongan/contracts';
import { askDesk } from '../../cli/desk/desk-api.js';
import { followSignals } from '../../cli/tail/follow-signals.js';
import { demoFacts } from '../city/demo-facts.js';
import { cityPlaces } from '../city/places.js';
import { hourMilliseconds } from '../city/rhythm.js';
import { type SimulatedDay, simulateDay, simulateHistory } from '../city/simulate.js';
import { SimulatedCity } from '../city/simulated-city.js';
import { alertLines, decimal } from './alert-lines.js';
import type { DemoOptions } from './arguments.js';
import { createUsers } from './create-users.js';
import { type DemoDesk, startDemoDesk } from './demo-desk.js';
import { demoRegion, demoRegionId } from './demo-region.js';
import { demoUsers } from './demo-users.js';
import { callDesk } from './desk-calls.js';
import { eventTable, type ToldEvent, toldEvents } from './event-table.js';
import { Feed, type FeedPace } from './feed.js';
import { EventLedger } from './heard-events.js';
import { progressBar } from './progress-bar.js';
import { demoTexts } from './texts.js';

/** The quiet weeks go by in hours, two of them under way: norms learn hours that are two hours old. */
const historyPace: FeedPace = { stretchMilliseconds: hourMilliseconds, stretchesUnderWayMax: 2 };
/** The day goes by in minutes, so that each alarm comes from the posts that were there at the time. */
const dayPace: FeedPace = { stretchMilliseconds: hourMilliseconds / 12, stretchesUnderWayMax: 1 };
const settledMilliseconds = 1_500;
const duty = ['petugas', 'verifikator'];

/** What the demo ends with, as one JSON line. */
export interface DemoSummary {
  readonly name: 'demo';
  readonly seed: number;
  readonly days: number;
  readonly historyPosts: number;
  readonly dayPosts: number;
  readonly readySeconds: number;
  readonly historySeconds: number;
  readonly firstAlertSeconds: number | null;
  readonly seconds: number;
  readonly backgroundAlarms: number;
  readonly events: readonly ToldEvent[];
  readonly url: string;
}

export interface Terminal {
  readonly output: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;
  /** Resolves when the person at the terminal wants to stop. */
  readonly stopped: Promise<void>;
  readonly isStopped: () => boolean;
}

/** Starts a desk, lets three weeks and a day go by, tells what was heard, and serves until it is stopped. */
export async function runDemo(options: DemoOptions, terminal: Terminal): Promise<DemoSummary> {
  const startedAt = performance.now();
  const since = () => Math.round((performance.now() - startedAt) / 100) / 10;
  const words = demoTexts[options.language];
  const say = (text: string) => void terminal.output.write(`${text}\n`);
  say(words.opening);
  const desk = await startDemoDesk(options.port);
  try {
    const password = newPassword();
    await prepare(desk, password);
    const readySeconds = since();
    say(words.ready(decimal(options.language)(readySeconds)));
    const told = await letTimePass(desk, options, terminal, since);
    if (!terminal.isStopped()) {
      say(`\n${eventTable(told.events, options.language)}\n`);
      say(words.users(desk.url, password));
      for (const { userName, name } of demoUsers) say(`  ${userName.padEnd(12)} ${name}`);
    }
    if (options.isServing && !terminal.isStopped()) {
      say(words.stop);
      await terminal.stopped;
    }
    const { seed, days } = options;
    return { name: 'demo', seed, days, readySeconds, ...told, seconds: since(), url: desk.url };
  } finally {
    await desk.stop();
    say(words.stopped);
  }
}

/** The hoax memory, the people, and who is on duty. */
async function prepare(desk: DemoDesk, password: string): Promise<void> {
  const address = { url: new URL(desk.url), token: desk.token };
  const facts = Buffer.from(JSON.stringify(demoFacts(Date.now())));
  await askDesk(address, 'POST', '/api/facts/import?format=json', facts);
  await putRegion(desk, demoRegion);
  const people = await createUsers(desk, demoUsers, password);
  const onDuty = people.filter(({ userName }) => duty.includes(userName));
  const dutyOfficers = onDuty.map(({ userId, name }) => ({ userId, name }));
  await putRegion(desk, { ...demoRegion, dutyOfficers });
}

async function putRegion(desk: DemoDesk, settings: RegionSettings): Promise<void> {
  await callDesk(desk.url, 'PUT', `/api/regions/${demoRegionId}`, { token: desk.token }, settings);
}

async function letTimePass(desk: DemoDesk, options: DemoOptions, terminal: Terminal, since: () => number) {
  const city = new SimulatedCity(cityPlaces());
  const endsAt = Date.now();
  const history = simulateHistory(city, endsAt, options.days);
  const day = simulateDay(city, endsAt, options.seed);
  const words = demoTexts[options.language];
  const number = decimal(options.language);
  const feed = new Feed(desk, terminal.isStopped);
  try {
    terminal.output.write(`${words.history(number(history.length), options.days)}\n`);
    const bar = progressBar(terminal.output, history.length);
    await feed.send(history, historyPace, (judged) => bar.update(judged)).finally(() => bar.stop());
    const historySeconds = since();
    terminal.output.write(`${words.day(number(day.posts.length))}\n`);
    const heard = listen(desk, day, options, terminal, since);
    await feed.send(day.posts, dayPace, () => {});
    const { ledger, firstAlertSeconds, backgroundAlarms } = await heard.end();
    const events = toldEvents(ledger.table(), await issueCards(desk));
    const counts = { historyPosts: history.length, dayPosts: day.posts.length };
    return { ...counts, historySeconds, firstAlertSeconds, backgroundAlarms, events };
  } finally {
    feed.close();
  }
}

/** Prints each alarm as it comes. */
function listen(
  desk: DemoDesk,
  day: SimulatedDay,
  options: DemoOptions,
  terminal: Terminal,
  since: () => number,
) {
  const ledger = new EventLedger(day);
  const lines = alertLines(options.language, ledger, demoFacts(Date.now()));
  const known = new Set<string>();
  let firstAlertSeconds: number | null = null;
  let backgroundAlarms = 0;
  let isOver = false;
  const follow = async (): Promise<void> => {
    const address = { url: new URL(desk.url), token: desk.token };
    for (;;) {
      const wasOver = isOver;
      const all = followSignals(address, { region: demoRegionId, isOnlyNew: false, isOnce: true });
      for await (const { signal } of all) {
        if (known.has(signal.signalId)) continue;
        known.add(signal.signalId);
        ledger.add(signal);
        firstAlertSeconds ??= since();
        terminal.output.write(`${lines(signal)}\n`);
        if (ledger.eventOf(signal) === null) backgroundAlarms += 1;
      }
      if (wasOver || terminal.isStopped()) return;
      await pause(followMilliseconds);
    }
  };
  const following = follow();
  following.catch(() => {}); // awaited below
  return {
    end: async () => {
      if (!terminal.isStopped()) await pause(settledMilliseconds);
      isOver = true;
      await following;
      return { ledger, firstAlertSeconds, backgroundAlarms };
    },
  };
}

const followMilliseconds = 300;

async function issueCards(desk: DemoDesk): Promise<readonly IssueCard[]> {
  const path = `/api/issues?region=${demoRegionId}&limit=200`;
  const { text } = await callDesk(desk.url, 'GET', path, { token: desk.token });
  return (JSON.parse(text) as { issues: IssueCard[] }).issues;
}

/** Four groups of digits: easy to type from one screen into another, and good for one demo. */
function newPassword(): string {
  return Array.from({ length: 4 }, () => String(randomInt(1_000)).padStart(3, '0')).join('-');
}
