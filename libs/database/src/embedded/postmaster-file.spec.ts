import { describe, expect, it } from '@jest/globals';
import { parsePostmasterFile } from './postmaster-file.js';

describe('postmaster.pid', () => {
  it('tells pid, port and status of a running server', () => {
    const text = '4711\n/data/postgres\n1795000000\n40337\n\n127.0.0.1\n  1234567   32769\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({
      pid: 4711,
      startedAtSeconds: 1795000000,
      port: 40337,
      status: 'ready',
    });
  });

  it('is read while the server still writes it', () => {
    expect(parsePostmasterFile('4711\n/data/postgres\n1795000000\n40337\n')).toMatchObject({
      pid: 4711,
      status: 'unknown',
    });
    expect(parsePostmasterFile('4711\n')).toMatchObject({ port: undefined, startedAtSeconds: 0 });
    expect(parsePostmasterFile('')).toBeUndefined();
  });
});
