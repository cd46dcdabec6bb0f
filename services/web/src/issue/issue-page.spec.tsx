import type { Clarification } from '@kentongan/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardOf, regionId } from '../testing/cards.js';
import { type Asked, showApp } from '../testing/show-app.js';

const text: Clarification['text'] = {
  headline: 'Air aman diminum',
  warningLabel: 'Belum terbukti',
  myth: 'Air beracun',
  whyWrong: '',
  alternativeExplanation: '',
  factAgain: '',
  citizenAction: '',
  verdict: null,
  misinformationType: null,
  agencyId: null,
  spokesperson: '',
  validUntil: null,
  language: 'id',
  variants: { whatsapp: '', instagram: '', x: '', pressRelease: '', runningText: '' },
};

const clarification = (given: Partial<Clarification> = {}): Clarification => ({
  issueId: 'a',
  version: 1,
  status: 'draft',
  text,
  evidence: [],
  supports: [{ field: 'whyWrong', kind: 'missing' }],
  openQuestions: [],
  problems: [{ rule: 'required', field: 'whyWrong', isBlocking: true }],
  author: null,
  approvals: [],
  publishedAt: null,
  updatedAt: '2026-11-22T05:00:00.000Z',
  ...given,
});

const view = (given: object = {}, moves: readonly string[] = ['close', 'note']) => ({
  card: cardOf('a', {
    title: 'Air keruh',
    state: 'drafted',
    route: 'debunk',
    owner: { userId: 'u1', name: 'Dewi' },
  }),
  timeline: [],
  fact: null,
  clarification: clarification(),
  postsSelection: { subject: ['water'] },
  allowedMoves: moves.map((move) => ({ move, needsReason: !['approve', 'wake'].includes(move) })),
  mergedFrom: [],
  similar: [],
  whatsapp: { id: 'Air keruh, sedang diperiksa.', en: 'Murky water, being checked.' },
  ...given,
});

const region = {
  regionId,
  name: 'Kota Contoh',
  mode: 'live',
  agencies: [{ agencyId: 'pdam', name: 'PDAM', subjects: [], placeCodes: [] }],
};
const message = { id: 'Draf ini baru saja diubah orang lain.', en: 'Somebody else changed this draft.' };
const at =
  (path: string) =>
  ({ path: asked }: { path: string }) =>
    asked === path;

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('the draft', () => {
  it('keeps what was typed when somebody else saved first, and shows theirs beside it', async () => {
    let stored = clarification();
    const saves: unknown[] = [];
    await showApp('/isu/a', (asked) => {
      if (at('/api/issues/a')(asked)) return view({ clarification: stored });
      if (at(`/api/regions/${regionId}`)(asked)) return region;
      if (asked.method !== 'PUT') return;
      saves.push(asked.body);
      if (saves.length > 1)
        return clarification({ version: 3, text: (asked.body as { text: typeof text }).text });
      stored = clarification({
        version: 2,
        text: { ...text, headline: 'Punya Sri', citizenAction: 'Telepon 112' },
      });
      return [409, { error: { code: 'staleVersion', message } }];
    });
    const headline = await screen.findByLabelText<HTMLTextAreaElement>('Judul fakta');
    await userEvent.clear(headline);
    await userEvent.type(headline, 'Punya saya');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan draf' }));

    expect(await screen.findByText(/Bagian ini diubah orang lain/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Judul fakta').value).toBe('Punya saya');
    expect(screen.getByText('Punya Sri')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Yang bisa dilakukan warga').value).toBe('Telepon 112');

    await userEvent.click(screen.getByRole('button', { name: 'Pertahankan tulisan saya' }));
    await userEvent.click(screen.getByRole('button', { name: 'Simpan draf' }));
    await waitFor(() => expect(saves.length).toBe(2));
    expect(saves[1]).toMatchObject({
      version: 2,
      text: { headline: 'Punya saya', citizenAction: 'Telepon 112' },
    });
  });

  it('is still there after the page was loaded anew', async () => {
    const server = (asked: Asked) =>
      at('/api/issues/a')(asked) ? view() : at(`/api/regions/${regionId}`)(asked) ? region : undefined;
    const { unmount } = await showApp('/isu/a', server);
    await userEvent.type(await screen.findByLabelText('Mengapa keliru'), 'Foto lama');
    unmount();
    await showApp('/isu/a', server);
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Mengapa keliru')).value).toBe('Foto lama');
  });

  it('says what a field rests on and which rule it breaks, in words', async () => {
    await showApp('/isu/a', (asked) => (at('/api/issues/a')(asked) ? view() : undefined));
    expect(await screen.findByText('belum ada dasarnya')).toBeTruthy();
    expect(screen.getByText('Wajib diisi sebelum terbit.')).toBeTruthy();
    expect(screen.getByText(/1 hal harus diperbaiki sebelum terbit/)).toBeTruthy();
  });
});

describe('a move', () => {
  it('keeps the dialog and its words when it was refused, and says what the issue has become', async () => {
    const sri = { userId: 'u2', name: 'Sri' };
    await showApp('/isu/a', (asked) => {
      if (at('/api/issues/a')(asked)) return view();
      if (asked.path.endsWith('/moves'))
        return [
          409,
          {
            error: {
              code: 'staleVersion',
              message,
              card: cardOf('a', { version: 2, state: 'approved', owner: sri }),
            },
          },
        ];
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Selesaikan' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/Alasan/), 'Percakapan sudah reda');
    await userEvent.click(dialog.getByRole('button', { name: 'Selesaikan' }));
    expect(await screen.findByText(/Sekarang: Disetujui, dipegang Sri/)).toBeTruthy();
    expect(dialog.getByLabelText<HTMLTextAreaElement>(/Alasan/).value).toBe('Percakapan sudah reda');
  });

  it('that bears a name asks once more', async () => {
    const { asked } = await showApp('/isu/a', (one) =>
      at('/api/issues/a')(one) ? view({}, ['approve']) : undefined,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Setujui' }));
    expect(await screen.findByText(/atas nama Anda/)).toBeTruthy();
    expect(asked.some(({ path }) => path.endsWith('/moves'))).toBe(false);
  });
});

describe('the session', () => {
  it('that ended leads to the login and back to the same page', async () => {
    let isSignedIn = true;
    const unauthorized = [401, { error: { code: 'unauthorized', message } }];
    const { router } = await showApp('/isu/a', ({ path }) => {
      if (path === '/api/setup') return { isSetUp: true };
      if (!isSignedIn) return unauthorized;
      return path === '/api/issues/a' ? view({}, ['wake']) : undefined;
    });
    const button = await screen.findByRole('button', { name: 'Aktifkan lagi' });
    isSignedIn = false;
    await userEvent.click(button);
    await waitFor(() => expect(router.state.location.pathname).toBe('/masuk'));
    expect(router.state.location.search).toEqual({ kembali: '/isu/a' });
  });
});
