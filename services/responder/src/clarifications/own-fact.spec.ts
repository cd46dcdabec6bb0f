import { describe, expect, it } from '@jest/globals';
import { ClarificationText } from '@kentongan/contracts';
import type { StoredClarification } from './clarification-rows.js';
import { ownFactOf } from './own-fact.js';

const published = (text: object): StoredClarification => ({
  issueId: 'i9',
  regionId: 'kota-contoh',
  version: 5,
  status: 'published',
  text: ClarificationText.parse({
    headline: 'Air aman',
    myth: 'Air beracun',
    whyWrong: 'Foto lama.',
    ...text,
  }),
  supports: [],
  openQuestions: [],
  author: null,
  approvals: [],
  publishedAt: '2026-11-24T03:00:00.000Z',
  updatedAt: '2026-11-24T03:00:00.000Z',
});

describe('a published answer as a fact', () => {
  it('is the headline, and is found by the myth', () => {
    expect(
      ownFactOf(published({ verdict: 'hoax', alternativeExplanation: 'Pipa dikuras.' }), 'Kota Contoh'),
    ).toEqual({
      factId: 'own:i9',
      title: 'Air aman',
      hoaxText: 'Air beracun',
      conclusion: 'Foto lama.\nPipa dikuras.',
      publisher: 'Kota Contoh',
      publishedAt: '2026-11-24T03:00:00.000Z',
    });
  });

  it('recognises nobody again when it answers criticism, a complaint or something true', () => {
    for (const verdict of ['criticismOpinion', 'complaint', 'true'] as const)
      expect(ownFactOf(published({ verdict }), '')).not.toHaveProperty('hoaxText');
  });

  it('is none without a headline', () => {
    expect(ownFactOf(published({ headline: ' ' }), '')).toBeNull();
  });
});
