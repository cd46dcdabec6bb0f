import { describe, expect, it } from '@jest/globals';
import type { Signal } from '@kentongan/contracts';
import { formatSignal } from './format-signal.js';
import { type Language, texts } from './texts.js';

const post = {
  postId: 'file:hari|17',
  createdAt: '2026-11-22T06:05:00.000Z',
  excerpt: 'Air PDAM keruh\u001b[2J\u202e sejak subuh\n',
};
const copies = {
  posts: 62,
  firstAt: '2026-11-22T05:51:40.000Z',
  lastAt: '2026-11-22T06:05:00.000Z',
  accounts: 58,
  distinctSources: 1,
  sources: [],
  firstPost: post,
  textKeys: [],
};
const signal: Signal = {
  signalId: '5f2a9c',
  version: 1,
  mode: 'live',
  key: { kind: 'subjectPlace', value: 'water|33.74.06' },
  alsoKeys: [{ kind: 'hashtag', value: 'airkeruh' }],
  level: 'high',
  windowStart: '2026-11-22T05:25:00.000Z',
  windowEnd: '2026-11-22T06:05:00.000Z',
  windowMinutes: 40,
  count: 1_027,
  norm: 1.44,
  surprise: 14.2,
  distinctAuthors: 19,
  normLearning: true,
  normDays: 9.6,
  firstPost: post,
  tippingPost: post,
  samplePosts: [post],
  timeToAlertEventSeconds: 2_400,
  timeToAlertWallSeconds: 0.8,
};

function print(language: Language, changes: Partial<Signal> = {}): string {
  const labelOf = (_kind: string, value: string) =>
    value === 'water|33.74.06' ? 'Air bersih di Pedurungan' : value;
  return formatSignal(
    { regionId: 'kota-semarang', signal: { ...signal, ...changes } },
    { language, timeZone: 'Asia/Jakarta', labelOf },
  );
}

describe('an alarm on the terminal', () => {
  it('says how many posts pass on one text, and shows the first of them', () => {
    expect(print('id', { copies })).toContain(
      '62 unggahan dari 58 akun memakai teks yang hampir sama dalam 14 menit; yang pertama 22 Nov 2026 13.05',
    );
    expect(print('en', { copies })).toContain(
      '62 posts by 58 accounts use almost the same text within 14 min; the first 22 Nov 2026 13.05',
    );
    expect(print('id')).not.toContain('hampir sama');
  });

  it('carries count, authors, norm, odds, posts and both times, in Indonesian', () => {
    const printed = print('id');
    for (const part of [
      'Peringatan',
      'Tinggi',
      'topik Air bersih di Pedurungan',
      '1.027 unggahan, 19 penulis dalam 40 menit',
      'biasanya 1,4 (peluang 1 : 10^14)',
      'norma masih belajar, 9 dari 14 hari',
      'tagar airkeruh',
      '22 Nov 2026 13.05',
      '40 menit sejak unggahan pertama',
      '0,8 detik sejak pemicu diterima',
    ])
      expect(printed).toContain(part);
  });

  it('says the same in English, and says so when there is no norm', () => {
    expect(print('en', { version: 3, norm: null, surprise: null })).toMatch(
      /Update 2 · High · topic[\s\S]*1,027 posts, 19 authors within 40 min; not enough data/,
    );
  });

  it('lets no post rewrite the terminal', () => {
    expect(print('id')).not.toMatch(/[\u001b\u202e]/);
    expect(
      print('id')
        .split('\n')
        .filter((line) => line.includes('PDAM')),
    ).toHaveLength(3);
  });

  it('never calls a post a hoax', () => {
    for (const language of ['id', 'en'] as const)
      expect(
        JSON.stringify(texts[language]) + print(language, { key: { kind: 'hoaxMatch', value: 'x' } }),
      ).not.toMatch(/hoaks|hoax(?!Match)/i);
  });
});
