import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeEvent, type IngestOutcome, postsCollected } from '@kentongan/contracts';
import type { OutgoingRecord, StreamRecord } from '@kentongan/messaging';
import { createPostgresLog, type PostgresLog } from '@kentongan/messaging/postgres';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { runVerb } from '../support/commands.js';
import { Desk, freePort } from '../support/desk.js';
import { openTemporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { badLines } from './bad-lines.js';
import { hostileQueries } from './hostile-queries.js';

const region = 'default';
const folder = openTemporaryFolder();
let database: TestDatabase;
let log: PostgresLog;
let desk: Desk;
let pid: number | undefined;
let fresh = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await Desk.start({
    dataDirectory: folder.path,
    port: await freePort(),
    environment: { DATABASE_URL: database.url },
  });
  pid = desk.process.pid;
  log = createPostgresLog({ pool: database.pool });
}, 90_000);

afterAll(async () => {
  await log?.close();
  await desk?.stop();
  await database?.drop();
  folder.remove();
});

describe('lines that no post should look like', () => {
  it('are told apart from the good ones around them, each with its reason', async () => {
    const before = await count();
    const lines = badLines.flatMap(({ bytes }, index) => [goodLine(`baik-${index}`), bytes]);
    const outcomes = await send(lines);
    const found = badLines.map(({ name }, index) => ({ name, becomes: becameOf(outcomes[index * 2 + 1]) }));
    expect(found).toEqual(badLines.map(({ name, becomes }) => ({ name, becomes })));
    const good = outcomes.filter((_, index) => index % 2 === 0);
    expect(good.map(becameOf)).toEqual(badLines.map(() => 'accepted'));
    const accepted = badLines.length + badLines.filter(({ becomes }) => becomes === 'accepted').length;
    await until(count, (now) => now === before + accepted, 30);
  });

  it('are refused with words for the sender that repeat nothing of what was sent', async () => {
    const outcomes = await send([
      JSON.stringify({ id: 'rahasia-nomor', ts: 'rahasia-waktu', text: 'rahasia-teks' }),
    ]);
    expect(outcomes).toMatchObject([{ outcome: 'rejected', reason: 'wrongTime' }]);
    expect(JSON.stringify(outcomes)).not.toContain('rahasia');
  });
});

describe('searches that try to break out', () => {
  const routes = ['search', 'count', 'facets', 'histogram'];
  const parameters = ['q', 'platform', 'cursor', 'from', 'limit', 'region', 'order'];

  it('get an answer or a refusal, never an outage, and change nothing', async () => {
    const before = await counts();
    const statuses = new Map<number, number>();
    const outages: string[] = [];
    const ask = async (path: string) => {
      const { status } = await get(path);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) outages.push(`${status} ${path.slice(0, 200)}`);
    };
    for (const query of hostileQueries) {
      const text = encodeURIComponent(query.toWellFormed());
      await Promise.all(routes.map((route) => ask(`/api/archive/${route}?region=${region}&q=${text}`)));
      const short = text.slice(0, 500).replace(/%[0-9A-F]?$/, '');
      await Promise.all(
        parameters.slice(1).map((name) => ask(`/api/archive/search?region=${region}&${name}=${short}`)),
      );
      await ask(`/api/archive/posts/${short}?region=${region}`);
      await ask(`/api/signals?region=${short}`);
    }
    expect(outages).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(hostileQueries.length);
    expect(await counts()).toEqual(before);
  }, 60_000);

  it('survive bytes that are no UTF-8, and a query given many times', async () => {
    for (const query of ['q=%ff%fe', 'q=%00', 'q=%', 'q=a&q=b', 'q[$gt]=', 'q[]=a', 'limit=1e9', 'limit=-1'])
      expect([query, (await get(`/api/archive/search?region=${region}&${query}`)).status < 500]).toEqual([
        query,
        true,
      ]);
  });
});

describe('requests to the wrong door', () => {
  it('are refused with a code and words in both languages', async () => {
    const wrongToken = { authorization: 'Bearer bukan-token-yang-benar' };
    const answers = {
      'no token': await fetch(`${desk.url}/api/signals`),
      'wrong token': await fetch(`${desk.url}/api/signals`, { headers: wrongToken }),
      'wrong token for posts': await fetch(`${desk.url}/api/posts?region=${region}`, {
        method: 'POST',
        headers: { ...wrongToken, 'content-type': 'application/x-ndjson' },
        body: JSON.stringify({}),
      }),
      'unknown region': await desk.post('/api/posts?region=antah-berantah', ''),
      'wrong region': await desk.post('/api/posts?region=../etc', ''),
      'wrong body type': await desk.post(`/api/posts?region=${region}`, '', 'text/html'),
      'unknown route': await get('/api/rahasia'),
      'broken address': await get(`/api/archive/posts/%?region=${region}`),
      'wrong page size': await get('/api/signals?limit=0'),
      'broken command': await desk.post('/api/archive/erase', '{', 'application/json'),
      'unknown stream': await desk.post('/api/system/redrive?stream=x', ''),
      'unknown post': await get(`/api/archive/posts/tidak:ada?region=${region}`),
    };
    const statuses = Object.fromEntries(Object.entries(answers).map(([name, { status }]) => [name, status]));
    expect(statuses).toEqual({
      'no token': 401,
      'wrong token': 401,
      'wrong token for posts': 401,
      'unknown region': 404,
      'wrong region': 400,
      'wrong body type': 415,
      'unknown route': 404,
      'broken address': 400,
      'wrong page size': 400,
      'broken command': 400,
      'unknown stream': 404,
      'unknown post': 404,
    });
    for (const [name, answer] of Object.entries(answers)) {
      const words = expect.stringMatching(/\w+ \w+/);
      const body: unknown = await answer.json();
      expect({ name, body }).toMatchObject({
        name,
        body: { error: { code: expect.any(String), message: { id: words, en: words } } },
      });
    }
  });
});

describe('poison inside the stream', () => {
  const poison: readonly (readonly [reason: string, value: Uint8Array | null])[] = [
    ['notUtf8', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['notJson', new TextEncoder().encode('{"id":')],
    ['notAnEvent', new TextEncoder().encode('[1,2,3]')],
    ['notAnEvent', new TextEncoder().encode('['.repeat(50_000) + ']'.repeat(50_000))],
    ['notJson', new Uint8Array(1_000_000).fill(0x78)],
    ['unknownEvent', encodeEvent({ ...collected('racun-versi'), v: 99 })],
    ['wrongData', encodeEvent({ ...collected('racun-isi'), data: { postId: 7 } })],
  ];

  it('goes to the dead stream with its reason, and the good messages around it arrive', async () => {
    const before = await count();
    const good = (id: string): OutgoingRecord => ({ key: 'satu-kunci', value: encodeEvent(collected(id)) });
    const records = poison.flatMap(([, value], index) => [
      good(`sehat-${index}`),
      { key: 'satu-kunci', value },
    ]);
    await log.publish(postsCollected, [...records, good('sehat-akhir')]);
    await until(count, (now) => now === before + poison.length + 1, 30);
    const dead = await until(deadLetters, (letters) => letters.length >= poison.length, 30);
    expect(dead.map(({ headers }) => headers['dead.reason'])).toEqual(poison.map(([reason]) => reason));
    for (const { headers } of dead)
      expect(headers).toMatchObject({ 'dead.stream': postsCollected.name, 'dead.group': 'analyzer' });
  }, 60_000);

  it('is sent again by redrive: what can be read now arrives once, what cannot dies again', async () => {
    const before = await count();
    // A message that an earlier version could not read: dead then, good now.
    const headers = { 'dead.reason': 'poison', 'dead.group': 'analyzer', 'dead.stream': postsCollected.name };
    await log.publish({ ...postsCollected, name: `${postsCollected.name}.dead`, events: [], key: () => '' }, [
      { key: 'satu-kunci', value: encodeEvent(collected('sembuh')), headers },
    ]);
    const first = await runVerb(desk, ['redrive', postsCollected.name]);
    expect(JSON.parse(first.output)).toMatchObject({ redriven: poison.length + 1 });
    await until(count, (now) => now === before + 1, 30);
    await until(deadLetters, (letters) => letters.length >= poison.length * 2 + 1, 30);
    await runVerb(desk, ['redrive', postsCollected.name]);
    await until(deadLetters, (letters) => letters.length >= poison.length * 3 + 1, 30);
    expect(await count()).toBe(before + 1);
  }, 60_000);
});

describe('after all of this', () => {
  it('the same process takes a fresh post, and finds it', async () => {
    expect(await send([goodLine('segar')])).toMatchObject([{ outcome: 'accepted' }]);
    await until(
      async () => (await get(`/api/archive/search?region=${region}&q=segarsegar`)).json(),
      (page) => (page as { hits: unknown[] }).hits.length === 1,
      20,
    );
    expect(desk.process.exitCode).toBeNull();
    expect((await desk.get<{ uptimeSeconds: number }>('/api/system')).uptimeSeconds).toBeGreaterThan(0);
    expect(desk.process.pid).toBe(pid);
    expect(desk.log).not.toContain('starting it again');
  });
});

function goodLine(id: string): string {
  fresh += 1;
  const ts = new Date(Date.now() - fresh * 1_000).toISOString();
  return JSON.stringify({ id, ts, text: `kabar baik nomor ${fresh} ${id}${id}`, author: `warga${fresh}` });
}

function collected(id: string) {
  const now = new Date().toISOString();
  const post = {
    postId: `uji:${id}`,
    revision: 1,
    mode: 'live',
    platform: 'uji',
    text: `kabar ${id}`,
    createdAt: now,
    firstCreatedAt: now,
    fetchedAt: now,
    foundBy: ['uji'],
    deleted: false,
  };
  const envelope = { occurredAt: now, regionId: region, correlationId: 'uji', causationId: null };
  return { ...envelope, id: `post.collected|${id}`, type: 'post.collected', v: 1, data: post };
}

async function send(lines: readonly (string | Uint8Array)[]): Promise<IngestOutcome[]> {
  const body = Buffer.concat(lines.flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]));
  const answer = await desk.post(`/api/posts?region=${region}`, new Uint8Array(body));
  expect(answer.status).toBe(200);
  const told = (await answer.text()).trim().split('\n');
  return told.slice(0, -1).map((line) => JSON.parse(line) as IngestOutcome);
}

function becameOf(outcome: IngestOutcome | undefined): string | undefined {
  return outcome?.outcome === 'rejected' ? outcome.reason : outcome?.outcome;
}

function get(path: string): Promise<Response> {
  return fetch(desk.url + path, { headers: { authorization: `Bearer ${desk.token}` } });
}

async function count(): Promise<number> {
  return (await desk.get<{ count: number }>(`/api/archive/count?region=${region}`)).count;
}

/** What an injection would change: rows that only the program itself may write. */
async function counts(): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*) FROM archive.posts) AS posts, (SELECT count(*) FROM collector.seen) AS seen,
       (SELECT count(*) FROM collector.regions) AS regions, (SELECT count(*) FROM pg_tables) AS tables`,
  );
  return rows;
}

async function deadLetters(): Promise<readonly StreamRecord[]> {
  const letters: StreamRecord[] = [];
  for (let partition = 0; partition < postsCollected.partitions; partition += 1)
    letters.push(...(await log.read(`${postsCollected.name}.dead`, partition, 0, 100)));
  return letters;
}
