import {
  type Agency,
  ClarificationText,
  type Evidence,
  type Fact,
  type IssueCard,
  type Signal,
} from '@kentongan/contracts';

/** Invented, in the form that publishers write. */
export const fact: Fact = {
  factId: 'contoh:17',
  title: '[SALAH] Air Ledeng Kota Contoh Dicampur Racun Tikus',
  conclusion:
    'Klaim air ledeng Kota Contoh dicampur racun tikus tidak benar. Foto ikan mati di pesan itu adalah foto lama dari sungai lain pada 2019. Faktanya, hasil uji laboratorium 12 November 2026 menunjukkan air memenuhi baku mutu. Petugas menguras pipa sehingga air keruh selama dua jam.',
  url: 'https://periksa.example/17',
  publisher: 'Periksa Contoh',
};

export const agency: Agency = {
  agencyId: 'perumda-air',
  name: 'Perumda Air Minum',
  subjects: ['water'],
  placeCodes: [],
  publicContact: '112',
};

export const statement: Evidence = {
  evidenceId: 'ev-1',
  kind: 'statement',
  title: 'Keterangan direktur teknik',
  quote: 'Kami menguras pipa Jalan Mawar pukul 09.00. Air kembali jernih pukul 11.00.',
  suppliedBy: 'Perumda Air Minum',
  capturedAt: '2026-11-22T03:00:00.000Z',
};

const post = { postId: 'contoh:1', createdAt: '2026-11-22T02:00:00.000Z', excerpt: 'air bau sekali' };

export const signal: Signal = {
  signalId: 's1',
  version: 1,
  mode: 'live',
  key: { kind: 'hoaxMatch', value: 'contoh:17' },
  alsoKeys: [],
  level: 'high',
  windowStart: '2026-11-22T02:00:00.000Z',
  windowEnd: '2026-11-22T02:40:00.000Z',
  windowMinutes: 40,
  count: 27,
  norm: 1.84,
  surprise: 12,
  distinctAuthors: 19,
  normLearning: false,
  normDays: 20,
  firstPost: post,
  tippingPost: post,
  samplePosts: [post],
  timeToAlertEventSeconds: 2_400,
  timeToAlertWallSeconds: 1,
  composition: {
    posts: 27,
    postTypes: [],
    sentiments: [],
    authorKinds: [],
    platforms: [],
    subjects: [{ value: 'water', count: 25 }],
    places: [],
    facts: [],
  },
};

/** Words that break no rule, with `statement` as evidence. */
export const soundText = ClarificationText.parse({
  headline: 'Air ledeng Kota Contoh aman dan sudah diuji pagi ini',
  warningLabel: 'Hati-hati, pesan berikut keliru.',
  myth: 'Air ledeng Kota Contoh dicampur racun tikus',
  whyWrong: 'Foto ikan mati di pesan itu diambil di sungai lain pada 2019.',
  alternativeExplanation: 'Petugas menguras pipa Jalan Mawar sehingga air keruh dua jam.',
  factAgain: 'Faktanya: air sudah jernih kembali dan memenuhi baku mutu.',
  citizenAction: 'Laporkan air keruh ke 112.',
  verdict: 'hoax',
  agencyId: 'perumda-air',
});

export const card: IssueCard = {
  issueId: 'i1',
  regionId: 'kota-contoh',
  mode: 'live',
  version: 3,
  title: 'Air ledeng berbau di Jalan Mawar',
  state: 'detected',
  priority: { score: 72, level: 'high', parts: [] },
  suggestion: { route: null, confidence: 0.4, reasons: [] },
  route: null,
  owner: null,
  openedAt: '2026-11-22T02:40:00.000Z',
  risenAt: '2026-11-22T02:40:00.000Z',
  acknowledgedAt: null,
  snoozedUntil: null,
  mergedInto: null,
  signal,
  factId: 'contoh:17',
  factTitle: fact.title,
  agencyId: null,
};

/** Texts that people with bad intentions, and phones, send. */
export const hostileTexts: readonly string[] = [
  '',
  ' \n\t ',
  '\u202Eangis kutak\u202C dan \u200Bnol\u200Blebar',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'ًٌٍَُِّْ'.repeat(200),
  '@'.repeat(5_000),
  'a'.repeat(20_000),
  '. '.repeat(10_000),
  '"'.repeat(20_000),
  `${'('.repeat(3_000)}hoaks${')'.repeat(3_000)}`,
  '0812'.repeat(5_000),
  'https://x.com/'.repeat(1_000),
  '👨‍👩‍👧‍👦'.repeat(2_000),
  '\uD800'.repeat(500),
  `${'klaim '.repeat(3_000)}.`,
  'foto '.repeat(4_000),
  'penyebar polisi adalah '.repeat(800),
];
