import { describe, expect, it } from '@jest/globals';
import { Gazetteer, placeLevels } from './gazetteer.js';

const gazetteer = new Gazetteer();
const names = (query: string, more: Partial<Parameters<Gazetteer['search']>[0]> = {}) =>
  gazetteer
    .search({ query, levels: placeLevels, within: null, placesMax: 20, ...more })
    .map(({ fullName }) => fullName);

describe('the gazetteer', () => {
  it('names the larger place first, and the one that is just called so before the others', () => {
    const found = names('semarang');
    expect(found.slice(0, 2)).toEqual(['Kabupaten Semarang, Jawa Tengah', 'Kota Semarang, Jawa Tengah']);
    expect(found).toContain('Semarang Tengah, Kota Semarang');
    expect(names('jawa t')).toEqual(expect.arrayContaining(['Jawa Tengah', 'Jawa Timur']));
    expect(names('dki')[0]).toBe('DKI Jakarta');
  });

  it('looks inside a place only', () => {
    const inside = names('tlogo', { within: '33.74', levels: ['village'] });
    expect(inside.length).toBeGreaterThan(0);
    for (const name of inside) expect(name).toMatch(/, Kota Semarang$/);
    expect(names('pedurungan', { within: '32' })).not.toContain('Pedurungan, Kota Semarang');
    expect(names('semarang', { within: '33.74', levels: ['regency'] })).toEqual([
      'Kota Semarang, Jawa Tengah',
    ]);
  });

  it('matches beginnings of words, never codes, and bounds its answer', () => {
    expect(names('33.74')).toEqual([]);
    expect(names('emarang')).toEqual([]);
    expect(names('su')).toHaveLength(20);
    expect(names('kidul', { within: '33.74', levels: ['village'] }).length).toBeGreaterThan(0);
  });

  it('knows each code of each level and no other', () => {
    const codes = ['11', '92', '11.01', '33.74', '11.01.01', '11.01.01.2001'];
    expect(codes.map((code) => gazetteer.byCode(code)?.code ?? null)).toEqual([
      '11',
      '92',
      '11.01',
      '33.74',
      '11.01.01',
      '11.01.01.2001',
    ]);
    for (const code of ['10', '99', '33.99', '33.74.99', '', '33.7', 'code', '33.74.01.9999'])
      expect(gazetteer.byCode(code)).toBeNull();
  });
});
