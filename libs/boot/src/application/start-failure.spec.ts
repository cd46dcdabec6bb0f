import { describe, expect, it } from '@jest/globals';
import { DatabaseStartError } from '@kentongan/database';
import { ConfigurationError } from '@kentongan/platform';
import { explainStartFailure, isExplained } from './start-failure.js';

describe('a start that fails', () => {
  it.each([
    [{ code: 'EADDRINUSE', port: 3000, message: 'listen' }, 'PORT=3001'],
    [{ code: 'EACCES', path: '/srv/data', message: 'open' }, '/srv/data'],
    [{ code: 'EEXIST', path: '/srv/data', message: 'mkdir' }, '/srv/data is not a directory'],
    [{ code: 'ENOSPC', message: 'write' }, 'disk is full'],
    [{ message: 'data of a newer version', whatToDo: 'Install version 2.' }, 'Install version 2.'],
    [new ConfigurationError(['PORT is "x"']), 'PORT is "x"'],
  ])('says what to do: %j', (error, expected) => {
    expect(explainStartFailure(error)).toContain(expected);
    expect(isExplained(error)).toBe(true);
  });

  it('says what to do once', () => {
    const error = new DatabaseStartError('diskFull', 'The disk is full.', 'free at least 1 GB on it.');
    expect(explainStartFailure(error)).toBe('The disk is full.\nFree at least 1 GB on it.');
  });

  it('does not pretend to understand a bug', () => {
    expect(isExplained(new TypeError('undefined is not a function'))).toBe(false);
  });
});
