import { RegionSettings } from '@kentongan/contracts';
import { describe, expect, it } from 'vitest';
import { readAgencies, writeAgencies } from './agency-csv.js';
import { freeIdentifier, identifierOf } from './identifier.js';
import { readCsv } from './read-csv.js';
import { timeZoneOf } from './time-zone-of.js';
import { readWatchRules, writeWatchRules } from './watch-rules.js';

describe('a table', () => {
  it('is read with commas, semicolons, quotes and the mark of office programs', () => {
    expect(readCsv('a,b\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv('\uFEFFnama;kontak\r\n"Dinas ""A"", B";0800\r\n')).toEqual([
      ['nama', 'kontak'],
      ['Dinas "A", B', '0800'],
    ]);
    expect(readCsv('x,"two\nlines"\n\n')).toEqual([['x', 'two\nlines']]);
    expect(readCsv('')).toEqual([]);
  });
});

describe('agencies', () => {
  it('are read with a header in any order, and fit the contract', () => {
    const { agencies, badLines } = readAgencies(
      'nama,kontak,pokok\nDinas Kesehatan,0800-1,health|covid\n,x,y',
    );
    expect(badLines).toEqual([3]);
    expect(agencies).toEqual([
      {
        agencyId: 'dinas-kesehatan',
        name: 'Dinas Kesehatan',
        subjects: ['health', 'covid'],
        placeCodes: [],
        publicContact: '0800-1',
      },
    ]);
    expect(RegionSettings.shape.agencies.safeParse(agencies).success).toBe(true);
  });

  it('are read from a bare list of names', () => {
    expect(readAgencies('Dinas A\nDinas B').agencies.map(({ agencyId }) => agencyId)).toEqual([
      'dinas-a',
      'dinas-b',
    ]);
  });

  it('come back as they were written', () => {
    const { agencies } = readAgencies('id,nama,pokok,tempat,kontak\na,"Dinas, A",water,33.74|33.22,');
    expect(readAgencies(writeAgencies(agencies)).agencies).toEqual(agencies);
  });
});

describe('watch words', () => {
  it('keep the rule they were, when a phrase is added', () => {
    const before = [{ id: 'air', phrases: ['air keruh'], count: 7, windowMinutes: 30 }];
    const after = readWatchRules('air keruh, air bau\n\ntanggul jebol', before);
    expect(after).toEqual([
      { id: 'air', phrases: ['air keruh', 'air bau'], count: 7, windowMinutes: 30 },
      { id: 'tanggul-jebol', phrases: ['tanggul jebol'], count: 3, windowMinutes: 60 },
    ]);
    expect(RegionSettings.shape.watchRules.safeParse(after).success).toBe(true);
    expect(readWatchRules(writeWatchRules(after), after)).toEqual(after);
  });
});

describe('identifiers', () => {
  it('come from names and are free', () => {
    expect(identifierOf('Dinas PU & Tata Ruang (Kota)')).toBe('dinas-pu-tata-ruang-kota');
    expect(identifierOf('…')).toBe('');
    expect(freeIdentifier('Warta', ['warta', 'warta-2'])).toBe('warta-3');
  });

  it('and the zone comes from the province', () => {
    expect(['33.74', '73.71', '94.71', '61.71'].map(timeZoneOf)).toEqual([
      'Asia/Jakarta',
      'Asia/Makassar',
      'Asia/Jayapura',
      'Asia/Jakarta',
    ]);
  });
});
