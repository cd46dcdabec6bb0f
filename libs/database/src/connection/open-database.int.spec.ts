import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@kentongan/testing';
import { readPostmasterFile } from '../embedded/postmaster-file.js';
import { isRunning } from '../embedded/process-identity.js';
import { openDatabase } from './open-database.js';
import { requireVersion } from './require-usable-server.js';

describe('opening the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('uses the server that is configured, with at most the connections allowed', async () => {
    const opened = await openDatabase({
      url: database.url,
      dataDirectory: '/nowhere',
      poolConnectionsMax: 3,
    });
    await Promise.all(Array.from({ length: 10 }, () => opened.pool.query('SELECT pg_sleep(0.01)')));
    expect(opened).toMatchObject({ embedded: false, url: database.url });
    expect(opened.pool.totalCount).toBe(3);
    await opened.close();
  });

  it('starts one of its own when none is configured, and ends it', async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'kentongan-open-'));
    const opened = await openDatabase({ dataDirectory, durable: false });
    const { rows } = await opened.pool.query('SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
    expect(opened.embedded).toBe(true);
    const pid = readPostmasterFile(join(dataDirectory, 'postgres'))?.pid ?? 0;
    expect(isRunning(pid)).toBe(true);
    await opened.close();
    expect(isRunning(pid)).toBe(false);
    rmSync(dataDirectory, { recursive: true });
  });

  it('tells of lost connections and goes on', async () => {
    const incidents: string[] = [];
    const opened = await openDatabase({ url: database.url, onIncident: (what) => incidents.push(what) });
    const { rows } = await opened.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await database.pool.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    while (incidents.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(incidents[0]).toMatch(/connection was lost/);
    expect((await opened.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await opened.close();
  });

  it('says so when nothing is configured', async () => {
    await expect(openDatabase({})).rejects.toThrow(/set DATABASE_URL or KENTONGAN_DATA_DIR/);
  });
});

describe('a server that cannot be used', () => {
  let refusing: Server;
  let port: number;
  beforeAll(async () => {
    refusing = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
    const address = refusing.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => new Promise((resolve) => refusing.close(resolve)));

  it('is named when it does not answer, without its password', async () => {
    const url = `postgres://desk:very-secret@127.0.0.1:${port}/kentongan`;
    const opening = openDatabase({ url, waitSecondsMax: 0 });
    await expect(opening).rejects.toMatchObject({ problem: 'serverUnreachable' });
    await expect(opening).rejects.toThrow(
      new RegExp(`127.0.0.1:${port}/kentongan does not answer.*What to do`, 's'),
    );
    await expect(opening).rejects.not.toThrow(/very-secret/);
  });

  it('is told apart from one that refuses the login or lacks the database', async () => {
    const wrong = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    wrong.pathname = '/no_such_database';
    const opening = openDatabase({ url: wrong.href, waitSecondsMax: 30 });
    await expect(opening).rejects.toMatchObject({ problem: 'serverRefusedLogin' });
  });

  it('is refused when it is older than 15', () => {
    expect(() => requireVersion({ number: 140_012, text: '14.12' }, 'db:5432/x')).toThrow(
      /14\.12.*15 or newer/,
    );
    expect(() => requireVersion({ number: 150_000, text: '15.0' }, 'db:5432/x')).not.toThrow();
  });
});
