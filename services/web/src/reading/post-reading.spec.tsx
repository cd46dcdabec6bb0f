import type { ArchiveHit } from '@kentongan/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArchivePage } from '../archive/archive-page.js';
import { archiveAnswers, hitOf } from '../archive/testing/sample-answers.js';
import { showScreen } from '../archive/testing/show-screen.js';
import { howSure } from './how-sure.js';
import { mentionedPlaces } from './mentioned-places.js';

afterEach(() => vi.unstubAllGlobals());

const text = 'Mohon PDAM segera perbaiki, air Gajah katanya beracun? Gajah lagi';
const gajah = { start: 32, end: 37, codes: ['33.21.07', '33.74.06'], confidence: 0.4 };
const plain = hitOf({ text });
const analysis: ArchiveHit['post']['analysis'] = {
  ...plain.post.analysis,
  language: { code: 'id', confidence: 0.9, mixedWith: 'jv' },
  sentiment: { label: 'negative', confidence: 0.6 },
  sentimentTowards: [{ start: 6, end: 10, name: 'pdam', label: 'negative', confidence: 0.9 }],
  places: [gajah, { ...gajah, start: 55, end: 60 }],
  postType: {
    label: 'complaint',
    confidence: 0.93,
    reasons: [{ code: 'asksForAction', words: ['mohon', 'segera'] }],
  },
  hoaxMatch: {
    factId: 'fakta:1',
    level: 'matched',
    score: 0.7,
    matchedWords: ['air', 'beracun'],
    stance: 'asks',
  },
};
const places = [
  { code: '33.21.07', name: 'Gajah', level: 'district', fullName: 'Gajah, Kabupaten Demak' },
  { code: '33.74.06', name: 'Pedurungan', level: 'district', fullName: 'Pedurungan, Kota Contoh' },
];
const show = (post: Partial<ArchiveHit['post']> = {}, language: 'id' | 'en' = 'id') =>
  showScreen(ArchivePage, {
    address: '/arsip',
    language,
    answers: {
      ...archiveAnswers([{ ...plain, post: { ...plain.post, analysis, ...post } }]),
      'GET /api/places': places,
      'GET /api/facts/fakta%3A1': { fact: { factId: 'fakta:1', title: '[HOAKS] Air Dicampur Racun' } },
    },
  });
const open = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await userEvent.click(button);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  return within(await screen.findByRole('region', { name: /Cara program membaca|How the program read/ }));
};

describe('why a post is labelled as it is', () => {
  it('is told only when asked for', async () => {
    await show();
    const button = await screen.findByRole('button', { name: 'Mengapa?' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByText('Dibaca sebagai')).toBeNull();
  });

  it('is told in words: type and its signs, offices, open places, languages, and the stance towards a claim', async () => {
    await show();
    const reading = await open('Mengapa?');
    const rows = reading.getAllByRole('definition').map((row) => row.textContent);
    expect(rows).toEqual([
      'Dibaca sebagai Keluhan keyakinan tinggimeminta tindakan: mohon, segera',
      'Dibaca sebagai Negatif keyakinan sedangTerhadap PDAM: Negatif keyakinan tinggi',
      'Gajah: belum pasti, bisa berartiGajah, Kabupaten DemakPedurungan, Kota Contoh',
      'Indonesia bercampur Jawa keyakinan tinggi',
      'Mirip periksa fakta, perlu dicek: Air Dicampur RacunDibaca sebagai menanyakan apakah klaim itu benar.Kata yang membuatnya mirip: air, beracun',
    ]);
    expect(rows.join(' ')).not.toMatch(/hoaks|hoax|[0-9]/i);
  });

  it('keeps the program’s reading beside an officer’s word', async () => {
    const { language, sentiment, postType, places: said } = analysis;
    const at = '2026-11-22T06:00:00.000Z';
    await show({
      analysis: { ...analysis, postType: { label: 'question', confidence: 1 } },
      corrections: {
        labels: [{ part: 'postType', label: 'question', at }],
        said: { language, sentiment, postType, places: said },
      },
    });
    const reading = await open('Mengapa?');
    expect(reading.getByText('Keluhan')).toBeTruthy();
    expect(reading.getByText('Petugas mengoreksinya menjadi Pertanyaan.')).toBeTruthy();
  });

  it('says that a place is not named in the text', async () => {
    const told = { start: text.length, end: text.length, codes: ['33.74.06'], confidence: 0.7 };
    await show({ analysis: { ...analysis, places: [told] } });
    const reading = await open('Mengapa?');
    expect(await reading.findByText('Pedurungan, Kota Contoh')).toBeTruthy();
    expect(reading.getByText(/^tidak disebut di teks:/)).toBeTruthy();
  });

  it('says what was not found, and that a type stayed open', async () => {
    const undecided = { label: 'undecided' as const, confidence: 0.3 };
    await show({ analysis: { ...analysis, places: [], hoaxMatch: null, postType: undecided } }, 'en');
    const reading = await open('Why?');
    expect(reading.getByText('Unclear: the signs are not strong enough for one type.')).toBeTruthy();
    expect(reading.getByText('No place was read.')).toBeTruthy();
    expect(reading.getByText('It resembles no stored fact-check.')).toBeTruthy();
  });
});

describe('the reading', () => {
  it('is sure in three steps', () => {
    expect([0, 0.54, 0.55, 0.79, 0.8, 1].map(howSure)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
    ]);
  });

  it('tells the same words once, in the order of the text', () => {
    const later = { ...gajah, start: 55, end: 60 };
    expect(mentionedPlaces(text, [later, gajah])).toEqual([
      { words: 'Gajah', codes: gajah.codes, confidence: 0.4 },
    ]);
  });
});
