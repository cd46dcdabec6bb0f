import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadOrCreateSecret } from './secret-file.js';

describe('a secret in a shared folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is the one of whoever was first, also for a process that looked before it was there', () => {
    const file = join(folder, 'deep', 'token');
    let second = '';
    const first = loadOrCreateSecret(file, () => {
      second = loadOrCreateSecret(file, () => 'kedua').reveal();
      return 'pertama';
    });
    expect([first.reveal(), second]).toEqual(['kedua', 'kedua']);
    expect(readFileSync(file, 'utf8')).toBe('kedua\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['token']);
  });
});
