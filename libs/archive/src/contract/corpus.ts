import type { AnalyzedPost } from '@kentongan/contracts';
import { samplePost } from './sample-posts.js';

/** Lehmer's generator: the same corpus on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Few words, so that phrases, near misses and ties come up often; slang, hashtags, links and odd signs among them. */
const words = [
  ...['banjir', 'rob', 'jalan', 'rusak', 'lampu', 'mati', 'air', 'pdam', 'keruh', 'di', 'tidak', 'ada'],
  ...[
    'gak',
    'bisa',
    'pemkot',
    'rsud',
    'jalan-jalan',
    'membersihkan',
    'kebersihan',
    '#BanjirRob',
    '#lampuMati',
  ],
  ...[
    '#PemkotSemarang',
    'https://contoh.test/a?b=1',
    'contoh.test',
    '@seseorang',
    '2026',
    'covid-19',
    '😀',
    '…',
  ],
  ...["o'clock", 'a\\b', 'Tembalang!', 'PDAM:', '(rob)', 'kepo', 'egp'],
];
const labels = ['negative', 'neutral', 'positive'] as const;
const types = ['complaint', 'question', 'news', 'other'] as const;
const places = ['33.74.06.1001', '33.74.06', '33.74.10.1002', '33.22.01', '33.74'];
const firstInstant = Date.UTC(2026, 0, 28);

export function corpusPosts(count: number): AnalyzedPost[] {
  const next = numbers(20_260);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const text = Array.from({ length: 2 + Math.floor(next() * 14) }, () => pick(words)).join(' ');
    const code = pick(places);
    return samplePost(`contoh:${i}`, {
      text,
      // Several at one instant, over four months.
      createdAt: new Date(firstInstant + Math.floor(next() * 300) * 29 * 600_000).toISOString(),
      platform: `media${i % 3}`,
      foundBy: i % 5 ? [`umpan-${i % 7}`] : [`umpan-${i % 7}`, 'umpan-x'],
      deleted: i % 41 === 0,
      ...(i % 4 ? { authorKind: 'person' as const, authorKey: `kunci-${i % 23}` } : {}),
      ...(i % 9 ? {} : { url: `https://warta.test/${i}` }),
      analysis: {
        sentiment: { label: labels[i % 3]!, confidence: 0.8 },
        postType: { label: types[i % 4]!, confidence: 0.7 },
        language: { code: i % 6 ? 'id' : 'jv', confidence: 0.9 },
        subjects: i % 2 ? [`subjek${i % 5}`] : [],
        places: i % 3 ? [] : [{ start: 0, end: 2, codes: [code], confidence: 0.9 }],
        nearCopyKey: i % 8 ? null : `salinan-${i % 16}`,
        hashtags: text.includes('#') ? ['#BanjirRob'] : [],
      },
    });
  });
}

/** Words, phrases that stand and that do not, every operator and field. */
export function corpusQueries(count: number): string[] {
  const next = numbers(77);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)]!;
  const word = (): string => pick(words.filter((each) => !/["()@…:]|^\.\.\.$/.test(each)));
  const fields = [
    'platform:media1',
    'sumber:umpan-x',
    'sentimen:negatif',
    'jenis:pengaduan',
    'tempat:33.74.06',
  ];
  const shapes: readonly (() => string)[] = [
    () => word(),
    () => `${word()} ${word()}`,
    () => `"${word()} ${word()}"`,
    () => `"${word()} ${word()} ${word()}"`,
    () => `${word()} -${word()}`,
    () => `${word()} OR "${word()} ${word()}"`,
    () => `(${word()} OR ${word()}) ${word()}`,
    () => `${word()} ${pick(fields)}`,
    () => `-${word()} ${pick(fields)}`,
    () => `${pick(fields)} OR (${word()} NOT (${word()} OR ${pick(fields)}))`,
    () =>
      `"${pick(['gak bisa', 'tidak bisa', 'tidak ada', 'rumah sakit umum', 'pemerintah kota', 'kota di'])}"`,
    () =>
      pick([
        'subjek:subjek1',
        'salinan:salinan-0',
        'tagar:BanjirRob',
        'bahasa:jv',
        'tautan:https://warta.test/9',
      ]),
  ];
  return Array.from({ length: count }, (_, i) => shapes[i % shapes.length]!());
}
