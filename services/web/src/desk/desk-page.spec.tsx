import type { MoveBody } from '@kentongan/contracts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardOf, signalOf } from '../testing/cards.js';
import { type Asked, listOf, offline, sendLive, showApp } from '../testing/show-app.js';

const cards = () => [cardOf('a', { title: 'Air keruh' }), cardOf('b', { title: 'Lampu padam' }), cardOf('c')];
const titles = () =>
  screen.getAllByRole('article').map((each) => within(each).getByRole('heading').textContent);
const movesOf = (asked: readonly Asked[]) =>
  asked.filter(({ path }) => path.endsWith('/moves')).map(({ path, body }) => [path.split('/')[3], body]);
const viewOf = (issueId: string, version: number, more: object = {}) => ({
  card: cardOf(issueId, { version, ...more }),
});

afterEach(() => vi.unstubAllGlobals());

async function dismiss(title: string, reason: string) {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`Sisihkan isu: ${title}`) }));
  await userEvent.click(await screen.findByRole('menuitem', { name: reason }));
}

describe('putting an issue away', () => {
  it('takes it off the list before the server answers, and undo brings it back to its place', async () => {
    let answered = () => {};
    const waiting = new Promise<void>((done) => {
      answered = done;
    });
    const { asked } = await showApp('/', ({ path, body }) => {
      if (path === '/api/issues') return listOf(...cards());
      const move = (body as MoveBody | null)?.move;
      if (move === 'dismiss') return viewOf('b', 2, { title: 'Lampu padam', state: 'closed' });
      if (move === 'undoDismiss') return viewOf('b', 3, { title: 'Lampu padam' });
    });
    await screen.findByText('Lampu padam');
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', async (request: Request) => {
      if (request.url.endsWith('/moves')) await waiting;
      return real(request);
    });
    await dismiss('Lampu padam', 'Bukan isu');
    expect(titles()).toEqual(['Air keruh', 'Isu c']);
    expect(movesOf(asked)).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: /Urungkan/ }));
    await act(async () => answered());
    await waitFor(() => expect(titles()).toEqual(['Air keruh', 'Lampu padam', 'Isu c']));
    expect(movesOf(asked)).toEqual([
      ['b', { move: 'dismiss', version: 1, dismissReason: 'notAnIssue' }],
      ['b', { move: 'undoDismiss', version: 2 }],
    ]);
  });

  it('brings the card back and says why when the server refuses', async () => {
    const message = { id: 'Sudah ditriase Sri.', en: 'Triaged by Sri.' };
    await showApp('/', ({ path }) => {
      if (path === '/api/issues') return listOf(...cards());
      if (path.endsWith('/moves'))
        return [
          409,
          {
            error: { code: 'illegalMove', message, card: cardOf('b', { version: 4, title: 'Lampu padam' }) },
          },
        ];
    });
    await dismiss('Lampu padam', 'Sudah dijawab');
    expect(await screen.findByText('Sudah ditriase Sri.')).toBeTruthy();
    expect(titles()).toEqual(['Air keruh', 'Lampu padam', 'Isu c']);
    expect(screen.queryByRole('button', { name: /Urungkan/ })).toBeNull();
  });
});

describe('the list under the eyes', () => {
  it('does not move when an issue arrives; the bar says so and lays it out anew', async () => {
    const open = cards();
    await showApp('/', ({ path }) => (path === '/api/issues' ? listOf(...open) : undefined));
    await screen.findByText('Air keruh');
    const first = cardOf('new', {
      title: 'Tanggul jebol',
      priority: { score: 90, level: 'critical', parts: [] },
    });
    act(() => sendLive({ type: 'issue', change: 'opened', card: first } as { type: string }));
    expect(await screen.findByText('1 baru')).toBeTruthy();
    expect(titles()).toEqual(['Air keruh', 'Lampu padam', 'Isu c']);
    await userEvent.click(screen.getByRole('button', { name: /1 baru/ }));
    expect(titles()).toEqual(['Tanggul jebol', 'Air keruh', 'Lampu padam', 'Isu c']);
  });

  it('keeps the place of a card that somebody else closed', async () => {
    await showApp('/', ({ path }) => (path === '/api/issues' ? listOf(...cards()) : undefined));
    await screen.findByText('Air keruh');
    const closed = cardOf('a', { title: 'Air keruh', version: 2, state: 'closed' });
    act(() => sendLive({ type: 'issue', change: 'closed', card: closed } as { type: string }));
    expect(await screen.findByText(/sudah keluar dari daftar ini/)).toBeTruthy();
    expect(titles()).toEqual(['Lampu padam', 'Isu c']);
  });
});

describe('without a connection', () => {
  it('a decision is kept, said so, and sent when the server is back', async () => {
    let isDown = false;
    const { asked } = await showApp('/', ({ path }) => {
      if (isDown) return offline;
      if (path === '/api/issues') return listOf(...cards());
      if (path.endsWith('/moves')) return viewOf('a', 2, { owner: { userId: 'u1', name: 'Dewi' } });
    });
    await screen.findByText('Air keruh');
    isDown = true;
    const card = screen.getAllByRole('article')[0];
    if (!card) throw new Error('no card');
    await userEvent.click(within(card).getByRole('button', { name: 'Ambil' }));
    expect(await screen.findByText(/Tidak tersambung\. Yang tampil adalah data pukul/)).toBeTruthy();
    expect(screen.getByText(/1 tindakan menunggu/)).toBeTruthy();
    expect(within(card).getByText('Dewi')).toBeTruthy();
    expect(localStorage.getItem('kentongan:queue')).toContain('"issueId":"a"');

    isDown = false;
    await act(async () => {
      window.dispatchEvent(new Event('online'));
    });
    await waitFor(() => expect(screen.queryByText(/Tidak tersambung/)).toBeNull());
    await waitFor(() => expect(localStorage.getItem('kentongan:queue')).toBe('[]'));
    expect(movesOf(asked).at(-1)).toEqual(['a', { move: 'acknowledge', version: 1 }]);
  });
});

describe('what strangers wrote', () => {
  const hostile =
    '<img src=x onerror="window.hacked=1"> \u202Egnirts desrever <script>window.hacked=1</script>';

  it('is shown as text', async () => {
    const signal = signalOf({
      tippingPost: { postId: 'x', createdAt: '2026-11-22T05:00:00.000Z', excerpt: hostile },
    });
    await showApp('/', ({ path }) =>
      path === '/api/issues'
        ? listOf(cardOf('a', { title: hostile, factTitle: hostile, signal }))
        : undefined,
    );
    const heading = await screen.findByRole('heading', { level: 2 });
    expect(heading.textContent).toBe(hostile);
    expect(document.querySelector('main img, main script')).toBeNull();
    expect(heading.querySelector('bdi')).not.toBeNull();
    expect((window as { hacked?: number }).hacked).toBeUndefined();
  });
});

describe('the keyboard', () => {
  it('moves with j and k and takes with a, but not while somebody types', async () => {
    const { asked } = await showApp('/', ({ path }) => {
      if (path === '/api/issues') return listOf(...cards());
      if (path.endsWith('/moves')) return viewOf('b', 2);
    });
    await screen.findByText('Air keruh');
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j' });
    expect(document.activeElement?.textContent).toBe('Lampu padam');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'a' });
    await waitFor(() => expect(movesOf(asked)).toEqual([['b', { move: 'acknowledge', version: 1 }]]));
    const search = screen.getByRole('searchbox');
    fireEvent.keyDown(search, { key: 'k' });
    expect(movesOf(asked).length).toBe(1);
  });
});

describe('states of the desk', () => {
  it('says that the norm is still learning, and how far', async () => {
    const signal = signalOf({ norm: null, normLearning: true, normDays: 9.4 });
    await showApp('/', ({ path }) => (path === '/api/issues' ? listOf(cardOf('a', { signal })) : undefined));
    expect(await screen.findByText(/norma masih belajar, 9 dari 14 hari/)).toBeTruthy();
  });

  it('offers the one next step when nothing is open', async () => {
    await showApp('/', () => undefined);
    expect(await screen.findByText('Tenang. Tidak ada isu terbuka.')).toBeTruthy();
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Cek teks' })).toBeTruthy();
  });

  it('tells what went wrong in the words of the server, with a way to try again', async () => {
    const message = { id: 'Basis data sedang dimulai ulang.', en: 'The database restarts.' };
    await showApp('/', ({ path }) =>
      path === '/api/issues' ? [500, { error: { code: 'x', message } }] : undefined,
    );
    expect(await screen.findByText(message.id)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy();
  });
});
