import type { SignalCopies } from '@kentongan/contracts';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showScreen } from '../../archive/testing/show-screen.js';
import { Copies } from './copies.js';

afterEach(() => vi.unstubAllGlobals());

const copies: SignalCopies = {
  posts: 62,
  firstAt: '2026-11-22T05:00:00.000Z',
  lastAt: '2026-11-22T05:13:20.000Z',
  accounts: 58,
  distinctSources: 3,
  sources: [{ value: 'rss-uji', count: 62 }],
  firstPost: {
    postId: 'uji:1',
    createdAt: '2026-11-22T05:00:00.000Z',
    excerpt: '<b>Jembatan</b> ditutup besok',
  },
  rush: { minutes: 15, posts: 62, accounts: 58 },
  textKeys: ['teks-1', 'teks-2'],
};
const show = (given: Partial<SignalCopies> = {}, language: 'id' | 'en' = 'id') =>
  showScreen(() => <Copies copies={{ ...copies, ...given }} />, { address: '/arsip', language, answers: {} });
const sentence = async (words: RegExp) => (await screen.findByText(words)).textContent;

describe('the text that many posts pass on', () => {
  it('is one plain sentence about posts, with the first of them and the way to all', async () => {
    await show();
    expect(await sentence(/hampir sama/)).toBe(
      '62 unggahan memakai teks yang hampir sama dalam 14 menit, dari 58 akun, di 3 sumber; yang pertama 22 Nov 12.00 WIB:',
    );
    expect(screen.getByText('<b>Jembatan</b> ditutup besok')).toBeTruthy();
    const link = screen.getByRole('link', { name: /Lihat unggahan dengan teks ini/ });
    expect(link.getAttribute('href')).toContain('teks-1');
    expect(link.getAttribute('href')).toContain('teks-2');
  });

  it('says the same in English', async () => {
    await show({}, 'en');
    expect(await sentence(/almost the same/)).toMatch(
      /^62 posts use almost the same text within 14 minutes, by 58 accounts, in 3 sources; the first .*12/,
    );
  });

  it('tells the minutes in which most came where the whole took longer', async () => {
    await show({ lastAt: '2026-11-22T08:40:00.000Z', rush: { minutes: 15, posts: 41, accounts: 38 } });
    expect(await sentence(/hampir sama/)).toContain(
      'dalam 4 jam, dari 58 akun, di 3 sumber; 41 di antaranya dari 38 akun dalam 15 menit; yang pertama',
    );
  });

  it('says nothing of accounts or sources that nobody knows, and judges nobody', async () => {
    await show({ accounts: 0, distinctSources: 0, textKeys: [] });
    expect(await sentence(/hampir sama/)).toMatch(/dalam 14 menit; yang pertama/);
    expect(screen.queryByRole('link')).toBeNull();
    expect(document.body.textContent).not.toMatch(/hoaks|hoax|\bbot\b|buzzer|kampanye|terkoordinasi/i);
  });
});
