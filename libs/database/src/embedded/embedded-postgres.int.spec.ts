import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type NodeProcess, runNode } from '../testing/node-process.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { readPostmasterFile } from './postmaster-file.js';
import { isRunning } from './process-identity.js';
import { closedDirectory, requireReachable } from './server-user.js';

const isRoot = process.getuid?.() === 0;

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const valuesIn = async (url: string) =>
  (await ask<{ value: number }>(url, 'SELECT value FROM kept ORDER BY value')).map(({ value }) => value);

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Another Kentongan on the same data, which commits one value and then waits to be killed. */
function ownerThatCommits(directory: string, value: number): NodeProcess {
  return runNode(`
    const server = await database.startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(directory)} });
    const { default: pg } = await import('pg');
    const client = new pg.Client(server.url);
    await client.connect();
    await client.query('CREATE TABLE IF NOT EXISTS kept (value int)');
    await client.query('INSERT INTO kept VALUES (${value})');
    await client.query('BEGIN; LOCK TABLE kept');
    console.log('pid ' + server.pid);
    setInterval(() => {}, 1000);`);
}

async function killed(owner: NodeProcess): Promise<void> {
  owner.child.kill('SIGKILL');
  expect(await owner.ended()).toMatchObject({ signal: 'SIGKILL' });
}

describe('PostgreSQL in a data directory', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'kentongan-embedded-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const start = (options: { onIncident?: (what: string) => void } = {}) =>
    startEmbeddedPostgres({ dataDirectory: directory, ...options });
  const stopAfter = async (work: (server: EmbeddedPostgres) => Promise<void>, server: EmbeddedPostgres) => {
    try {
      await work(server);
    } finally {
      await server.stop();
    }
  };

  it('opens to its password alone, durable, and to one owner at a time', async () => {
    const server = await start();
    await stopAfter(async ({ url }) => {
      await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password/);
      await expect(ask(url.replace(/:[^:@]+@/, '@'), 'SELECT 1')).rejects.toThrow(/password/);
      const [found] = await ask(
        url,
        `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
           current_setting('listen_addresses') AS addresses, lower('É') AS folded, 'b' < 'B' AS "isLinguistic"`,
      );
      expect(found).toEqual({
        fsync: 'on',
        commit: 'on',
        addresses: '127.0.0.1',
        folded: 'é',
        isLinguistic: false,
      });
      expect(statSync(join(directory, 'postgres-secret')).mode & 0o077).toBe(0);
      expect(statSync(join(directory, 'postgres')).mode & 0o077).toBe(0);
      await expect(start()).rejects.toMatchObject({ problem: 'dataInUse' });
    }, server);
    expect(isRunning(server.pid)).toBe(false);
  });

  it('goes on with the server of an owner that was killed, and ends that owner’s sessions', async () => {
    const owner = ownerThatCommits(directory, 1);
    const pid = Number(await owner.said('pid'));
    const second = await runNode(
      `await database.startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(directory)} });`,
    ).ended();
    expect(second.code).toBe(1);
    expect(second.output).toContain(`in use by process ${owner.child.pid}`);
    await killed(owner);
    expect(isRunning(pid)).toBe(true);
    const server = await start();
    await stopAfter(async ({ url }) => {
      expect(server).toMatchObject({ adopted: true, pid });
      expect(await valuesIn(url)).toEqual([1]); // would wait for ever for the dead owner's lock
    }, server);
    expect(isRunning(pid)).toBe(false);
  });

  it('stops the server of a killed owner when it does not answer, and starts anew', async () => {
    const owner = ownerThatCommits(directory, 2);
    const pid = Number(await owner.said('pid'));
    await killed(owner);
    process.kill(pid, 'SIGSTOP');
    const server = await start();
    await stopAfter(async ({ url }) => {
      expect(server.adopted).toBe(false);
      expect(isRunning(pid)).toBe(false);
      expect(await valuesIn(url)).toEqual([1, 2]);
    }, server);
  });

  it('recovers when owner and server are killed together', async () => {
    const owner = ownerThatCommits(directory, 3);
    const pid = Number(await owner.said('pid'));
    process.kill(pid, 'SIGKILL');
    await killed(owner);
    const server = await start();
    await stopAfter(async ({ url }) => {
      expect(server.adopted).toBe(false);
      expect(await valuesIn(url)).toEqual([1, 2, 3]);
    }, server);
  });

  it('is not kept from starting by a stale postmaster.pid whose pid is now another process', async () => {
    const file = join(directory, 'postgres', 'postmaster.pid');
    writeFileSync(file, `${process.pid}\n${directory}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const server = await start();
    await stopAfter(async ({ url }) => expect(await valuesIn(url)).toEqual([1, 2, 3]), server);
    expect(readPostmasterFile(join(directory, 'postgres'))).toBeUndefined();
  });

  it('starts a server that was killed again on the same port, without its owner doing anything', async () => {
    const incidents: string[] = [];
    const server = await start({ onIncident: (what) => incidents.push(what) });
    await stopAfter(async ({ url, pid }) => {
      process.kill(pid, 'SIGKILL');
      await until(() => server.pid !== pid);
      expect(await valuesIn(url)).toEqual([1, 2, 3]);
      expect(server.url).toBe(url);
      expect(incidents).toEqual([
        `PostgreSQL (process ${pid}) ended unexpectedly; starting it again`,
        `PostgreSQL runs again (process ${server.pid})`,
      ]);
    }, server);
  });

  it('ends with a process that exits without stopping it', async () => {
    const owner = runNode(`
      const server = await database.startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(directory)} });
      console.log('pid ' + server.pid);
      process.exit(3);`);
    const pid = Number(await owner.said('pid'));
    expect(await owner.ended()).toMatchObject({ code: 3 });
    await until(() => !isRunning(pid));
  });

  it('refuses data without its password, and a port that is taken, in words', async () => {
    const secretFile = join(directory, 'postgres-secret');
    const secret = readFileSync(secretFile);
    rmSync(secretFile);
    await expect(start()).rejects.toMatchObject({ problem: 'dataNotAccessible' });
    writeFileSync(secretFile, secret, { mode: 0o600 });
    const taken = Number(new URL(process.env['TEST_DATABASE_URL'] ?? '').port);
    await expect(startEmbeddedPostgres({ dataDirectory: directory, port: taken })).rejects.toMatchObject({
      problem: 'portInUse',
    });
    const server = await start(); // no failure above left the lock or the data in a bad state
    await stopAfter(async ({ url }) => expect(await valuesIn(url)).toEqual([1, 2, 3]), server);
  });
});

describe('a data directory that cannot be used', () => {
  it('is refused in words when a file is in its way', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'kentongan-blocked-'));
    writeFileSync(join(directory, 'file'), '');
    const starting = startEmbeddedPostgres({ dataDirectory: join(directory, 'file', 'data') });
    await expect(starting).rejects.toMatchObject({ problem: 'dataNotAccessible' });
    rmSync(directory, { recursive: true });
  });
});

/** The ordinary user of these tests: `nobody` when they run as root, else whoever runs them. */
const user = isRoot ? { uid: 65534, gid: 65534 } : undefined;
const userId = user?.uid ?? process.getuid?.();

describe('as an ordinary user', () => {
  const startText = (directory: string) => `
    const server = await database.startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(directory)}, durable: false });
    console.log('uid ' + process.getuid() + ' ' + (await import('node:fs')).statSync('/proc/' + server.pid).uid);
    await server.stop();`;

  it('starts on a directory of its own, also after root used it', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'kentongan-user-'));
    if (user) chownSync(directory, user.uid, user.gid);
    const asUser = await runNode(startText(directory), user).ended();
    expect(asUser.output).toBe(`uid ${userId} ${userId}\n`);
    const asRunner = await runNode(startText(directory)).ended();
    expect(asRunner.output).toBe(`uid ${process.getuid?.()} ${userId}\n`);
    const again = await runNode(startText(directory), user).ended();
    expect(again.output).toBe(`uid ${userId} ${userId}\n`);
    rmSync(directory, { recursive: true });
  });

  it('is told what to do about a directory that it may not write', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'kentongan-foreign-'));
    chmodSync(directory, 0o500);
    const { code, output } = await runNode(startText(directory), user).ended();
    expect(code).toBe(1);
    expect(output).toMatch(/not readable and writable.*\n.*What to do: give the user that runs Kentongan/);
    rmSync(directory, { recursive: true });
  });

  it('finds the closed directory on the way to its data', () => {
    const closed = mkdtempSync(join(tmpdir(), 'kentongan-closed-'));
    mkdirSync(join(closed, 'data'));
    const someoneElse = { uid: 12_345, gid: 12_345 };
    expect(closedDirectory(someoneElse, join(closed, 'data'))).toBe(closed);
    expect(() => requireReachable(someoneElse, join(closed, 'data'))).toThrow(
      new RegExp(`${closed} is closed to it.*chmod o\\+x ${closed}`, 's'),
    );
    rmSync(closed, { recursive: true });
  });
});
