import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { findSubjects } from './find-subjects.js';
import { subjectLabels } from './subject-labels.js';
import { subjectTerms } from './subject-terms.js';

const find = (text: string) => findSubjects(tokenize(text));

describe('subjects', () => {
  it.each([
    ['Banjir lagi di kampung kami', 'flooding'],
    ['jalan depan pasar sudah lama berlubang', 'roadDamage'],
    ['dalan omahku rusak parah', 'roadDamage'],
    ['banjire sak dengkul', 'flooding'],
    ['PJU padam tiga malam', 'streetLights'],
    ['kapan bansos cair', 'socialAid'],
    ['nama saya hilang dari data MBR', 'poorHouseholdList'],
    ['PPDB jalur zonasi kacau', 'schoolAdmission'],
    ['air PDAM mati dari subuh', 'water'],
    ['pohonnya tumbang menimpa mobil', 'treesAndParks'],
    ['ada isu penculikan anak', 'safety'],
    ['#MakanBergiziGratis mulai hari ini', 'freeMeals'],
    ['harga beras naik terus', 'foodPrices'],
  ])('%s → %s', (text, subject) => {
    expect(find(text)[0]).toBe(subject);
  });

  it('puts the subject with most signs first', () => {
    expect(find('sampah menumpuk, bau sampah, got mampet')).toEqual(['waste', 'drains']);
  });

  it('does not join the halves of a pair over a sentence or a long way', () => {
    expect(find('Jalan dulu. Rusak sudah')).toEqual([]);
    expect(find('jalan satu dua tiga empat lima enam tujuh rusak')).toEqual([]);
  });

  it('does not read a request as a permit, nor plain talk as anything', () => {
    expect(find('izin melapor pak')).toEqual([]);
    expect(find('selamat pagi semua')).toEqual([]);
  });

  it('gives at most eight', () => {
    const all = Object.values(subjectTerms)
      .join(' ')
      .replace(/[~/?,]/g, ' ');
    expect(find(all)).toHaveLength(8);
  });

  it('has labels and terms for the same subjects', () => {
    expect(Object.keys(subjectTerms)).toEqual(Object.keys(subjectLabels));
  });
});
