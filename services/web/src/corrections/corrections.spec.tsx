import type { ArchiveHit } from '@kentongan/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArchivePage } from '../archive/archive-page.js';
import { archiveAnswers, hitOf } from '../archive/testing/sample-answers.js';
import { type Answers, showScreen } from '../archive/testing/show-screen.js';

afterEach(() => vi.unstubAllGlobals());

const text = 'Jalan Gajah rusak lagi';
const places = [{ start: 6, end: 11, codes: ['33.21.07', '33.74.06'], confidence: 0.4 }];
const hit = hitOf({ text });
const open: ArchiveHit = { ...hit, post: { ...hit.post, analysis: { ...hit.post.analysis, places } } };
const answered = { postId: open.post.postId, label: {}, isUndone: false, isChanged: true };

const show = (more: Answers = {}, role: 'officer' | 'auditor' = 'officer') =>
  showScreen(ArchivePage, {
    address: '/arsip',
    role,
    answers: {
      ...archiveAnswers([open]),
      'POST /api/corrections': answered,
      'POST /api/corrections/undo': { ...answered, isUndone: true },
      ...more,
    },
  });

async function openDialog() {
  await userEvent.click(await screen.findByRole('button', { name: 'Koreksi' }));
  return within(await screen.findByRole('dialog'));
}

describe('correcting a post', () => {
  it('shows the officer’s label at once, says whose it is, and takes it back in one tap', async () => {
    const { asked } = await show();
    const dialog = await openDialog();
    await userEvent.selectOptions(dialog.getByLabelText('Sentimen'), 'positive');
    expect(await screen.findByText('Dikoreksi petugas: Sentimen')).toBeTruthy();
    expect(dialog.getByText('Program: Negatif')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Urungkan' }));
    await waitFor(() => expect(screen.queryByText('Dikoreksi petugas: Sentimen')).toBeNull());
    expect((dialog.getByLabelText('Sentimen') as HTMLSelectElement).value).toBe('negative');
    const sent = asked.filter(({ method }) => method === 'POST').map(({ url }) => url.pathname);
    expect(sent).toEqual(['/api/corrections', '/api/corrections/undo']);
  });

  it('goes back and says why when the server refuses', async () => {
    const refusal = { error: { code: 'unavailable', message: { id: 'Meja sedang penuh.', en: '…' } } };
    await show({ 'POST /api/corrections': () => Response.json(refusal, { status: 500 }) });
    const dialog = await openDialog();
    await userEvent.selectOptions(dialog.getByLabelText('Jenis unggahan'), 'news');
    expect(await screen.findByText('Meja sedang penuh.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByText(/Dikoreksi petugas/)).toBeNull());
    expect((dialog.getByLabelText('Jenis unggahan') as HTMLSelectElement).value).toBe('complaint');
  });

  it('chooses among the places that the words may mean, and says that they are none', async () => {
    await show();
    const dialog = await openDialog();
    const choice = () => dialog.getByLabelText('“gajah”') as HTMLSelectElement;
    await userEvent.selectOptions(choice(), '33.74.06');
    expect(await screen.findByText('Dikoreksi petugas: Tempat')).toBeTruthy();
    expect(choice().value).toBe('33.74.06');
    await userEvent.selectOptions(choice(), 'none');
    expect(choice().value).toBe('none');
    expect(dialog.getByText('Program: 33.21.07')).toBeTruthy();
  });

  it('says that a label follows an officer’s word on a similar post', async () => {
    const analysis = { ...open.post.analysis, learned: ['postType' as const] };
    await show(archiveAnswers([{ ...open, post: { ...open.post, analysis } }]));
    expect(
      await screen.findByText('Mengikuti koreksi petugas pada unggahan serupa: Jenis unggahan'),
    ).toBeTruthy();
  });

  it('is not for those who only look', async () => {
    await show({}, 'auditor');
    await screen.findByRole('article');
    expect(screen.queryByRole('button', { name: 'Koreksi' })).toBeNull();
  });
});
