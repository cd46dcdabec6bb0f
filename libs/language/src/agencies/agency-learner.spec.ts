import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { AgencyLearner } from './agency-learner.js';

const agency = (agencyId: string, name: string, subjects: string[] = []) => ({ agencyId, name, subjects });
const agencies = [
  agency('dpu', 'Dinas Pekerjaan Umum'),
  agency('dishub', 'Dinas Perhubungan'),
  agency('dlh', 'Dinas Lingkungan Hidup'),
  agency('dinsos', 'Dinas Sosial'),
  agency('dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil'),
  agency('kel-a', 'Kelurahan Sekaran'),
];
const first = (learner: AgencyLearner, text: string) => learner.suggest(tokenize(text))[0];

describe('the agency in charge', () => {
  it.each([
    ['saluran di gang kami mampet, kalau hujan banjir', 'dpu'],
    ['sampah di TPS menumpuk dan bau', 'dlh'],
    ['KTP saya belum jadi, akta anak juga', 'dukcapil'],
    ['ibu saya lansia tidak pernah dapat bansos', 'dinsos'],
    ['petugas Kelurahan Sekaran tidak ada di tempat', 'kel-a'],
  ])('is known from the dictionary before anything was learned: %s', (text, agencyId) => {
    expect(first(new AgencyLearner(agencies), text)?.agencyId).toBe(agencyId);
  });

  it('follows how this region divides the work', () => {
    const learner = new AgencyLearner(agencies);
    const text = 'lampu pju padam di jalan melati';
    expect(first(learner, text)?.agencyId).toBe('dishub');
    for (let i = 0; i < 12; i += 1) learner.learn(tokenize(`pju padam di jalan nomor ${i}, gelap`), 'dpu');
    const taught = first(learner, text);
    expect(taught?.agencyId).toBe('dpu');
    expect(taught?.reasons.length).toBeGreaterThan(0);
  });

  it('takes the subjects that the region’s settings give an agency', () => {
    const learner = new AgencyLearner([...agencies, agency('upt', 'UPT Tirtonadi', ['flooding', 'drains'])]);
    const suggested = learner
      .suggest(tokenize('drainase tersumbat dan banjir'))
      .map(({ agencyId }) => agencyId);
    expect(suggested).toContain('upt');
  });

  it('tells words of the text as reasons, and says that it does not know', () => {
    const learner = new AgencyLearner(agencies);
    expect(first(learner, 'sampah belum diangkut')?.reasons).toContain('sampah');
    expect(learner.suggest(tokenize('zzz qqq'))).toEqual([]);
    expect(learner.suggest(tokenize(''))).toEqual([]);
    expect(new AgencyLearner([]).suggest(tokenize('sampah'))).toEqual([]);
  });

  it('is the same after the same examples, and passes over an agency that is gone', () => {
    const taught = () => {
      const learner = new AgencyLearner(agencies);
      learner.learn(tokenize('parkir liar di depan toko'), 'satpol');
      learner.learn(tokenize('parkir liar di depan pasar'), 'dishub');
      return learner.suggest(tokenize('parkir liar lagi'));
    };
    expect(taught()).toEqual(taught());
    expect(taught().map(({ agencyId }) => agencyId)).not.toContain('satpol');
    const beliefs = taught().reduce((sum, { confidence }) => sum + confidence, 0);
    expect(beliefs).toBeGreaterThan(0.3);
    expect(beliefs).toBeLessThanOrEqual(1.001);
  });
});
