import type { Route } from '@kentongan/contracts';
import type { EventKind } from '../city/events/event-kinds.js';

interface DemoTexts {
  readonly opening: string;
  readonly ready: (seconds: string) => string;
  readonly history: (posts: string, days: number) => string;
  readonly day: (posts: string) => string;
  readonly alert: string;
  readonly seen: (posts: string, minutes: string, wall: string) => string;
  readonly background: string;
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly columns: readonly [string, string, string, string, string];
  readonly routes: Readonly<Record<Route | 'undecided', string>>;
  readonly notHeard: string;
  readonly users: (address: string, password: string) => string;
  readonly stop: string;
  readonly stopped: string;
}

/** What the demo says, as a Humas officer would, and in English. */
export const demoTexts: Readonly<Record<'id' | 'en', DemoTexts>> = {
  id: {
    opening:
      'SIMULASI · kota, orang, media, dinas, dan peristiwa di bawah ini rekaan; hanya nama tempat yang nyata.',
    ready: (seconds) => `Meja isu siap dalam ${seconds} detik.`,
    history: (posts, days) => `Riwayat ${days} hari tenang (${posts} unggahan) …`,
    day: (posts) => `Satu hari ramai (${posts} unggahan) …`,
    alert: 'Peringatan',
    seen: (posts, minutes, wall) =>
      `${posts} unggahan, ${minutes} menit sejak unggahan pertama; ${wall} detik sejak unggahan pemicu diterima`,
    background: 'percakapan biasa',
    kinds: {
      hoax: 'mirip periksa fakta',
      rumour: 'kabar baru',
      complaint: 'pengaduan',
      criticism: 'kritik',
      press: 'berita',
    },
    columns: ['Peristiwa', 'Unggahan pertama', 'Peringatan', 'Unggahan saat itu', 'Saran jalur'],
    routes: {
      ignore: 'abaikan',
      watch: 'pantau',
      prebunk: 'isi kekosongan',
      debunk: 'klarifikasi',
      complaint: 'pengaduan',
      criticism: 'kritik',
      journalism: 'karya jurnalistik',
      undecided: 'perlu dilihat petugas',
    },
    notHeard: 'belum',
    users: (address, password) =>
      `Buka ${address} dan masuk sebagai salah satu dari yang berikut, kata sandi ${password}`,
    stop: 'Tekan Ctrl+C untuk berhenti; semua data simulasi dihapus.',
    stopped: 'Berhenti. Data simulasi dihapus.',
  },
  en: {
    opening:
      'SIMULATION · city, people, papers, offices and events below are invented; only the place names are real.',
    ready: (seconds) => `The desk was ready in ${seconds} seconds.`,
    history: (posts, days) => `${days} quiet days (${posts} posts) …`,
    day: (posts) => `One eventful day (${posts} posts) …`,
    alert: 'Alert',
    seen: (posts, minutes, wall) =>
      `${posts} posts, ${minutes} minutes after the first; ${wall} seconds after the tipping post arrived`,
    background: 'everyday talk',
    kinds: {
      hoax: 'similar to a fact-check',
      rumour: 'new rumour',
      complaint: 'complaint',
      criticism: 'criticism',
      press: 'press report',
    },
    columns: ['Event', 'First post', 'Alert', 'Posts by then', 'Suggested route'],
    routes: {
      ignore: 'ignore',
      watch: 'watch',
      prebunk: 'fill the void',
      debunk: 'clarify',
      complaint: 'complaint',
      criticism: 'criticism',
      journalism: 'journalism',
      undecided: 'a person looks first',
    },
    notHeard: 'not yet',
    users: (address, password) => `Open ${address} and log in as one of these, password ${password}`,
    stop: 'Press Ctrl+C to stop; all simulated data is removed.',
    stopped: 'Stopped. The simulated data was removed.',
  },
};
