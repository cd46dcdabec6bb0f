import { describe, expect, it } from '@jest/globals';
import { PlaceNames } from './place-names.js';

describe('names of places', () => {
  it('are found at every level, as people write them; unknown codes are left out', async () => {
    const names = new PlaceNames();
    const codes = ['33', '33.74', '33.74.06', '33.74.06.1003', '35.18.17.2007', '99.99', '', 'x'.repeat(13)];
    const found = await names.of(codes);
    expect([...found.keys()]).toEqual(codes.slice(0, 5));
    expect([found.get('33'), found.get('33.74'), found.get('33.74.06')]).toEqual([
      'Jawa Tengah',
      'Kota Semarang',
      'Pedurungan',
    ]);
    expect(await names.of(codes)).toEqual(found);
  });
});
