import type { ServerResponse } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { HttpException } from '@nestjs/common';
import { checkTooSlow, linkUnreadable, tooManyChecks } from './check-errors.js';
import { ChecksController } from './checks.controller.js';
import type { ChecksService } from './checks.service.js';

/** The headers that a refused check leaves with. */
async function headersOf(refusal: HttpException): Promise<Record<string, string>> {
  const service = { check: () => Promise.reject(refusal) } as unknown as ChecksService;
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
  } as unknown as ServerResponse;
  const body = { region: 'kota-contoh', text: 'air keruh' };
  await expect(new ChecksController(service).check(body, response)).rejects.toBe(refusal);
  return headers;
}

describe('a refused check', () => {
  it('says when to come again, where that helps', async () => {
    expect(tooManyChecks().getStatus()).toBe(429);
    expect(await headersOf(tooManyChecks())).toEqual({ 'retry-after': '2' });
    expect(await headersOf(checkTooSlow())).toEqual({ 'retry-after': '2' });
    expect(await headersOf(linkUnreadable('status', 404))).toEqual({});
  });
});
