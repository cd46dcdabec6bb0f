import { describe, expect, it } from '@jest/globals';
import { explainFileError } from './database-start-error.js';
import { explainStartFailure } from './start-failure.js';

const cases = [
  [
    'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.\nPANIC:  cannot abort transaction 1',
    'diskFull',
  ],
  ['FATAL:  could not write to file "pg_wal/xlogtemp.12": No space left on device', 'diskFull'],
  ['initdb: error: could not create directory "pg_wal": No space left on device', 'diskFull'],
  [
    'postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file',
    'binariesUnusable',
  ],
  [
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
    'portInUse',
  ],
  ['FATAL:  data directory "/data/postgres" has wrong ownership', 'dataNotAccessible'],
  ['initdb: error: could not access directory "/root/data": Permission denied', 'dataNotAccessible'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1', 'dataDamaged'],
  ['FATAL:  something nobody has seen before', 'startFailed'],
] as const;

describe('what PostgreSQL says when it does not start', () => {
  it.each(cases)('%s', (output, problem) => {
    const error = explainStartFailure(output, '/data');
    expect(error.problem).toBe(problem);
    expect(error.whatToDo.length).toBeGreaterThan(20);
    expect(error.message).toContain(error.whatToDo);
  });

  it('is told in words for errors of the file system too, and other errors pass unchanged', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const closed = Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
    const other = new Error('a bug');
    expect(explainFileError(full, '/data')).toMatchObject({ problem: 'diskFull' });
    expect(explainFileError(closed, '/data')).toMatchObject({ problem: 'dataNotAccessible' });
    expect(explainFileError(other, '/data')).toBe(other);
  });
});
