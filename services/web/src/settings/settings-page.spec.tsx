import type { RegionView } from '@kentongan/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { regionId } from '../testing/cards.js';
import { type Asked, showApp } from '../testing/show-app.js';

const places = [
  {
    code: '33.74.08',
    name: 'Semarang Selatan',
    level: 'district',
    fullName: 'Semarang Selatan, Kota Semarang',
  },
  { code: '33.74.10', name: 'Tembalang', level: 'district', fullName: 'Tembalang, Kota Semarang' },
  {
    code: '33.74.10.1001',
    name: 'Tembalang',
    level: 'village',
    fullName: 'Tembalang, Tembalang, Kota Semarang',
  },
];
const region: RegionView = {
  regionId,
  name: 'Kota Contoh',
  mode: 'live',
  timeZone: 'Asia/Jakarta',
  placeRoots: ['33.74'],
  watchRules: [],
  feeds: [{ sourceId: 'warta', url: 'https://warta.example/rss', name: 'Warta', pollSeconds: 300 }],
  pressHosts: ['koran.example'],
  agencies: [],
  ownPlaces: [{ name: 'Tugu Muda', placeCode: '33.74.08' }],
  dutyOfficers: [],
  isConfiguredByFile: false,
};

async function show(section: string, given: Partial<RegionView> = {}) {
  let stored: RegionView = { ...region, ...given };
  const saves: RegionView[] = [];
  const shown = await showApp(`/pengaturan?bagian=${section}`, ({ method, path, search, body }: Asked) => {
    if (path === '/api/users') return [];
    if (path === '/api/places') return lookedUp(search);
    if (path !== `/api/regions/${regionId}`) return;
    if (method === 'PUT') {
      stored = { ...(body as RegionView), isConfiguredByFile: false };
      saves.push(stored);
    }
    return stored;
  });
  return { ...shown, saves };
}

function lookedUp(search: URLSearchParams) {
  const codes = search.get('codes')?.split(',');
  if (codes) return places.filter(({ code }) => codes.includes(code));
  return places.filter(({ name }) => name.toLowerCase().includes(search.get('q')?.toLowerCase() ?? ''));
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const save = () => press('Simpan');

afterEach(() => vi.unstubAllGlobals());

describe('sites', () => {
  it('are kept by their host, whatever link is pasted', async () => {
    const { saves } = await show('hosts');
    const part = within(await screen.findByRole('region', { name: 'Tautan dalam klarifikasi' }));
    await userEvent.type(part.getByLabelText('Tautan atau alamat situs'), 'https://www.kota.go.id/berita/1');
    expect(part.getByText('Disimpan sebagai kota.go.id, termasuk alamat di bawahnya.')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    await save();
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toMatchObject({ pressHosts: ['koran.example'], linkHosts: ['kota.go.id'] });
    expect(saves[0]?.ownPlaces).toEqual(region.ownPlaces);
  });

  it('that would make everything news are refused, with what to do', async () => {
    await show('hosts');
    const part = within(await screen.findByRole('region', { name: 'Media pers' }));
    await userEvent.type(
      part.getByLabelText('Tautan atau alamat situs'),
      'https://facebook.com/korankita{Enter}',
    );
    expect(part.getByText(/Siapa saja bisa menulis di facebook.com/)).toBeTruthy();
    expect(part.queryByText('facebook.com')).toBeNull();
  });

  it('can be put back after they were removed', async () => {
    const { saves } = await show('hosts');
    await press('Hapus koran.example');
    expect(screen.queryByText('koran.example')).toBeNull();
    await press(/Urungkan/);
    expect(await screen.findByText('koran.example')).toBeTruthy();
    expect(saves).toEqual([]);
  });
});

describe('what is not saved', () => {
  it('is asked about before another section is opened, and stays when told so', async () => {
    const { router } = await show('hosts');
    await press('Hapus koran.example');
    await userEvent.click(screen.getByRole('tab', { name: 'OPD' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Perubahan belum disimpan' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Tetap di sini' }));
    expect(router.state.location.search).toEqual({ bagian: 'hosts' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.click(screen.getByRole('tab', { name: 'OPD' }));
    await press('Pindah tanpa menyimpan');
    await waitFor(() => expect(router.state.location.search).toEqual({ bagian: 'agencies' }));
    // What cannot be undone any more is not offered.
    await waitFor(() => expect(screen.queryByRole('button', { name: /Urungkan/ })).toBeNull());
  });

  it('is nothing after it was saved or thrown away', async () => {
    const { router } = await show('hosts');
    await press('Hapus koran.example');
    await press('Buang');
    expect(screen.getByText('koran.example')).toBeTruthy();
    await userEvent.click(screen.getByRole('tab', { name: 'OPD' }));
    await waitFor(() => expect(router.state.location.search).toEqual({ bagian: 'agencies' }));
  });
});

describe('local places', () => {
  it('are added by name and location, edited, removed and put back', async () => {
    const { saves } = await show('places');
    expect(await screen.findByText('Semarang Selatan, Kota Semarang')).toBeTruthy();
    await press('Tambah tempat');
    const dialog = within(await screen.findByRole('dialog', { name: 'Tambah tempat' }));
    await userEvent.type(dialog.getByLabelText('Nama yang dipakai warga'), 'tugu muda');
    await userEvent.click(dialog.getByRole('button', { name: 'Masukkan ke daftar' }));
    expect(dialog.getByText(/“Tugu Muda” sudah ada di daftar, di Semarang Selatan/)).toBeTruthy();
    expect(dialog.getByRole('alert').textContent).toMatch(/Belum dipilih/);
    await userEvent.type(dialog.getByLabelText('Nama yang dipakai warga'), ' baru');
    await userEvent.type(dialog.getByLabelText('Cari tempat'), 'Tembalang');
    await userEvent.click(await dialog.findByRole('button', { name: /^Tembalang, Kota Semarang/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Masukkan ke daftar' }));
    await press('Hapus Tugu Muda');
    await press(/Urungkan/);
    await save();
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.ownPlaces).toEqual([
      { name: 'Tugu Muda', placeCode: '33.74.08' },
      { name: 'tugu muda baru', placeCode: '33.74.10' },
    ]);
  }, 40_000);

  it('are pasted as a list; what may mean two places is asked, once', async () => {
    const { saves } = await show('places');
    await press('Tempel daftar');
    const dialog = within(await screen.findByRole('dialog', { name: 'Tempel daftar tempat' }));
    const list =
      'Widya Puraya;Tembalang\nPatung Kuda;Tembalang\nTugu Muda;Kec. Tembalang\nHalte;Atlantis\nrusak';
    await userEvent.click(dialog.getByLabelText('Satu tempat per baris: nama;letak'));
    await userEvent.paste(list);
    expect(dialog.getByText(/Baris ini belum bisa dibaca: 5/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Cari letak 4 baris' }));
    const open = await dialog.findByLabelText(
      '“Tembalang” bisa berarti beberapa tempat (2 baris). Yang mana?',
    );
    expect(dialog.getByText('Atlantis')).toBeTruthy();
    expect(dialog.getByText('1 nama sudah ada di daftar; letaknya diganti.')).toBeTruthy();
    expect(dialog.getByText('3 baris dilewati.')).toBeTruthy();
    await userEvent.selectOptions(open, '33.74.10.1001');
    await userEvent.click(dialog.getByRole('button', { name: 'Masukkan 3 tempat' }));
    await save();
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.ownPlaces).toEqual([
      { name: 'Patung Kuda', placeCode: '33.74.10.1001' },
      { name: 'Tugu Muda', placeCode: '33.74.10' },
      { name: 'Widya Puraya', placeCode: '33.74.10.1001' },
    ]);
  }, 40_000);

  it('stay usable when there are two thousand', async () => {
    const ownPlaces = Array.from({ length: 2_000 }, (_, n) => ({
      name: `Gang Mawar ${n}`,
      placeCode: '33.74.10',
    }));
    await show('places', { ownPlaces });
    expect(await screen.findByText('2.000 tempat')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Ubah / })).toHaveLength(50);
    expect(screen.getByText(/paling banyak 2.000 tempat/)).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox'), 'mawar 1999');
    expect(await screen.findByText('1 dari 2.000 tempat')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Ubah / })).toHaveLength(1);
    await userEvent.clear(screen.getByRole('searchbox'));
    await press('Tampilkan 50 lagi');
    expect(screen.getAllByRole('button', { name: /^Ubah / })).toHaveLength(100);
  }, 40_000);
});

describe('a source', () => {
  it('is given a home place, which can be taken back', async () => {
    const { saves } = await show('feeds');
    await press('Tempat asal Warta');
    const dialog = within(await screen.findByRole('dialog', { name: 'Tempat asal Warta' }));
    await userEvent.type(dialog.getByLabelText('Cari tempat'), 'Selatan');
    await userEvent.click(await dialog.findByRole('button', { name: /^Semarang Selatan/ }));
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]?.feeds[0]?.placeCode).toBe('33.74.08');
    expect(await screen.findByText('Asal: Semarang Selatan, Kota Semarang')).toBeTruthy();
    await press('Tempat asal Warta');
    await press('Kosongkan');
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]?.feeds[0]).not.toHaveProperty('placeCode');
  }, 40_000);
});
