import { expect, it } from '@jest/globals';
import { HoaxMemory } from '@kentongan/claims';
import { tokenize } from '@kentongan/language';
import { claimOfFact } from './claim-of-fact.js';

const answer = {
  factId: 'own:i1',
  title: 'Air ledeng Pedurungan aman, petugas gadungan sudah diperiksa laboratorium',
  hoaxText: 'Racun tikus ditabur petugas gadungan ke menara air Pedurungan',
};

it('finds by the claim, and never those who pass the answer on', () => {
  const memory = new HoaxMemory();
  memory.record(claimOfFact(answer)!);
  expect(memory.match(tokenize(answer.title))).toBeNull();
  expect(memory.match(tokenize(answer.hoaxText))).toMatchObject({ factId: 'own:i1', level: 'same' });
});

it('finds nobody by an answer without a claim, and everybody else’s facts as they are', () => {
  const { hoaxText: _, ...informing } = answer;
  expect(claimOfFact(informing)).toBeNull();
  expect(claimOfFact({ ...informing, factId: 'lain:1' })).toEqual({ ...informing, factId: 'lain:1' });
});
