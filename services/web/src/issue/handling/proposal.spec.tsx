import type { Clarification, DraftProposal } from '@kentongan/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardOf, regionId } from '../../testing/cards.js';
import { type Asked, showApp } from '../../testing/show-app.js';

const text: Clarification['text'] = {
  headline: 'Air aman diminum',
  warningLabel: '',
  myth: 'Air beracun',
  whyWrong: '',
  alternativeExplanation: '',
  factAgain: '',
  citizenAction: 'Telepon 112',
  verdict: null,
  misinformationType: null,
  agencyId: null,
  spokesperson: '',
  validUntil: null,
  language: 'id',
  variants: { whatsapp: '', instagram: '', x: '', pressRelease: '', runningText: '' },
};
const view = {
  card: cardOf('a', { title: 'Air keruh', state: 'drafted', route: 'debunk' }),
  timeline: [],
  fact: null,
  clarification: {
    issueId: 'a',
    version: 1,
    status: 'draft',
    text,
    evidence: [],
    supports: [],
    openQuestions: [],
    problems: [],
    author: null,
    approvals: [],
    publishedAt: null,
    updatedAt: '2026-11-22T05:00:00.000Z',
  },
  postsSelection: {},
  allowedMoves: [],
  mergedFrom: [],
  similar: [],
  whatsapp: { id: 'Air keruh.', en: 'Murky water.' },
};
const region = {
  regionId,
  name: 'Kota Contoh',
  mode: 'live',
  agencies: [{ agencyId: 'pdam', name: 'PDAM', subjects: [], placeCodes: [] }],
};
const proposal = (given: Partial<DraftProposal> = {}): DraftProposal => ({
  drafter: 'endpoint',
  fallback: null,
  text: {
    ...text,
    headline: 'Air PDAM layak minum',
    whyWrong: 'Pipa dikuras pagi ini.',
    citizenAction: '',
    agencyId: 'pdam',
    variants: { ...text.variants, x: 'Air PDAM layak minum.' },
  },
  supports: [{ field: 'whyWrong', kind: 'evidence', reference: 'b1' }],
  openQuestions: [],
  problems: [],
  sentences: [
    { field: 'whyWrong', text: 'Airnya kelas satu.', restsOn: [], problem: 'notInSource' },
    { field: 'whyWrong', text: '', restsOn: [], problem: 'foreignLink' },
  ],
  ...given,
});
const path = '/api/issues/a/clarification/proposal';
const show = (answer: unknown) =>
  showApp('/isu/a', (asked: Asked) => {
    if (asked.path === '/api/issues/a') return view;
    if (asked.path === `/api/regions/${regionId}`) return region;
    if (asked.path === path) return answer;
  });
const field = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label);
const ask = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Usulkan naskah' }));
  return within(await screen.findByRole('region', { name: 'Usulan naskah' }));
};

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('a proposed draft', () => {
  it('stands beside what was written and changes nothing until a part is taken; taking can be undone', async () => {
    const { asked } = await show(proposal());
    await userEvent.type(await screen.findByLabelText('Yang bisa dilakukan warga'), ' sekarang');
    const shown = await ask();
    expect(shown.getByText('4 bagian berbeda dari yang tertulis.')).toBeTruthy();
    expect(shown.getByText('Air aman diminum')).toBeTruthy();
    expect(field('Judul fakta').value).toBe('Air aman diminum');

    const take = shown.getByRole('button', { name: /^Pakai usulan ini.*Judul fakta/ });
    take.focus();
    await userEvent.keyboard('{Enter}');
    expect(field('Judul fakta').value).toBe('Air PDAM layak minum');
    expect(field('Mengapa keliru').value).toBe('');
    expect(document.activeElement).toBe(take);

    await userEvent.keyboard('{Enter}');
    expect(field('Judul fakta').value).toBe('Air aman diminum');
    expect(field('Yang bisa dilakukan warga').value).toBe('Telepon 112 sekarang');
    expect(asked.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('is taken whole and put back whole, but never over what was typed afterwards', async () => {
    await show(proposal());
    const shown = await ask();
    await userEvent.click(shown.getByRole('button', { name: 'Pakai semua (4)' }));
    expect(field('OPD penanggung jawab').value).toBe('pdam');
    expect(field('X').value).toBe('Air PDAM layak minum.');
    expect(field('Yang bisa dilakukan warga').value).toBe('Telepon 112');
    await userEvent.type(field('Mengapa keliru'), ' Sudah jernih.');
    await userEvent.click(shown.getByRole('button', { name: 'Pakai semua (1)' }));
    expect(field('Mengapa keliru').value).toBe('Pipa dikuras pagi ini.');
    await userEvent.click(shown.getByRole('button', { name: 'Kembalikan semua' }));
    expect(field('Mengapa keliru').value).toBe('Pipa dikuras pagi ini. Sudah jernih.');
    expect(field('Judul fakta').value).toBe('Air aman diminum');
    expect(field('OPD penanggung jawab').value).toBe('');
  });

  it('says what the model said that was not used, and why', async () => {
    await show(proposal());
    const shown = await ask();
    expect(shown.getByText(/Disusun model bahasa/)).toBeTruthy();
    expect(shown.getByText('Airnya kelas satu.')).toBeTruthy();
    expect(shown.getByText('Mengapa keliru: memuat tautan di luar daftar yang diizinkan')).toBeTruthy();
  });

  it('says plainly that the words are the template’s, and why', async () => {
    await show(proposal({ drafter: 'template', fallback: 'off', text, sentences: [] }));
    const shown = await ask();
    expect(shown.getByText('Kalimatnya dari templat: server ini tidak memakai model bahasa.')).toBeTruthy();
    expect(shown.getByText('Usulannya sama dengan yang sudah tertulis.')).toBeTruthy();
    expect(shown.queryByRole('button', { name: /^Pakai/ })).toBeNull();
    await userEvent.click(shown.getByRole('button', { name: 'Tutup usulan' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Usulkan naskah' }));
  });

  it('that failed says so and leaves the draft alone', async () => {
    const message = { id: 'Isu ini sedang digabung.', en: '…' };
    await show([409, { error: { code: 'conflict', message } }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Usulkan naskah' }));
    expect((await screen.findByText('Isu ini sedang digabung.')).getAttribute('role')).toBe('alert');
    await waitFor(() => expect(field('Judul fakta').value).toBe('Air aman diminum'));
  });
});
