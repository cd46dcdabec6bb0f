import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArchivePage } from './archive-page.js';
import { archiveAnswers, hitOf } from './testing/sample-answers.js';
import { type Answers, showScreen } from './testing/show-screen.js';

afterEach(() => vi.unstubAllGlobals());

const show = (answers: Answers, address = '/arsip') => showScreen(ArchivePage, { address, answers });

describe('the archive', () => {
  it('shows a hostile post as text and nothing else', async () => {
    const text = 'Banjir <img src=x onerror="alert(1)"> <script>alert(2)</script> {{name}} $t(title)';
    const { container } = await show(archiveAnswers([hitOf({ text, url: 'javascript:alert(3)' })]));
    const article = await screen.findByRole('article');
    expect(within(article).getByText('Banjir').tagName).toBe('MARK');
    expect(article.textContent).toContain(text);
    expect(container.querySelector('img, script, a[href^="javascript"]')).toBeNull();
  });

  it('says what a post resembles and never what it is', async () => {
    const hit = hitOf({ text: 'Air dicampur racun' });
    const hoaxMatch = { factId: 'fakta:1', level: 'same' as const, score: 1, matchedWords: [] };
    const analysis = { ...hit.post.analysis, hoaxMatch };
    const { container } = await show({
      ...archiveAnswers([{ ...hit, post: { ...hit.post, analysis } }]),
      'GET /api/facts/fakta%3A1': { fact: { factId: 'fakta:1', title: '[HOAKS] Air Dicampur Racun' } },
    });
    expect(await screen.findByText('mirip periksa fakta “Air Dicampur Racun”')).toBeTruthy();
    expect(container.textContent).not.toMatch(/hoaks|hoax/i);
  });

  it('puts a filter into the address and asks for it', async () => {
    const { address, asked } = await show(archiveAnswers([hitOf({ text: 'Banjir' })]));
    await userEvent.click(await screen.findByRole('checkbox', { name: /Negatif/ }));
    await waitFor(() => expect(address()).toBe('/arsip?sentiment=negative'));
    const searches = () => asked.filter(({ url }) => url.pathname === '/api/archive/search');
    await waitFor(() => expect(searches()).toHaveLength(2));
    expect(searches().map(({ url }) => url.searchParams.getAll('sentiment'))).toEqual([[], ['negative']]);
  });

  it('searches what the address holds, all of it', async () => {
    const address = '/arsip?q=%22banjir+rob%22&place=33.10&place=33.74.06&order=best&period=month';
    const { asked } = await show(archiveAnswers([]), address);
    await screen.findByText('Tidak ada yang cocok');
    const { searchParams } =
      asked.find(({ url }) => url.pathname === '/api/archive/search')?.url ?? new URL('x:');
    expect(searchParams.get('q')).toBe('"banjir rob"');
    expect(searchParams.getAll('place')).toEqual(['33.10', '33.74.06']);
    expect(searchParams.get('order')).toBe('best');
    expect(searchParams.get('from')).toMatch(/^\d{4}-/);
  });

  it('shows where a query cannot be read', async () => {
    const refusal = () =>
      Response.json(
        {
          error: {
            code: 'openQuote',
            message: { id: 'Tanda kutip ini tidak ditutup.', en: '…' },
            position: 4,
          },
        },
        { status: 400 },
      );
    const answers = { ...archiveAnswers([]), 'GET /api/archive/search': refusal };
    await show(answers, '/arsip?q=air+%22keruh');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Tanda kutip ini tidak ditutup.');
    expect(alert.textContent).toContain('air ▲"keruh');
  });

  it('proposes the nearest search that finds something, and only those', async () => {
    const count = (url: URL) => ({ count: url.searchParams.has('place') ? 0 : 7, isLowerBound: false });
    const answers = { ...archiveAnswers([]), 'GET /api/archive/count': count };
    const { address } = await show(answers, '/arsip?q=banjir&place=33.74.06');
    const proposal = await screen.findByRole('button', { name: /Tanpa saringan tempat/ });
    expect(screen.queryByRole('button', { name: /Di semua waktu/ })).toBeNull();
    await userEvent.click(proposal);
    await waitFor(() => expect(address()).toBe('/arsip?q=banjir'));
  });

  it('lets the keyboard choose a stretch of the chart', async () => {
    const { address } = await show(archiveAnswers([hitOf({ text: 'Banjir' })]));
    const chart = await screen.findByRole('slider');
    chart.focus();
    await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}');
    expect(chart.getAttribute('aria-valuetext')).toMatch(/^Terpilih .* sampai /);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(address()).toMatch(/^\/arsip\?from=.*&to=/));
  });

  it('opens the copies of a text', async () => {
    const answers = archiveAnswers([hitOf({ text: 'Air keruh di Pedurungan' }, 14)]);
    const { asked } = await show(answers);
    await userEvent.click(await screen.findByRole('button', { name: '+14 salinan' }));
    expect(await screen.findByRole('region', { name: 'Salinan teks ini' })).toBeTruthy();
    await waitFor(() =>
      expect(asked.some(({ url }) => url.searchParams.get('nearCopy') === 'teks-1')).toBe(true),
    );
  });

  it('speaks English as completely', async () => {
    const answers = archiveAnswers([hitOf({ text: 'Banjir' }, 1)]);
    await showScreen(ArchivePage, { address: '/arsip', answers, language: 'en' });
    expect(await screen.findByRole('button', { name: '+1 copy' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: '1 post' })).toBeTruthy();
  });
});
