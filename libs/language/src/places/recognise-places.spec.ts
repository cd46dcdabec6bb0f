import { describe, expect, it } from '@jest/globals';
import { PlaceMention } from '@kentongan/contracts';
import { tokenize } from '../tokens/tokenize.js';
import { inventedGazetteer } from './invented-places.js';
import { recognisePlaces } from './recognise-places.js';

const gazetteer = inventedGazetteer();
const find = (text: string, ...roots: string[]): string[] =>
  recognisePlaces(tokenize(text), gazetteer, { roots }).map(
    ({ start, end, codes }) => `${text.slice(start, end)} = ${codes.join(' ')}`,
  );

describe('cities, regencies and provinces', () => {
  it('are found in any case, by nickname and in hashtags', () => {
    expect(find('banjir di surabaya')).toEqual(['surabaya = 91.01']);
    expect(find('warga JATIM dan jateng')).toEqual(['JATIM = 91', 'jateng = 90']);
    expect(find('siaga #SurabayaBanjir')).toEqual(['#SurabayaBanjir = 91.01']);
  });

  it('stay open where a kota and a kabupaten share the name', () => {
    expect(find('pagi ini di Tegal hujan')).toEqual(['Tegal = 90.02 90.01']);
    expect(find('banjir di kota Tegal')).toEqual(['kota Tegal = 90.02']);
    expect(find('Bupati Tegal meninjau')).toEqual(['Tegal = 90.01']);
  });

  it('are the one that the desk governs, or the text names elsewhere', () => {
    expect(find('jalan rusak di tegal', '90.01')).toEqual(['tegal = 90.01']);
    expect(find('jalan rusak di tegal', '90')).toEqual(['tegal = 90.02 90.01']);
    expect(find('Pemkab Tegal diam, jalan di Tegal rusak').at(-1)).toBe('Tegal = 90.01');
  });

  it('are the one where the source is at home, when nothing else tells', () => {
    const home = (text: string, ...codes: string[]) =>
      recognisePlaces(tokenize(text), gazetteer, { roots: ['90'], home: codes }).map(
        ({ codes: found }) => found,
      );
    expect(home('jalan rusak di tegal', '90.01')).toEqual([['90.01']]);
    expect(home('jalan rusak di kota tegal', '90.01')).toEqual([['90.02']]);
  });

  it('are not read into kinds of units or countries', () => {
    expect(find('warga Kabupaten dan Desa sama', '90')).toEqual([]);
    expect(find('makan siang di Jepang tidak gratis', '90.01')).toEqual([]);
    expect(find('banjir di desa Jepang', '90.01')).toEqual(['desa Jepang = 90.01.01.2003']);
  });

  it('are not read into verbs, food and people', () => {
    expect(find('pos itu di serang massa')).toEqual([]);
    expect(find('makan sate tegal enak')).toEqual([]);
    expect(find('kata pak surabaya tadi')).toEqual([]);
    expect(find('besok me dan kami')).toEqual([]);
  });

  it('are found on both sides of a hyphen', () => {
    expect(find('macet Surabaya-Banyuwangi')).toEqual(['Surabaya = 91.01', 'Banyuwangi = 91.02']);
  });
});

describe('districts and villages', () => {
  it('are never read into ordinary words', () => {
    expect(find('orang yang bener itu bener bener jujur', '90.01')).toEqual([]);
    expect(find('desa yang jauh', '91.01')).toEqual([]);
  });

  it('are found behind a cue', () => {
    expect(find('lampu mati di kec. Wonokromo')).toEqual(['kec. Wonokromo = 91.01.03']);
    expect(find('kelurahan Ketabang gelap')).toEqual(['kelurahan Ketabang = 91.01.01.1001']);
  });

  it('are found without a cue only in the own area', () => {
    expect(find('got buntu di ngagel', '91.01')).toEqual(['ngagel = 91.01.03.1001']);
    expect(find('got buntu di ngagel')).toEqual([]);
    expect(find('got buntu di ngagel', '90.02')).toEqual([]);
  });

  it('are those of the own area before a namesake far away, whatever its level', () => {
    expect(find('sampah menumpuk di Tegaldlimo', '91.01')).toEqual(['Tegaldlimo = 91.01.03.1003']);
    expect(find('sampah menumpuk di Tegaldlimo')).toEqual(['Tegaldlimo = 91.02.02']);
    expect(find('sampah menumpuk di Tegaldlimo, Banyuwangi', '91.01')[0]).toBe('Tegaldlimo = 91.02.02');
  });

  it('are told apart by the regency that the text mentions, before the own area', () => {
    expect(find('pasar Genteng ramai', '91.01')).toEqual(['Genteng = 91.01.01']);
    expect(find('kecamatan Genteng Banyuwangi ramai', '91.01')[0]).toBe('kecamatan Genteng = 91.02.01');
    expect(find('desa Sukaraja, Banyuwangi')[0]).toBe('desa Sukaraja = 91.02.02.2001');
    expect(find('desa Sukaraja')).toEqual(['desa Sukaraja = 90.01.01.2002 90.02.01.1001 91.02.02.2001']);
  });

  it('may be written apart or together', () => {
    expect(find('kecamatan gunung anyar banjir')).toEqual(['kecamatan gunung anyar = 91.01.02']);
    expect(find('kel gununganyar tambak', '91.01')).toEqual(['kel gununganyar tambak = 91.01.02.1001']);
  });

  it('are not taken from a longer name or a hospital', () => {
    expect(find('jl raya darmo permai', '91.01')).toEqual([]);
    expect(find('rsud ngagel penuh', '91.01')).toEqual([]);
    expect(find('jl raya darmo macet', '91.01')).toEqual(['darmo = 91.01.03.1002']);
  });
});

describe('every mention', () => {
  it('holds the contract, and their number has a bound', () => {
    const mentions = recognisePlaces(tokenize('banjir Surabaya, kecamatan Genteng. '.repeat(60)), gazetteer, {
      roots: ['91.01', 'unknown'],
    });
    expect(mentions).toHaveLength(20);
    for (const mention of mentions) expect(() => PlaceMention.parse(mention)).not.toThrow();
  });

  it('comes in time on hostile text', () => {
    const text = `${'su-ra-ba-ya-'.repeat(2000)}${'desa sukaraja '.repeat(1000)}${'#'.repeat(999)}${'x'.repeat(9999)}`;
    expect(recognisePlaces(tokenize(text), gazetteer, { roots: ['91'] }).length).toBeLessThanOrEqual(20);
    expect(recognisePlaces([], gazetteer, { roots: [] })).toEqual([]);
  });
});
