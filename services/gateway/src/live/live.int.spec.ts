import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LiveEvent } from '@kentongan/contracts';
import type { StreamPort } from '@kentongan/messaging';
import { createPostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { gatewaySchema as s } from '../gateway.schema.js';
import { LiveEventsStore } from './live-events.store.js';
import { LiveHub } from './live-hub.js';
import { LiveMetrics } from './live-metrics.js';
import { LiveUpkeep } from './live-upkeep.js';
import { type LiveApplication, type LiveParts, prepareLive, startLive } from './testing/live-application.js';
import { card, Told } from './testing/live-changes.js';

describe('live updates', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let database: TestDatabase;
  let port: StreamPort;
  let told: Told;
  let next = 0;
  const opened: LiveApplication[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    port = createPostgresLog({ pool: database.pool });
    await prepareLive(database.url, port);
    told = new Told(port, clock.now);
  });
  afterEach(async () => {
    while (opened[0] && (await opened[0].lag()) > 0) await pause(10); // nothing is left for the next test to hear
    await Promise.all(opened.splice(0).map((live) => live.close()));
  });
  afterAll(async () => {
    await port.close();
    await database.drop();
  });

  const start = async (parts: Partial<LiveParts> = {}) => {
    const live = await startLive({ pool: database.pool, port, clock, ...parts });
    opened.push(live);
    return live;
  };
  const store = () => new LiveEventsStore(database.pool);
  const newIssue = () => {
    next += 1;
    return card(`is-${next}`);
  };
  const tellIssues = (count: number, changes = {}) =>
    told.issues(Array.from({ length: count }, () => ({ ...newIssue(), ...changes })));
  const dropped = async (live: LiveApplication) => {
    const { values } = await live.app.get(LiveMetrics).dropped.get();
    return values.reduce((sum, { value }) => sum + value, 0);
  };

  it('bring issues and sources to the whole region, and an inbox to its owner alone', async () => {
    const live = await start();
    const rina = await live.open();
    const budi = await live.open({ userId: 'u-budi' });
    const jauh = await live.open({ userId: 'u-jauh' }, { region: 'kota-jauh' });
    const issue = newIssue();
    await told.alert(issue.issueId, 'u-rina'); // before its issue: the two travel on different streams
    await told.issues([issue]);
    await told.source('rss-contoh');
    await rina.until(({ events }) => events.length === 3);
    await budi.until(({ events }) => events.length === 2);
    const kinds = rina.events.map(({ event }) => event);
    expect([...kinds].sort()).toEqual(['inbox', 'issue', 'source']);
    expect(kinds.indexOf('issue')).toBeLessThan(kinds.indexOf('inbox'));
    for (const { data } of rina.events) expect(LiveEvent.safeParse(data).error).toBeUndefined();
    expect(rina.events.find(({ event }) => event === 'inbox')?.data).toMatchObject({
      item: { itemId: issue.issueId, title: issue.title, why: 'opened', level: 'high', readAt: null },
    });
    expect(budi.events.map(({ event }) => event)).not.toContain('inbox');
    expect(jauh.events).toEqual([]);
    expect(rina.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      'cache-control': 'no-store, no-transform',
    });
  });

  it('bring an agency what concerns it and nothing else', async () => {
    const live = await start();
    const pdam = await live.open({ userId: 'u-pdam', role: 'agency', agencyId: 'pdam' });
    await tellIssues(2);
    await told.source('rss-lain');
    const own = { ...newIssue(), agencyId: 'pdam' };
    await told.issues([own]);
    await told.alert(own.issueId, 'agency:pdam', { detail: 'evidenceNeeded' });
    await pdam.until(({ events }) => events.length === 2);
    await pause(50);
    expect(pdam.events.map(({ event }) => event)).toEqual(['issue', 'inbox']);
    expect(pdam.events[0]?.data).toMatchObject({ card: { issueId: own.issueId } });
  });

  it('let in only persons, and only to their own regions', async () => {
    const live = await start();
    const answers = await Promise.all([
      live.open({ regionIds: ['kota-lain'] }),
      live.open({}, { headers: { authorization: 'Bearer kunci-percobaan-langsung' } }),
      live.open({}, { headers: { authorization: '' } }),
      live.open({}, { region: '' }),
    ]);
    expect(answers.map(({ response }) => response.statusCode)).toEqual([403, 403, 401, 400]);
  });

  it('go on without a gap after a break, from memory, from the table after a restart, and at another process', async () => {
    const first = await start({ limits: { ringEventsMax: 5, pageEventsMax: 4 } });
    const reader = await first.open();
    await tellIssues(3);
    await reader.until(({ events }) => events.length === 3);
    reader.close();
    await tellIssues(30);
    const second = await start({ limits: { pageEventsMax: 4 } });
    const again = await Promise.all(
      [first, second].map((live) => live.open({}, { lastEventId: reader.lastEventId! })),
    );
    const wanted = Array.from({ length: 33 }, (_, i) => reader.lastEventId! + 1 + i);
    await tellIssues(3);
    for (const each of again) {
      await each.until(({ events }) => events.length >= 33);
      expect(each.ids).toEqual(wanted);
    }
    const late = await first.open({}, { lastEventId: wanted.at(-3)! });
    await late.until(({ events }) => events.length === 2);
    expect(late.ids).toEqual(wanted.slice(-2));
  });

  it('miss nothing and repeat nothing while events pour in and readers come and go', async () => {
    const live = await start({ limits: { ringEventsMax: 20, pageEventsMax: 7 } });
    const position = await store().head();
    const pour = (async () => {
      for (let round = 0; round < 30; round += 1) await tellIssues(10);
    })();
    const seen: number[] = [];
    let last = position;
    for (let break_ = 0; seen.length < 300 && break_ < 200; break_ += 1) {
      const reader = await live.open({}, { lastEventId: last });
      await reader.until(({ events }) => events.length > 0);
      await pause((break_ % 5) * 4);
      reader.close();
      seen.push(...reader.ids);
      last = reader.lastEventId!;
    }
    await pour;
    expect(seen).toEqual(Array.from({ length: 300 }, (_, i) => position + 1 + i));
  });

  it('tell a reader to load anew when what it missed is forgotten, too much, or of another database', async () => {
    const live = await start({ limits: { ringEventsMax: 3, resumeEventsMax: 10, pageEventsMax: 5 } });
    const head = (await store().head()) + 41;
    await tellIssues(40);
    const reader = await live.open();
    await tellIssues(1);
    await reader.until(({ lastEventId }) => lastEventId === head);
    const tooMuch = await live.open({}, { lastEventId: head - 30 });
    const future = await live.open({}, { lastEventId: head + 1_000 });
    await database.pool.query(`DELETE FROM ${s}.live_events WHERE id <= $1`, [head - 20]);
    const forgotten = await live.open({}, { lastEventId: head - 30 });
    for (const each of [tooMuch, future, forgotten]) {
      await each.until(({ events }) => events.some(({ event }) => event === 'resync'));
      expect(each.lastEventId).toBe(head);
    }
    await tellIssues(1);
    for (const each of [tooMuch, future, forgotten])
      await each.until(({ lastEventId }) => lastEventId === head + 1);
  });

  it('drop readers that do not read, count them, and keep the others served', async () => {
    const live = await start({ limits: { clientBufferBytesMax: 100_000 } });
    const stalled = await Promise.all(Array.from({ length: 5 }, (_, i) => live.open({ userId: `u-${i}` })));
    for (const each of stalled) each.stopReading();
    const reading = await live.open();
    const large = { title: 'x'.repeat(300), factTitle: 'y'.repeat(1_000), signal: null };
    const from = await store().head();
    for (let round = 0; (await dropped(live)) < 5 && round < 200; round += 1) await tellIssues(100, large);
    expect(await dropped(live)).toBe(5);
    while ((await live.lag()) > 0) await pause(10);
    const head = await store().head();
    await reading.until(({ lastEventId }) => lastEventId === head);
    expect(reading.ids).toEqual(Array.from({ length: head - from }, (_, i) => from + 1 + i));
    expect(live.app.get(LiveHub).clients.size).toBe(1);
  });

  it('drop a reader that takes nothing for too long, however little waits', async () => {
    const live = await start({ limits: { clientBufferBytesMax: 1e9 } });
    const stalled = await live.open();
    stalled.stopReading();
    const hub = live.app.get(LiveHub);
    const large = { factTitle: 'y'.repeat(1_000) };
    const waiting = () => [...hub.clients].some((client) => client.stalledFor(clock.now()) > 0);
    for (let round = 0; !waiting() && round < 200; round += 1) await tellIssues(100, large);
    expect(waiting()).toBe(true);
    hub.dropStalled();
    expect(await dropped(live)).toBe(0);
    clock.ahead += 11_000;
    hub.dropStalled();
    expect(await dropped(live)).toBe(1);
    expect(hub.clients.size).toBe(0);
  });

  it('turn one too many away with a time to come back', async () => {
    const live = await start({ limits: { clientsMax: 3, clientsPerPersonMax: 2 } });
    const readers = await Promise.all(['u-1', 'u-1', 'u-2'].map((userId) => live.open({ userId })));
    expect(readers.map(({ response }) => response.statusCode)).toEqual([200, 200, 200]);
    const full = await live.open({ userId: 'u-3' });
    expect([full.response.statusCode, full.response.headers['retry-after']]).toEqual([503, '10']);
    readers[2]!.close();
    await readers[2]!.until(() => live.app.get(LiveHub).clients.size === 2);
    expect((await live.open({ userId: 'u-1' })).response.statusCode).toBe(503);
    expect((await live.open({ userId: 'u-3' })).response.statusCode).toBe(200);
  });

  it('end with the session they were opened in, and when sessions cannot be checked for long', async () => {
    const holding = new Set(['s-1', 's-2']);
    let isAway = false;
    const sessions = {
      sessionOf: ({ headers }: { headers: NodeJS.Dict<string | string[]> }) =>
        typeof headers['x-session'] === 'string' ? headers['x-session'] : null,
      stillHold: async (ids: readonly string[]) => {
        if (isAway) throw new Error('connection refused');
        return new Set(ids.filter((id) => holding.has(id)));
      },
    };
    const live = await start({ sessions });
    const upkeep = live.app.get(LiveUpkeep);
    const [one, two] = await Promise.all(
      ['s-1', 's-2'].map((session) => live.open({}, { headers: { 'x-session': session } })),
    );
    const without = await live.open();
    holding.delete('s-1');
    await upkeep.endOver();
    await one!.until(({ isClosed }) => isClosed);
    expect([two!.isClosed, without.isClosed]).toEqual([false, false]);
    isAway = true;
    await upkeep.endOver();
    await pause(50);
    expect(two!.isClosed).toBe(false);
    clock.ahead += 121_000;
    await upkeep.endOver();
    await two!.until(({ isClosed }) => isClosed);
    expect(without.isClosed).toBe(false);
    clock.ahead += 900_000;
    await upkeep.endOver();
    await without.until(({ isClosed }) => isClosed);
  });

  it('show a sign of life to those who hear nothing', async () => {
    const live = await start({ limits: { heartbeatSeconds: 0.05 } });
    const reader = await live.open();
    await reader.until(({ heartbeats }) => heartbeats >= 2);
    expect(reader.events).toEqual([]);
  });

  it('have ids without a gap, whoever writes at the same time, and say each thing once', async () => {
    const from = await store().head();
    const events = (writer: number) =>
      Array.from({ length: 50 }, (_, i) => ({
        eventId: `serentak|${writer % 2}|${i}`,
        kind: 'source' as const,
        regionId: 'kota-uji',
        recipient: null,
        agencyId: null,
        issueId: null,
        payload: '{}',
      }));
    const now = new Date(clock.now());
    const added = await Promise.all(
      [0, 1, 2, 3].flatMap((writer) => [
        store().append(events(writer), now),
        store().append(events(writer), now),
      ]),
    );
    expect(added.reduce((sum, each) => sum + each, 0)).toBe(100);
    const ids = (await store().after(from, 1_000)).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: 100 }, (_, i) => from + 1 + i));
    expect(await store().head()).toBe(from + 100);
    while ((await store().prune(new Date(0), 30)) === 5_000);
    expect(await store().oldest()).toBe(from + 71);
    await store().prune(new Date(clock.now() + 1_000), 1_000);
    expect(await store().oldest()).toBeNull();
    expect(await store().append(events(9).slice(0, 1), now)).toBe(1);
    expect(await store().oldest()).toBe(from + 101);
  });
});
