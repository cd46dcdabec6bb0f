import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Route, Signal } from '@kentongan/contracts';
import { type EventKind, eventKinds } from '@kentongan/kentongan/demo';
import type { JudgedDay, JudgedIssue } from './demo-judge.js';

/** Never looked at while texts and rules were made. */
const seeds = [101, 102, 103, 104, 105];
const endsAt = Date.parse('2026-11-22T14:00:00Z');
/** Undecided is always allowed: a person looks first. */
const rightRoutes: Readonly<Record<EventKind, readonly Route[]>> = {
  hoax: ['debunk'],
  rumour: ['watch', 'prebunk'],
  complaint: ['complaint'],
  criticism: ['criticism'],
  press: ['journalism'],
};
const backgroundAlarmsMax = 1;
const answerBytesMax = 64 * 1024 * 1024;
const neverCalledHoax: readonly EventKind[] = ['complaint', 'criticism', 'press'];

let quietAlarms: readonly Signal[];
const judged = new Map<number, JudgedDay>();

beforeAll(async () => {
  const script = fileURLToPath(new URL('./demo-days.process.js', import.meta.url));
  const args = [script, String(endsAt), ...seeds.map(String)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: answerBytesMax });
  const told = JSON.parse(stdout) as { quietAlarms: Signal[]; days: JudgedDay[] };
  quietAlarms = told.quietAlarms;
  for (const day of told.days) judged.set(day.seed, day);
}, 180_000);

describe.each(seeds)('the simulated day of seed %i', (seed) => {
  const day = () => judged.get(seed)!;

  it.each(eventKinds)('hears the %s before half of its posts are written', (kind) => {
    const issue = issueOf(day(), kind);
    const posts = day().posts.filter(({ event }) => event === kind);
    const heardAt = Date.parse(issue.first.tippingPost.createdAt);
    const seen = posts.filter(({ atMilliseconds }) => atMilliseconds <= heardAt).length;
    expect(posts.length).toBeGreaterThan(200);
    expect(seen).toBeLessThanOrEqual(posts.length / 2);
  });

  it.each(eventKinds)('suggests the right route for the %s, or leaves it to a person', (kind) => {
    const route = issueOf(day(), kind).routes.at(-1) ?? null;
    expect([...rightRoutes[kind], null]).toContain(route);
  });

  it('calls no criticism, complaint or press report a hoax, at no time', () => {
    expect(day().wrongMatches).toEqual([]);
    for (const { event, routes } of day().issues)
      if (event !== null && neverCalledHoax.includes(event)) expect(routes).not.toContain('debunk');
  });
});

it('is no silent desk: a hoax that came back is suggested for a clarification', () => {
  const routes = seeds.flatMap((seed) => issueOf(judged.get(seed)!, 'hoax').routes);
  expect(routes).toContain('debunk');
});

it('raises at most one alarm about everyday talk, in three quiet weeks and five days', () => {
  const background = [...judged.values()].flatMap(({ issues }) =>
    issues.filter(({ event }) => event === null).map(({ first }) => first),
  );
  const quiet = quietAlarms.filter(({ version }) => version === 1);
  const told = [...quiet, ...background].map(
    ({ key, tippingPost }) => `${key.value}: ${tippingPost.excerpt}`,
  );
  expect(told.slice(backgroundAlarmsMax)).toEqual([]);
});

/** The first issue that is about this event. */
function issueOf({ issues }: JudgedDay, kind: EventKind): JudgedIssue {
  const issue = issues.find(({ event }) => event === kind);
  if (!issue) throw new Error(`${kind} was not heard`);
  return issue;
}
