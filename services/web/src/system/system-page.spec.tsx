import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showScreen } from '../archive/testing/show-screen.js';
import { SystemPage } from './system-page.js';

afterEach(() => vi.unstubAllGlobals());

const source = (name: string, state: string, more: object = {}) => ({
  sourceId: name,
  name,
  url: null,
  state,
  since: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  lastPostAt: null,
  postsLastDay: 0,
  detail: '',
  ...more,
});
const system = {
  version: '0.1.0',
  uptimeSeconds: 7_200,
  eventLoopP99Milliseconds: 2,
  residentMegabytes: 300,
  database: { kind: 'embedded', bytes: 1_000_000 },
  disk: { freeBytes: 1e9, totalBytes: 2e11 },
  streams: [
    { name: 'posts.analyzed', groups: [{ group: 'detector', lag: 40_000 }], deadLetters: 12 },
    { name: 'posts.collected', groups: [{ group: 'analyzer', lag: 0 }], deadLetters: 0 },
  ],
  liveClients: 3,
  services: [],
};
const answers = {
  'GET /api/sources': [
    source('Radar', 'live'),
    source('<b>Kanal</b>', 'down', { url: 'javascript:alert(1)', detail: '404' }),
  ],
  'GET /api/system/state': system,
  'POST /api/system/redrive': { redriven: 12, passedOver: 0 },
};
const show = (role: 'admin' | 'officer') => showScreen(SystemPage, { address: '/sistem', answers, role });

describe('the system page', () => {
  it('shows sources with what to do, the ones that need somebody first', async () => {
    const { container } = await show('officer');
    const items = await screen.findAllByRole('listitem');
    expect(items[0]?.textContent).toContain('<b>Kanal</b>');
    expect(within(items[0] as HTMLElement).getByText('mati')).toBeTruthy();
    expect(items[0]?.textContent).toContain('Unggahan sumber lain tetap masuk.');
    expect(container.querySelector('a, b')).toBeNull();
  });

  it('asks for the machinery only for admins', async () => {
    const { asked } = await show('officer');
    await screen.findByText('Radar');
    expect(asked.some(({ url }) => url.pathname.startsWith('/api/system'))).toBe(false);
    expect(screen.queryByText('Aliran kerja')).toBeNull();
  });

  it('warns in words: the disk, and a worker that is far behind', async () => {
    await show('admin');
    expect(await screen.findAllByText('perlu tindakan')).toHaveLength(2);
    expect(screen.getByText(/Ruang hampir habis/)).toBeTruthy();
  });

  it('puts dead letters back only after asking', async () => {
    const { asked } = await show('admin');
    const posted = () => asked.filter(({ method }) => method === 'POST');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Proses ulang Unggahan selesai dianalisis' }),
    );
    const question = await screen.findByRole('dialog');
    expect(question.textContent).toContain('12 pesan yang gagal dikirim kembali ke antrean.');
    expect(posted()).toHaveLength(0);
    await userEvent.click(within(question).getByRole('button', { name: 'Proses ulang' }));
    await waitFor(() => expect(posted()[0]?.url.search).toBe('?stream=posts.analyzed'));
    expect(await screen.findByText('12 pesan dikirim kembali ke antrean.')).toBeTruthy();
  });
});
