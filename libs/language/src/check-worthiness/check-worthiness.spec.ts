import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { checkWorthiness } from './check-worthiness.js';

const judge = (text: string) => checkWorthiness(tokenize(text));

describe('whether a statement is worth a check', () => {
  it.each([
    'Bansos di Desa Candi dipotong 200 ribu per keluarga oleh perangkat desa',
    'RSUD berhenti menerima pasien BPJS mulai Senin, sudah ada surat edaran',
    'Jembatan lama ditutup total malam ini, warga dua kelurahan harus memutar',
  ])('a specific statement about many is: %s', (text) => {
    expect(judge(text).score).toBeGreaterThan(0.5);
  });

  it.each([
    'semoga jembatan barunya cepat jadi',
    'aku capek antri di RSUD tadi',
    'menurutku wali kota kita hebat',
    'kayaknya nanti harga bakal naik lagi',
    'mau tanya syarat bikin akta apa saja min',
    '',
  ])('an experience, a wish, an opinion, a prediction or a request is not: %s', (text) => {
    expect(judge(text).score).toBeLessThan(0.5);
  });

  it('tells why in the words of the text', () => {
    const { reasons } = judge('Listrik padam di seluruh kecamatan mulai besok');
    expect(reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['concernsMany', 'verifiable', 'specific']),
    );
    expect(reasons.find(({ code }) => code === 'verifiable')?.words).toContain('padam');
  });

  it('stays between 0 and 1 on hostile text', () => {
    for (const text of ['jebol '.repeat(9_000), '9'.repeat(5_000), '???', '\ud800 2000 \u0000 warga'])
      expect(judge(text).score).toBeGreaterThanOrEqual(0);
    expect(judge('jebol 200 rumah warga '.repeat(900)).score).toBeLessThanOrEqual(1);
  });
});
