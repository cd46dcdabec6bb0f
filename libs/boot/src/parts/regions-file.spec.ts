import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readRegions } from './regions-file.js';

describe('the region file', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'regions-'));

  it('may be absent: one live region for the whole country', () => {
    expect(readRegions(folder())).toBeNull();
  });

  it('fills in what a region leaves out', () => {
    const directory = folder();
    writeFileSync(
      join(directory, 'regions.json'),
      JSON.stringify([
        {
          regionId: 'kota-tegal',
          name: 'Kota Tegal',
          mode: 'live',
          placeRoots: ['33.76'],
          watchRules: [{ id: 'rob', phrases: ['banjir rob'] }],
        },
      ]),
    );
    expect(readRegions(directory)?.[0]).toMatchObject({
      timeZone: 'Asia/Jakarta',
      watchRules: [{ count: 3, windowMinutes: 60 }],
    });
  });

  it.each([
    ['not JSON', '[{', 'mend or delete'],
    ['a wrong field', '[{"regionId":"Kota Tegal","name":"x","mode":"live"}]', '0.regionId'],
    ['an empty list', '[]', 'the list'],
  ])('says what is wrong: %s', (_name, text, expected) => {
    const directory = folder();
    writeFileSync(join(directory, 'regions.json'), text);
    expect(() => readRegions(directory)).toThrow(expected);
  });
});
