import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lockDirectory } from './directory-lock.js';
import { processIdentity } from './process-identity.js';

describe('the lock of a data directory', () => {
  let directory: string;
  let lockFile: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'kentongan-lock-'));
    lockFile = join(directory, 'kentongan.lock');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Changes who is said to hold the lock. */
  const rewrite = (change: Record<string, unknown>) => {
    const owner = JSON.parse(readFileSync(lockFile, 'utf8')) as Record<string, unknown>;
    writeFileSync(lockFile, JSON.stringify({ ...owner, ...change }));
  };

  it('refuses a second owner while the first lives, naming it and the way out', async () => {
    const first = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toMatchObject({
      problem: 'dataInUse',
      message: expect.stringMatching(
        new RegExp(`process ${process.pid}.*What to do: stop that Kentongan`, 's'),
      ),
    });
    first.release();
    (await lockDirectory(directory)).release();
  });

  it('is free when its pid was given to another process', async () => {
    await lockDirectory(directory);
    rewrite({ identity: 'of a process that ended long ago' });
    expect(processIdentity(process.pid)).toBeDefined(); // the pid itself is alive: only the start time tells
    (await lockDirectory(directory)).release();
  });

  it('is free when it is not readable as a lock', async () => {
    writeFileSync(lockFile, '{"pid":');
    (await lockDirectory(directory)).release();
  });

  it('of another host counts while it gives signs of life', async () => {
    await lockDirectory(directory);
    rewrite({ host: 'a-container-that-is-gone' });
    await expect(lockDirectory(directory)).rejects.toThrow(/a-container-that-is-gone.*wait 35 seconds/s);
    const minuteAgo = new Date(Date.now() - 60_000);
    utimesSync(lockFile, minuteAgo, minuteAgo);
    (await lockDirectory(directory)).release();
  });

  it('goes to exactly one of many that find it dead at the same moment', async () => {
    await lockDirectory(directory);
    for (let round = 0; round < 10; round += 1) {
      rewrite({ identity: 'dead' });
      const takings = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
      expect(takings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('is not given back by an owner that lost it', async () => {
    const lost = await lockDirectory(directory);
    rewrite({ identity: 'dead' });
    const second = await lockDirectory(directory);
    lost.release();
    await expect(lockDirectory(directory)).rejects.toMatchObject({ problem: 'dataInUse' });
    second.release();
  });
});
