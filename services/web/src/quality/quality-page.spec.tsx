import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answers, showScreen } from '../archive/testing/show-screen.js';
import { QualityPage } from './quality-page.js';

afterEach(() => vi.unstubAllGlobals());

const start = '2026-11-22T17:00:00.000Z';
const quality = {
  timeZone: 'Asia/Jakarta',
  weeks: [
    {
      start,
      corrections: [
        { part: 'agency', count: 1 },
        { part: 'sentiment', count: 4 },
      ],
      issuesWithAgency: 8,
    },
  ],
  changes: [
    { part: 'sentiment', said: 'neutral', label: 'negative', count: 4 },
    { part: 'agency', said: 'pdam', label: 'dinkes', count: 1 },
  ],
};
const answers = {
  'GET /api/corrections/quality': quality,
  'GET /api/archive/histogram': {
    timeZone: 'Asia/Jakarta',
    unit: 'week',
    buckets: [{ start, count: 2_000 }],
    countedSince: null,
  },
  'GET /api/regions/kota-contoh': {
    agencies: [
      { agencyId: 'dinkes', name: 'Dinas Kesehatan' },
      { agencyId: 'pdam', name: 'PDAM' },
    ],
  },
};
const show = (more: Answers = {}, language: 'id' | 'en' = 'id') =>
  showScreen(QualityPage, { address: '/mutu', answers: { ...answers, ...more }, role: 'leader', language });

describe('the quality page', () => {
  it('counts corrections of each part against what there was to correct', async () => {
    await show();
    expect(await screen.findByText('2 per 1.000 · n = 2.000 unggahan')).toBeTruthy();
    expect(screen.getByText(/^13 % · n = 8 isu/)).toBeTruthy();
    expect(screen.getByText('5 koreksi berlaku.')).toBeTruthy();
  });

  it('says what is changed into what, agencies by name', async () => {
    const { container } = await show();
    await screen.findByText('4 kali');
    expect(container.querySelector('ol')?.textContent).toContain('Netral →menjadi Negatif');
    expect(await screen.findByText('Dinas Kesehatan')).toBeTruthy();
  });

  it('without corrections says where one is made, and still shows the models', async () => {
    const weeks = [{ start, corrections: [], issuesWithAgency: 0 }];
    await show({ 'GET /api/corrections/quality': { ...quality, weeks, changes: [] } });
    expect(await screen.findByText('Belum ada koreksi.')).toBeTruthy();
    expect(screen.getAllByText('Diketahui keliru:')).toHaveLength(6);
  });

  it('keeps the corrections when the archive does not answer, and names no rate', async () => {
    await show({ 'GET /api/archive/histogram': () => Response.json({}, { status: 500 }) });
    expect(await screen.findByText(/Arsip tidak menjawab/)).toBeTruthy();
    expect(screen.getByText('4 koreksi')).toBeTruthy();
    expect(screen.queryByText(/per 1\.000/)).toBeNull();
  });

  it('says what went wrong in the reader’s language', async () => {
    const refusal = { error: { code: 'busy', message: { id: '…', en: 'Please try again.' } } };
    await show({ 'GET /api/corrections/quality': () => Response.json(refusal, { status: 500 }) }, 'en');
    expect(await screen.findByText('Please try again.')).toBeTruthy();
    expect(screen.getByText('Models in use')).toBeTruthy();
  });
});
