import type { ClarificationText, Fact, Role, Signal, SignalComposition } from '@kentongan/contracts';
import type { PersonPrincipal } from '@kentongan/platform';

/** Invented, like everything here. */
export const region = {
  regionId: 'kota-percobaan',
  name: 'Kota Percobaan',
  mode: 'live',
  agencies: [
    { agencyId: 'pdam', name: 'PDAM Percobaan', subjects: ['water'], publicContact: '0800-1-000' },
    { agencyId: 'dinkes', name: 'Dinas Kesehatan', subjects: ['health'] },
  ],
  watchRules: [{ id: 'pompa', phrases: ['pompa banjir', 'pompa mati'] }],
};

export function person(userId: string, role: Role, more: Partial<PersonPrincipal> = {}): PersonPrincipal {
  const name = userId.charAt(0).toUpperCase() + userId.slice(1);
  return { kind: 'person', userId, name, role, regionIds: [region.regionId], agencyId: null, ...more };
}

export const rina = person('rina', 'officer');
export const budi = person('budi', 'officer');
export const sekda = person('sekda', 'leader');

export const fact: Fact = {
  factId: 'mafindo:air-beracun',
  title: '[HOAKS] Air PDAM dicampur racun tikus',
  hoaxText: 'Jangan minum air PDAM malam ini, sudah dicampur racun tikus oleh orang asing',
  conclusion: 'Uji laboratorium menunjukkan air memenuhi baku mutu.',
  url: 'https://periksa.example/air',
  publisher: 'Periksa Bersama',
};

const at = (minute: number): string =>
  new Date(Date.parse('2026-11-24T02:00:00.000Z') + minute * 60_000).toISOString();

const post = (signalId: string, index: number, excerpt: string) => ({
  postId: `contoh:${signalId}-${index}`,
  createdAt: at(index),
  excerpt,
});

export const composition = (of: Partial<SignalComposition>): SignalComposition => ({
  posts: 20,
  postTypes: [],
  sentiments: [],
  authorKinds: [{ value: 'person', count: 20 }],
  platforms: [{ value: 'mastodon', count: 20 }],
  subjects: [],
  places: [],
  facts: [],
  ...of,
});

/** A statement of the detector; `texts` are its sample posts. */
export function signal(
  signalId: string,
  { texts = ['Air mati sejak pagi di Pedurungan'], ...of }: Partial<Signal> & { texts?: string[] } = {},
): Signal {
  const posts = texts.map((text, index) => post(signalId, index, text));
  const [first] = posts;
  if (!first) throw new Error('a signal has a post');
  return {
    signalId,
    version: 1,
    mode: 'live',
    key: { kind: 'subjectPlace', value: 'water|33.74.06' },
    alsoKeys: [],
    level: 'medium',
    windowStart: at(0),
    windowEnd: at(40),
    windowMinutes: 60,
    count: 20,
    norm: 1.2,
    surprise: 11,
    distinctAuthors: 17,
    normLearning: false,
    normDays: 21,
    firstPost: first,
    tippingPost: posts.at(-1) ?? first,
    samplePosts: posts.slice(0, 5),
    timeToAlertEventSeconds: 2_400,
    timeToAlertWallSeconds: 0.7,
    ...of,
  };
}

const ofType = (value: string, count = 16) => ({ postTypes: [{ value, count }] });

export const complaintSignal = (signalId: string, of: Partial<Signal> = {}): Signal =>
  signal(signalId, { composition: composition(ofType('complaint')), ...of });

export const hoaxSignal = (signalId: string, of: Partial<Signal> = {}): Signal =>
  signal(signalId, {
    texts: ['Jangan minum air PDAM malam ini sudah dicampur racun tikus, sebarkan'],
    key: { kind: 'hoaxMatch', value: fact.factId },
    norm: null,
    surprise: null,
    composition: composition({
      ...ofType('other', 20),
      facts: [{ value: fact.factId, count: 19 }],
      subjects: [{ value: 'water', count: 18 }],
    }),
    ...of,
  });

/** Everything that publishing asks for. */
export const goodText: ClarificationText = {
  headline: 'Air PDAM Kota Percobaan aman diminum setelah dimasak',
  warningLabel: 'Periksa dulu sebelum membagikan',
  myth: 'Beredar pesan bahwa air dicampur racun tikus.',
  whyWrong: 'Pesan itu memakai foto lama dari kota lain dan tidak menyebut sumber yang bisa diperiksa.',
  alternativeExplanation: 'Air sempat keruh karena penggantian pipa di dua kelurahan pada hari Senin.',
  factAgain: 'Hasil uji laboratorium hari ini menunjukkan air memenuhi baku mutu.',
  citizenAction: 'Bila air keruh, hubungi PDAM di 0800-1-000.',
  verdict: 'hoax',
  misinformationType: 'falseContext',
  agencyId: 'pdam',
  spokesperson: 'Humas Kota Percobaan',
  validUntil: null,
  language: 'id',
  variants: { whatsapp: '', instagram: '', x: '', pressRelease: '', runningText: '' },
};
