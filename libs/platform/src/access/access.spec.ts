import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Secret } from '../configuration/secret.js';
import { AccessGuard } from './access.guard.js';
import { loadOrCreateToken, tokenFile } from './access-token.js';

describe('the access token', () => {
  it('is generated once, readable by its owner alone, and stays the same', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'token-')), 'data');
    const first = loadOrCreateToken(null, folder);
    expect(first.reveal()).toHaveLength(32);
    expect(statSync(tokenFile(folder)).mode & 0o777).toBe(0o600);
    expect(loadOrCreateToken(null, folder).reveal()).toBe(readFileSync(tokenFile(folder), 'utf8').trim());
    expect(loadOrCreateToken(new Secret('dari-lingkungan'), folder).reveal()).toBe('dari-lingkungan');
  });

  it('opens the guard, and nothing else does', () => {
    const guard = new AccessGuard(new Secret('benar-sekali'));
    expect(guard.canActivate(requestWith('Bearer benar-sekali'))).toBe(true);
    for (const header of [
      undefined,
      '',
      'benar-sekali',
      'Bearer salah',
      'Basic benar-sekali',
      'Bearer benar-sekali x',
    ])
      expect(() => guard.canActivate(requestWith(header))).toThrow('Unauthorized');
  });
});

function requestWith(authorization: string | undefined): ExecutionContext {
  const request = { headers: { authorization } };
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
}
