import { RegionSettings } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { areSamePlaces, isName, listOfPlaces, searchPlaces } from './own-places.js';
import { readPlaceRows } from './place-rows.js';
import { meantBy, nameIn } from './place-words.js';

const tugu = { name: 'Tugu Muda', placeCode: '33.74.08' };

describe('the places of a desk', () => {
  it('stand once, by alphabet, the later word on a name holding', () => {
    const johar = { name: 'Pasar Johar', placeCode: '33.74.02' };
    const again = { name: 'TUGU-MUDA', placeCode: '33.74.09' };
    expect(listOfPlaces([tugu, johar, again])).toEqual([johar, again]);
    expect(areSamePlaces([tugu], [{ ...tugu }])).toBe(true);
    expect(areSamePlaces([tugu], [again])).toBe(false);
  });

  it('need a name of two letters', () => {
    expect(['Tugu', 'B2', 'A', '- .', 'x'.repeat(101)].map(isName)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are found by name and by where they lie, also among two thousand', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => ({ name: `Gang ${n}`, placeCode: '33.74.01' }));
    const name = (code: string) => (code === tugu.placeCode ? 'Semarang Selatan' : code);
    expect(searchPlaces([...many, tugu], 'selatan tugu', name)).toEqual([tugu]);
    expect(searchPlaces(many, 'gang 1999', name)).toHaveLength(1);
    expect(RegionSettings.shape.ownPlaces.safeParse(listOfPlaces(many)).success).toBe(true);
  });
});

describe('a pasted list of places', () => {
  it('is read from semicolons, commas and spreadsheets, with the lines that cannot be used', () => {
    const rows = [
      { name: 'Tugu Muda', place: 'Kec. Semarang Selatan' },
      { name: 'Pasar Johar', place: '33.74.02' },
    ];
    expect(readPlaceRows('nama;letak\nTugu Muda;Kec. Semarang Selatan\nPasar Johar;33.74.02')).toEqual({
      rows,
      badLines: [],
    });
    expect(readPlaceRows('Tugu Muda\tKec. Semarang Selatan\nPasar Johar\t33.74.02').rows).toEqual(rows);
    expect(readPlaceRows('SMA 3, Tembalang, Kota Semarang\nTanpa letak\n,Genuk')).toEqual({
      rows: [{ name: 'SMA 3', place: 'Tembalang, Kota Semarang' }],
      badLines: [2, 3],
    });
    expect(readPlaceRows('Halte;Tembalang, Kota Semarang').rows[0]?.place).toBe('Tembalang, Kota Semarang');
  });
});

describe('the words of a place', () => {
  const district = {
    code: '33.74.10',
    name: 'Tembalang',
    level: 'district',
    fullName: 'Tembalang, Kota Semarang',
  } as const;
  const village = {
    code: '33.74.10.1001',
    name: 'Tembalang',
    level: 'village',
    fullName: 'Tembalang, Tembalang, Kota Semarang',
  } as const;
  const city = { code: '33.74', name: 'Kota Semarang', level: 'regency', fullName: 'Kota Semarang' } as const;

  it('are looked up without what stands before and behind the name', () => {
    expect(['Kec. Tembalang, Kota Semarang', 'kel tembalang', 'Kota Semarang', 'Genuk'].map(nameIn)).toEqual([
      'Tembalang',
      'tembalang',
      'Semarang',
      'Genuk',
    ]);
  });

  it('mean the place of that name, kind and surroundings, and stay open between two', () => {
    const found = [city, district, village];
    expect(meantBy('tembalang', found)).toEqual([district, village]);
    expect(meantBy('Kec. Tembalang', found)).toEqual([district]);
    expect(meantBy('Kel. Tembalang, Semarang', found)).toEqual([village]);
    expect(meantBy('Semarang', found)).toEqual([city]);
    expect(meantBy('Tembalang, Kab. Demak', found)).toEqual([]);
    expect(meantBy('Tembal', found)).toEqual([]);
  });
});
