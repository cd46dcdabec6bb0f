import type { OverviewView, TrendsView } from '@kentongan/contracts';
import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import english from '../i18n/en/dashboard.json';
import indonesian from '../i18n/id/dashboard.json';
import { durationWords } from './duration-words.js';
import { type SentenceInput, sentenceOf, wordSentence } from './sentence.js';

const now = Date.parse('2026-11-22T06:05:00Z');
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();
const rising = (...levels: string[]) =>
  levels.map((level) => ({ priority: { level } })) as OverviewView['rising'];
const waiting = (agencyId: string, hours: number) =>
  ({ state: 'verifying', agencyId, stateSince: hoursAgo(hours) }) as OverviewView['inWork'][number];
const day = (posts: number, negative: number): TrendsView['days'][number] => ({
  start: hoursAgo(24),
  posts,
  negative,
  positive: Math.round(posts * 0.2),
  neutral: 0,
  before: null,
});
const trends = (...days: TrendsView['days']) => ({ days }) as TrendsView;
const agencies: Record<string, string> = { dinkes: 'Dinas Kesehatan', dpu: 'DPU' };
const steady = trends(day(400, 100), day(420, 104), day(390, 99), day(410, 101));

type Given = Partial<Omit<SentenceInput, 'overview'>> & { overview?: object };
const input = (more: Given): SentenceInput => ({
  trends: steady,
  sources: [{ state: 'live' }],
  days: 7,
  agencyName: (id) => agencies[id] ?? id,
  now,
  ...more,
  overview: {
    rising: [],
    inWork: [],
    counts: { late: 0, open: 0 },
    ...more.overview,
  } as unknown as OverviewView,
});

const i18n = i18next.createInstance();
await i18n.init({
  lng: 'id',
  ns: ['dashboard'],
  interpolation: { escapeValue: false },
  resources: { id: { dashboard: indonesian }, en: { dashboard: english } },
});
const said = (language: 'id' | 'en', more: Given) => {
  const t = i18n.getFixedT(language, 'dashboard');
  const words = (key: string, values = {}) => t(key.startsWith('numbers.') ? key : `sentence.${key}`, values);
  return wordSentence(
    sentenceOf(input(more)),
    words,
    (seconds) => durationWords(seconds, language),
    (value) => String(value),
  );
};

describe('the sentence a leader reads first', () => {
  const busy = { overview: { rising: rising('high', 'medium'), inWork: [waiting('dinkes', 3.4)] } };

  it('says what rises, who is waited for, since when, and the mood', () => {
    expect(said('id', busy)).toBe(
      'Dua isu naik, satu menunggu Dinas Kesehatan sejak 3 jam; sentimen 7 hari stabil.',
    );
    expect(said('en', busy)).toBe(
      'Two issues are rising, one has waited for Dinas Kesehatan for 3 hours; sentiment is steady over 7 days.',
    );
  });

  it('always says something, also on a quiet day', () => {
    expect(said('id', {})).toBe('Tidak ada isu yang naik; sentimen 7 hari stabil.');
    expect(said('en', { trends: null })).toBe('No issue is rising.');
  });

  it('does not call a desk calm while issues wait for somebody to take them', () => {
    const overview = { counts: { open: 4, late: 0 }, inWork: [{ ...waiting('dpu', 1), state: 'drafted' }] };
    expect(said('id', { overview })).toBe(
      'Tidak ada isu yang naik, tiga belum diambil; sentimen 7 hari stabil.',
    );
    const full = Array.from({ length: 20 }, () => overview.inWork[0]);
    expect(said('id', { overview: { counts: { open: 99, late: 0 }, inWork: full } })).not.toContain(
      'belum diambil',
    );
  });

  it('names what is critical and what is late', () => {
    const overview = { rising: rising('critical', 'high', 'high'), counts: { late: 12, open: 0 } };
    expect(said('id', { overview })).toBe(
      'Tiga isu naik (satu Kritis), 12 lewat batas waktu; sentimen 7 hari stabil.',
    );
    expect(said('en', { overview: { rising: rising('critical') } })).toBe(
      'One critical issue is rising; sentiment is steady over 7 days.',
    );
  });

  it('names the agency that lets the desk wait longest', () => {
    const overview = { inWork: [waiting('dpu', 2), waiting('dinkes', 30), waiting('dpu', 5)] };
    expect(said('id', { overview })).toContain('tiga menunggu OPD, terlama Dinas Kesehatan sejak 1 hari');
  });

  it('waits for agencies only: a draft on the desk is nobody else’s delay', () => {
    const inWork = [
      { ...waiting('dpu', 9), state: 'drafted' },
      { ...waiting('dpu', 9), agencyId: null },
    ];
    expect(said('id', { overview: { inWork } })).not.toContain('menunggu');
  });

  it('does not call chance a change, nor a change steady', () => {
    const worse = trends(day(400, 60), day(400, 70), day(400, 160), day(400, 170));
    expect(said('id', { trends: worse })).toContain('sentimen 7 hari memburuk');
    const better = trends(day(400, 200), day(400, 190), day(400, 60), day(400, 70));
    expect(said('en', { trends: better })).toContain('sentiment is improving over 7 days');
    expect(said('id', { trends: trends(day(12, 2), day(9, 5)) })).toContain(
      '33 % unggahan 7 hari ini bernada negatif',
    );
    expect(said('id', { trends: trends(day(0, 0)) })).toContain('belum ada unggahan dalam 7 hari ini');
  });

  it('speaks of today when it is one day', () => {
    expect(said('id', { days: 1, trends: trends(day(100, 27)) })).toContain(
      '27 % unggahan hari ini bernada negatif',
    );
    expect(said('en', { days: 1, trends: trends(day(0, 0)) })).toContain('no posts yet today');
  });

  it('admits what it does not know', () => {
    const sources = [{ state: 'down' as const }, { state: 'live' as const }, { state: 'late' as const }];
    expect(said('id', { sources })).toMatch(/\. Data belum lengkap: dua sumber terganggu\.$/);
    expect(said('en', { sources: [{ state: 'down' }] })).toMatch(/no source is connected\.$/);
  });

  it('keeps a hostile agency name as it is: text, once, unchanged', () => {
    const name = '<img src=x onerror=alert(1)> {{count}} $t(copy)';
    const sentence = said('id', { overview: { inWork: [waiting('x', 1)] }, agencyName: () => name });
    expect(sentence).toContain(name);
  });
});

it('durations are rounded down and named in the language', () => {
  expect(durationWords(0, 'id')).toBe('0 menit');
  expect(durationWords(3_599, 'id')).toBe('59 menit');
  expect(durationWords(12_000, 'id', 2)).toBe('3 jam 20 menit');
  expect(durationWords(90_000, 'en', 2)).toBe('1 day 1 hour');
  expect(durationWords(-5, 'en')).toBe('0 minutes');
});
