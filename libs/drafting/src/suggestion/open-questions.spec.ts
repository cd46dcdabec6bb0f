import { describe, expect, it } from '@jest/globals';
import { agency, signal, statement } from '../testing/samples.js';
import { questionsStillOpen } from './open-questions.js';
import { suggestClarification } from './suggest-clarification.js';

const { openQuestions } = suggestClarification({
  fact: null,
  agency,
  evidence: [],
  signal,
  regionName: 'Kota Contoh',
});

describe('open questions', () => {
  it('close when their field is written, the first one with its numbers as well', () => {
    const left = questionsStillOpen(openQuestions, ['headline', 'myth'], []);
    expect(left).toHaveLength(openQuestions.length - 2);
    expect(left.some(({ question }) => question.includes('judul'))).toBe(false);
  });

  it('close when primary evidence came, and not by another fact-check', () => {
    expect(questionsStillOpen(openQuestions, [], [statement])).toHaveLength(openQuestions.length - 1);
    expect(questionsStillOpen(openQuestions, [], [{ ...statement, kind: 'factCheck' }])).toHaveLength(
      openQuestions.length,
    );
  });
});
