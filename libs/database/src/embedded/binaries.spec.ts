import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findPostgresBinaries } from './binaries.js';
import { DatabaseStartError } from './database-start-error.js';

function problemOf(platform: string, architecture: string): DatabaseStartError {
  try {
    findPostgresBinaries(platform, architecture);
  } catch (error) {
    if (error instanceof DatabaseStartError) return error;
    throw error;
  }
  throw new Error('binaries were found');
}

describe('the PostgreSQL programs', () => {
  it('are found for this platform, with the version of their package', () => {
    const binaries = findPostgresBinaries();
    expect(existsSync(binaries.postgres)).toBe(true);
    expect(binaries.packageVersion.startsWith(`${binaries.major}.`)).toBe(true);
  });

  it('are said to be missing where they are not shipped or not installed, with the way out', () => {
    const notShipped = problemOf('freebsd', 'x64');
    expect(notShipped).toMatchObject({ problem: 'binariesMissing' });
    expect(notShipped.whatToDo).toContain('DATABASE_URL');
    const notInstalled = problemOf(process.platform === 'win32' ? 'darwin' : 'win32', 'x64');
    expect(notInstalled).toMatchObject({ problem: 'binariesMissing' });
    expect(notInstalled.whatToDo).toContain('npm ci');
  });
});
