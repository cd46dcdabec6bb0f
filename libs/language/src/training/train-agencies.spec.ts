import { describe, expect, it } from '@jest/globals';
import { AgencyLearner } from '../agencies/agency-learner.js';
import { AgencyJudge, packAgencyModel, readAgencyModel } from '../agencies/agency-model.js';
import { inventedComplaints } from '../agencies/invented-complaints.js';
import { tokenize } from '../tokens/tokenize.js';
import { trainAgencies } from './train-agencies.js';

const bytes = packAgencyModel(trainAgencies(inventedComplaints()));
const judge = new AgencyJudge(readAgencyModel(bytes));
const agencies = [
  { agencyId: 'terang', name: 'DINAS TERANG', subjects: [] },
  { agencyId: 'bersih', name: 'Dinas Bersih', subjects: [] },
  { agencyId: 'baru', name: 'Dinas Baru', subjects: [] },
];
const best = (learner: AgencyLearner, text: string) => learner.suggest(tokenize(text))[0];

describe('a region’s own model of agencies', () => {
  it.each([
    ['lampu di depan rumah mati', 'Dinas Terang'],
    ['tolong angkut sampahnya', 'Dinas Bersih'],
    ['jadwal rapat', 'other'],
  ])('learns from handled complaints: %s', (text, agency) => {
    const scores = judge.scoresOf(tokenize(text)) ?? [];
    expect(judge.agencies[scores.indexOf(Math.max(...scores))]).toBe(agency);
  });

  it('says that it knows nothing of a text', () => {
    expect(judge.scoresOf(tokenize('zzz qqq'))).toBeNull();
  });

  it('has the same bytes for the same complaints, and refuses others', () => {
    const again = packAgencyModel(trainAgencies(inventedComplaints()));
    expect(Buffer.compare(bytes, again)).toBe(0);
    expect(() => readAgencyModel(bytes.subarray(0, 200))).toThrow('agencies');
  });

  it('is where the learner begins, told in words of the text, under the names of today', () => {
    const suggested = best(new AgencyLearner(agencies, judge), 'lampu gang mati');
    expect(suggested?.agencyId).toBe('terang');
    expect(suggested?.reasons).toContain('lampu');
    expect(best(new AgencyLearner(agencies, judge), 'zzz qqq')).toBeUndefined();
  });

  it('gives way to what people decide afterwards', () => {
    const learner = new AgencyLearner(agencies, judge);
    for (let i = 0; i < 40; i += 1) learner.learn(tokenize(`sampah sungai menumpuk ${i}`), 'baru');
    expect(best(learner, 'sampah sungai menumpuk')?.agencyId).toBe('baru');
    expect(best(learner, 'lampu gang mati')?.agencyId).toBe('terang');
  });
});
