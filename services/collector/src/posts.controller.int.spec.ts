import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDesk, type TestDesk, testToken } from './testing/test-desk.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk({
    limits: { idleMilliseconds: 1_000, bodyBytesMax: 3_000_000, requestsMax: 3 },
  });
});
afterAll(() => desk.close());

const ts = '2025-05-31T10:00:00Z';
const line = (id: string | number, text = 'jalan rusak', more: object = {}) =>
  JSON.stringify({ id, ts, text, platform: 'x', ...more });
const seenCount = async (prefix: string) =>
  (await desk.database.pool.query('SELECT 1 FROM collector.seen WHERE post_id LIKE $1', [`${prefix}%`]))
    .rowCount;

describe('a good body', () => {
  it('is answered line by line, in order, and ends with a summary', async () => {
    const { status, lines, headers } = await desk.post(
      `${line('a1')}\n\n${line('a2')}\nbukan json\n${line('a1')}`,
    );
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/x-ndjson');
    expect(lines).toEqual([
      { line: 1, outcome: 'accepted', postId: 'x:a1', revision: 1 },
      { line: 3, outcome: 'accepted', postId: 'x:a2', revision: 1 },
      { line: 4, outcome: 'rejected', reason: 'notJson', detail: expect.stringContaining('JSON') },
      { line: 5, outcome: 'unchanged', postId: 'x:a1', revision: 1 },
      { read: 4, accepted: 2, updated: 0, unchanged: 1, rejected: { notJson: 1 } },
    ]);
  });

  it('may be packed, empty or large', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => line(`b${index}`, 'air mati '.repeat(5))).join(
      '\n',
    );
    const packed = await desk.post(gzipSync(many), { headers: { 'content-encoding': 'gzip' } });
    expect(packed.lines.at(-1)).toMatchObject({ read: 3_000, accepted: 3_000 });
    expect(packed.lines.slice(0, -1).map((each) => each['line'])).toEqual(
      Array.from({ length: 3_000 }, (_, i) => i + 1),
    );
    expect((await desk.post('')).lines).toEqual([
      { read: 0, accepted: 0, updated: 0, unchanged: 0, rejected: {} },
    ]);
  });

  it('reaches the stream', async () => {
    await desk.post(line('c1'));
    const isPublished = () => desk.published.some(({ record }) => record.key === 'default|x:c1');
    for (let wait = 0; wait < 250 && !isPublished(); wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isPublished()).toBe(true);
    expect(
      desk.published.some(
        ({ stream, record }) => stream === 'regions.configured' && record.key === 'default',
      ),
    ).toBe(true);
  });

  it('is acknowledged while the sender is still sending', async () => {
    const socket = openBody({ 'transfer-encoding': 'chunked' });
    socket.write(chunk(`${line('d1')}\n`));
    expect(await read(socket, /"line":1/)).toContain('"accepted"');
    expect(await seenCount('x:d1')).toBe(1);
    socket.write(`${chunk(line('d2'))}0\r\n\r\n`);
    expect(await read(socket, /"read":2/)).toContain('"line":2');
    socket.destroy();
  });
});

describe('a request that cannot be taken', () => {
  it.each([
    ['no token', { headers: { authorization: '' } }, 401],
    ['a wrong token', { headers: { authorization: 'Bearer salah' } }, 401],
    ['no region', { query: '' }, 400],
    ['a region that is no id', { query: "region=a'--" }, 400],
    ['two regions', { query: 'region=a&region=b' }, 400],
    ['a source that is no id', { query: 'region=default&source=A%20B' }, 400],
    ['a mode that does not exist', { query: 'region=default&mode=arsip' }, 400],
    ['an unknown region', { query: 'region=tidak-ada' }, 404],
    ['an unknown live region', { query: 'region=tidak-ada&mode=live' }, 404],
    ['a live region as historical', { query: 'region=default&mode=historical' }, 409],
    ['another body type', { headers: { 'content-type': 'text/html' } }, 415],
    ['another encoding', { headers: { 'content-encoding': 'br' } }, 415],
  ])('%s is answered %d', async (_name, options, status) => {
    const answer = await desk.post(line('e1'), options);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: expect.any(String), message: { id: expect.any(String), en: expect.any(String) } },
    });
    expect(await seenCount('x:e1')).toBe(0);
  });

  it('makes a historical region on demand and keeps it historical', async () => {
    expect((await desk.post(line('f1'), { query: 'region=arsip-2025&mode=historical' })).status).toBe(200);
    expect((await desk.post(line('f2'), { query: 'region=arsip-2025' })).status).toBe(200);
    expect((await desk.post(line('f3'), { query: 'region=arsip-2025&mode=live' })).status).toBe(409);
    const { rows } = await desk.database.pool.query(
      `SELECT mode FROM collector.regions WHERE region_id = 'arsip-2025'`,
    );
    expect(rows).toEqual([{ mode: 'historical' }]);
  });

  it('waits its turn when too many are open', async () => {
    const sockets = Array.from({ length: 3 }, () => openBody({ 'transfer-encoding': 'chunked' }));
    for (const socket of sockets) socket.write(chunk(`${line('g')}\n`));
    await Promise.all(sockets.map((socket) => read(socket, /"line":1/)));
    const answer = await desk.post(line('g2'));
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '5']);
    for (const socket of sockets) socket.destroy();
  });
});

describe('bad input', () => {
  const planted = 'canary_rahasia';
  const bad: readonly (readonly [string, string | Buffer])[] = [
    ['notJson', `{"text":"${planted}"`],
    ['notUtf8', Buffer.concat([Buffer.from(`{"text":"${planted}`), Buffer.of(0xff, 0x22, 0x7d)])],
    ['notJson', Buffer.from(`{"id":"1","text":"${planted}\0"}`)],
    ['nulCharacter', JSON.stringify({ id: 'n', ts, text: `${planted}\0` })],
    ['lineTooLong', JSON.stringify({ id: 'l', ts, text: planted.repeat(80_000) })],
    ['tooDeep', `{"id":"d","${planted}":${'['.repeat(100_000)}`],
    ['futureTime', JSON.stringify({ id: 'f', ts: '2999-01-01T00:00:00Z', text: planted })],
    ['ancientTime', JSON.stringify({ id: 'a', ts: '1999-01-01T00:00:00Z', text: planted })],
    ['wrongField', JSON.stringify({ id: 'w', ts, text: planted, likes: planted })],
    ['missingId', JSON.stringify({ ts, text: planted })],
    ['wrongId', JSON.stringify({ id: '\u200b\u202e', ts, text: planted })],
  ];

  it('among good lines gets its reason; the good lines are stored; nothing of it is kept', async () => {
    const newline = Buffer.from('\n');
    const body = bad.flatMap(([, bytes], index) => [
      Buffer.from(bytes),
      newline,
      Buffer.from(line(`h${index}`)),
      newline,
    ]);
    const { lines } = await desk.post(Buffer.concat(body));
    expect(lines.filter(({ outcome }) => outcome === 'rejected').map(({ reason }) => reason)).toEqual(
      bad.map(([reason]) => reason),
    );
    expect(lines.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(bad.length);
    expect(JSON.stringify(lines)).not.toContain(planted);
    const { rows } = await desk.database.pool.query(
      'SELECT reason, masked, length(sha256) AS hash FROM collector.refused',
    );
    expect(rows.length).toBeGreaterThanOrEqual(bad.length);
    expect(JSON.stringify(rows)).not.toContain('canary');
    expect(rows.every(({ masked, hash }) => masked.length <= 200 && hash === 64)).toBe(true);
  });

  it('that never ends a line, or never ends, is cut and the rest said to be unread', async () => {
    const endless = await desk.post(Buffer.alloc(6_000_000, 0x61));
    expect(endless.lines.at(-1)).toMatchObject({ read: 0, stopped: 'bodyTooLarge' });
    const after = await desk.post(`${line('i1')}\n${'a'.repeat(6_000_000)}`);
    expect(after.lines.at(-1)).toMatchObject({ accepted: 1, stopped: 'bodyTooLarge' });
    expect(await seenCount('x:i1')).toBe(1);
  });

  it('that is a gzip bomb or no gzip is cut', async () => {
    const headers = { 'content-encoding': 'gzip' };
    expect(
      (await desk.post(gzipSync(Buffer.alloc(80_000_000, 0x20)), { headers })).lines.at(-1),
    ).toMatchObject({
      stopped: 'bodyTooLarge',
    });
    expect((await desk.post('bukan gzip', { headers })).lines.at(-1)).toMatchObject({
      read: 0,
      stopped: 'brokenGzip',
    });
    const whole = gzipSync(`${line('j1')}\n`);
    expect((await desk.post(whole.subarray(0, whole.length - 6), { headers })).lines.at(-1)).toMatchObject({
      stopped: 'brokenGzip',
    });
  });

  it('that falls silent is ended; what came before is stored', async () => {
    const socket = openBody({ 'transfer-encoding': 'chunked' });
    socket.write(chunk(`${line('k1')}\n{"id":`));
    expect(await read(socket, /"stopped":"idle"/)).toContain('"postId":"x:k1"');
    expect(await seenCount('x:k1')).toBe(1);
    socket.destroy();
  });

  it('whose sender goes away in the middle leaves what was whole', async () => {
    const socket = openBody({ 'content-length': '100000' });
    socket.write(`${line('l1')}\n${line('l2')}\n{"id":"l3"`);
    await read(socket, /"line":2/);
    socket.destroy();
    expect(await seenCount('x:l')).toBe(2);
    expect((await desk.post(line('l1'))).lines[0]).toMatchObject({ outcome: 'unchanged' });
  });

  it('whose sender takes no outcomes does not hold the desk', async () => {
    const socket = openBody({ 'content-length': '2900000' });
    socket.pause();
    const body = Array.from({ length: 40_000 }, (_, index) => line(`m${index}`, 'a')).join('\n');
    socket.write(body.slice(0, 2_900_000));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await desk.post(line('n1'))).lines[0]).toMatchObject({ outcome: 'accepted' });
    socket.destroy();
  });
});

it('answers 503 when the database is away, and takes the same posts afterwards', async () => {
  await desk.database.pool.query('ALTER TABLE collector.seen RENAME TO away');
  const answer = await desk.post(line('o1'));
  expect(answer.status).toBe(503);
  expect(answer.text).not.toMatch(/seen|SELECT|INSERT|relation/);
  await desk.database.pool.query('ALTER TABLE collector.away RENAME TO seen');
  expect((await desk.post(line('o1'))).lines[0]).toMatchObject({ outcome: 'accepted' });
});

function openBody(headers: Record<string, string>) {
  const socket = connect(desk.port, '127.0.0.1');
  const all = {
    host: 'desk',
    authorization: `Bearer ${testToken}`,
    'content-type': 'application/x-ndjson',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => {});
  socket.write(`POST /api/posts?region=default&source=uji HTTP/1.1\r\n${head.join('')}\r\n`);
  return socket;
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

function read(socket: ReturnType<typeof openBody>, until: RegExp): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    const finish = () =>
      until.test(text) ? resolve(text) : reject(new Error(`ended with: ${text.slice(-500)}`));
    socket.on('data', (data) => {
      text += data.toString();
      if (until.test(text)) resolve(text);
    });
    socket.on('close', finish);
  });
}
