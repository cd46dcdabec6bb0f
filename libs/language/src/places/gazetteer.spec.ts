import { describe, expect, it } from '@jest/globals';
import { buildGazetteer } from './gazetteer.js';
import { inventedGazetteer, inventedRows } from './invented-places.js';
import { placeAncestry, placeName } from './place-codes.js';
import { readPlaceRows } from './place-rows.js';

describe('the gazetteer', () => {
  const gazetteer = inventedGazetteer();

  it('walks from a village up to its province', () => {
    expect(placeAncestry(gazetteer, '91.01.03.1001')).toEqual(['91.01.03.1001', '91.01.03', '91.01', '91']);
  });

  it('answers an unknown code with nothing', () => {
    expect(placeAncestry(gazetteer, '91.99')).toEqual([]);
    expect(placeName(gazetteer, '91.99')).toBeUndefined();
  });

  it('finds every row by its own code', () => {
    for (const { code } of inventedRows) expect(placeAncestry(gazetteer, code)[0]).toBe(code);
  });

  it('names places for people', () => {
    expect(placeName(gazetteer, '91.01')).toBe('Kota Surabaya');
    expect(placeName(gazetteer, '91')).toBe('Jawa Timur');
    expect(placeName(gazetteer, '91.01.02')).toBe('Gununganyar');
  });

  it('refuses a row whose parent has not come', () => {
    const orphan = { code: '12.01', name: 'KOTA X', level: 'regency', parentCode: '12' } as const;
    expect(() => buildGazetteer([orphan])).toThrow(RangeError);
  });

  it('can be empty', () => {
    expect(buildGazetteer([]).size).toBe(0);
  });
});

describe('reading the tables', () => {
  it('keeps commas and quotes of a name, drops broken lines', () => {
    const tables = {
      provinces: 'code,name\n12,SUATU PROVINSI\n',
      regencies: 'code,province_code,name\n12.01,12,KOTA A, BARU\n',
      districts: 'code,regency_code,name\n12.01.01,12.01,Pa"da\r\nbroken\n',
      villages: 'code,district_code,name\n12.01.01.1001,12.01.01,Tanpa Akhir',
    };
    expect([...readPlaceRows(tables)]).toEqual([
      { code: '12', name: 'SUATU PROVINSI', level: 'province', parentCode: '' },
      { code: '12.01', name: 'KOTA A, BARU', level: 'regency', parentCode: '12' },
      { code: '12.01.01', name: 'Pa"da', level: 'district', parentCode: '12.01' },
      { code: '12.01.01.1001', name: 'Tanpa Akhir', level: 'village', parentCode: '12.01.01' },
    ]);
  });
});
