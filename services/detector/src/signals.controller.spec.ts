import { describe, expect, it } from '@jest/globals';
import type { Principal } from '@kentongan/platform';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { DetectorRuntime } from './detector.runtime.js';
import type { DetectorQueries, SignalQuery } from './detector-queries.js';
import { badParameters } from './signal-errors.js';
import { SignalParameters, SignalsController } from './signals.controller.js';

const person = (regionIds: string[]): Principal => ({
  kind: 'person',
  userId: 'u-1',
  name: 'Rina',
  role: 'officer',
  regionIds,
  agencyId: null,
});

/** Which regions are looked at when this principal asks. */
async function regionsAsked(principal: Principal, region?: string): Promise<SignalQuery['regionIds']> {
  let asked: SignalQuery | undefined;
  const queries = {
    signals: async (query: SignalQuery) => {
      asked = query;
      return [];
    },
  };
  const controller = new SignalsController(
    queries as unknown as DetectorQueries,
    { heldBack: async () => 0 } as unknown as DetectorRuntime,
  );
  const parameters = SignalParameters.parse(region === undefined ? {} : { region });
  expect(await controller.signals(parameters, principal)).toEqual({ signals: [], next: null, heldBack: 0 });
  return asked?.regionIds;
}

describe('GET /api/signals', () => {
  it('shows people the regions that are theirs, and programs all', async () => {
    expect(await regionsAsked(person(['kota-a', 'kota-b']))).toEqual(['kota-a', 'kota-b']);
    expect(await regionsAsked(person(['kota-a', 'kota-b']), 'kota-a')).toEqual(['kota-a']);
    expect(await regionsAsked(person([]))).toBeUndefined();
    expect(await regionsAsked({ kind: 'machine' })).toBeUndefined();
  });

  it.each([
    ['limit', { limit: '0' }],
    ['region', { region: 'Kota A' }],
    ['order', { order: 'text; DROP TABLE' }],
    ['after', { after: '-1' }],
  ])('names the wrong parameter: %s', async (parameter, query) => {
    const pipe = new StandardSchemaValidationPipe({ exceptionFactory: badParameters });
    const metadata = { type: 'query', schema: SignalParameters } as const;
    const refused = await Promise.resolve(pipe.transform(query, metadata)).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      status: 400,
      response: { error: { code: 'badParameters', problems: [{ parameter }] } },
    });
  });
});
