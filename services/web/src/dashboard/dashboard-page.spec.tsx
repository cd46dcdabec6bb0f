import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Answers, showScreen } from '../archive/testing/show-screen.js';
import { DashboardPage } from './dashboard-page.js';

afterEach(() => vi.unstubAllGlobals());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const hostile = '<img src=x onerror=alert(1)> *GAWAT* {{count}}';

const work = (issueId: string, more: object) => ({
  issueId,
  title: `Isu ${issueId}`,
  level: 'high',
  state: 'drafted',
  route: 'debunk',
  ownerName: 'Sari',
  agencyId: null,
  stateSince: minutesAgo(200),
  dueAt: null,
  ...more,
});
const few = { medianSeconds: 600, p90Seconds: 900, n: 3 };
const many = { medianSeconds: 3_900, p90Seconds: 7_200, n: 12 };

const overview = {
  from: minutesAgo(7 * 24 * 60),
  to: minutesAgo(0),
  rising: [],
  inWork: [
    work('a', { title: hostile, state: 'verifying', agencyId: 'dinkes', dueAt: minutesAgo(20.9) }),
    work('b', { dueAt: minutesAgo(-89.1) }),
  ],
  counts: { opened: 5, closed: 2, open: 2, late: 1 },
  before: { opened: 4, closed: 4 },
  responseTimes: {
    toAlert: many,
    toAcknowledge: few,
    toTriage: few,
    toPublish: { medianSeconds: null, p90Seconds: null, n: 0 },
    toClose: many,
  },
  routes: [],
};
const trends = {
  computedAt: minutesAgo(1),
  timeZone: 'Asia/Jakarta',
  days: [{ start: minutesAgo(300), posts: 400, positive: 100, neutral: 200, negative: 100, before: null }],
  subjects: [{ subject: 'water', posts: 30, before: 8 }],
  places: [{ place: '33.74.06', posts: 30, before: 8 }],
  cells: [{ subject: 'water', place: '33.74.06', posts: 30, before: 8 }],
};
const answers = {
  'GET /api/issues/overview': overview,
  'GET /api/archive/trends': trends,
  'GET /api/sources': [],
  'GET /api/regions/kota-contoh': { agencies: [{ agencyId: 'dinkes', name: 'Dinas Kesehatan' }] },
  'GET /api/places': [{ code: '33.74.06', name: 'Pedurungan', level: 'district', fullName: 'Pedurungan' }],
};
const show = (more: Answers = {}, language: 'id' | 'en' = 'id') =>
  showScreen(DashboardPage, {
    address: '/pantauan',
    answers: { ...answers, ...more },
    role: 'leader',
    language,
  });

describe('the dashboard', () => {
  it('begins with the sentence', async () => {
    await show();
    const sentence = await screen.findByText(/^Tidak ada isu yang naik, satu menunggu/);
    expect(sentence.textContent).toBe(
      'Tidak ada isu yang naik, satu menunggu Dinas Kesehatan sejak 3 jam, satu lewat batas waktu; 25 % unggahan 7 hari ini bernada negatif.',
    );
  });

  it('marks what is late, and nothing else', async () => {
    const { container } = await show();
    expect(await screen.findByText('terlambat 20 menit')).toBeTruthy();
    expect(screen.getByText('sisa 1 jam 29 menit')).toBeTruthy();
    expect(container.querySelectorAll('[role="img"][data-late="true"]')).toHaveLength(1);
  });

  it('shows a hostile title as text', async () => {
    const { container } = await show();
    expect(await screen.findByText(hostile)).toBeTruthy();
    expect(container.querySelector('img')).toBeNull();
  });

  it('leads from a figure to its posts', async () => {
    await show();
    const cell = await screen.findByRole('link', {
      name: 'Air bersih, Pedurungan: 30 unggahan, sebelumnya 8',
    });
    expect(cell.getAttribute('href')).toBe('/arsip?subject=water&place=33.74.06');
  });

  it('says when there are too few issues for a median, and shows none', async () => {
    await show();
    expect(await screen.findAllByText('baru 3 isu; median tampil mulai 5 isu')).toHaveLength(2);
    expect(screen.getAllByText('1 jam 5 menit')).toHaveLength(2);
    expect(screen.getByText('belum ada')).toBeTruthy();
  });

  it('draws a week before that nobody saw as unknown, not as zero', async () => {
    await show();
    const table = await screen.findByRole('table', { name: '' }).catch(() => null);
    const tables = table ? [table] : await screen.findAllByRole('table', { hidden: true });
    expect(tables.some((each) => within(each).queryByText('tidak diketahui') !== null)).toBe(true);
  });

  it('keeps the issues when the archive does not answer', async () => {
    const failure = Response.json(
      { error: { code: 'unavailable', message: { id: 'Arsip sedang tidak bisa dibuka.', en: '…' } } },
      { status: 500 },
    );
    await show({ 'GET /api/archive/trends': () => failure.clone() });
    expect(await screen.findByText('Arsip sedang tidak bisa dibuka.')).toBeTruthy();
    expect(screen.getByText('Isu b')).toBeTruthy();
  });

  it('says the same in English', async () => {
    await show({}, 'en');
    expect(
      await screen.findByText(/^No issue is rising, one has waited for Dinas Kesehatan for 3 hours/),
    ).toBeTruthy();
    expect(screen.getByText('20 minutes late')).toBeTruthy();
  });
});
