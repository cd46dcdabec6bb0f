import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { sentimentLabels } from './sentiment-file.js';
import { loadSentimentModel } from './sentiment-model.js';

const bytes = readFileSync(new URL('../../models/sentiment.bin', import.meta.url));

describe('shipped sentiment model', () => {
  const model = loadSentimentModel(bytes);
  const score = (text: string) => model.score(tokenize(text));

  it.each([
    ['Pelayanan di kelurahan cepat dan petugasnya ramah, terima kasih banyak!', 'positive'],
    ['Jalannya rusak parah, sudah dilaporkan berkali-kali tidak ada tindakan. Kecewa sekali.', 'negative'],
    ['Kantor kecamatan buka hari Senin sampai Jumat pukul 08.00.', 'neutral'],
    ['gak bagus sama sekali, males bgt', 'negative'],
    ['Panganane enak tenan lan regane murah', 'positive'],
  ])('%s → %s', (text, label) => {
    expect(score(text).label).toBe(label);
  });

  it.each([
    'Listrik padam dua jam',
    'Air PDAM mati sejak kemarin',
    'Lampu jalan rusak',
    'Antre KTP berjam-jam',
    'Sampah di gang kami belum juga diangkut',
  ])('hears the complaint in a plain report: %s', (text) => {
    expect(score(text).label).toBe('negative');
  });

  it.each([
    'Pemadaman listrik terjadwal pukul 9',
    'Jalan Mawar ditutup untuk perbaikan mulai Rabu',
    'Perbaikan pipa selesai pukul 14.00',
    'Air PDAM dimatikan sementara besok untuk pengurasan pipa',
  ])('hears none in an announcement: %s', (text) => {
    expect(score(text).label).toBe('neutral');
  });

  it('believes between a third and all in the class with the largest margin', () => {
    for (const text of ['hujan deras', 'mantap jiwa', '!!!', 'a'.repeat(10_000), 'zzz qqq xxx']) {
      const { label, confidence, margins } = score(text);
      expect(confidence).toBeGreaterThanOrEqual(1 / 3);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(Math.max(...margins)).toBe(margins[sentimentLabels.indexOf(label)]);
    }
  });

  it('does not remember the post before', () => {
    const alone = score('biasa saja');
    score('sangat buruk dan mengecewakan '.repeat(20));
    expect(score('biasa saja')).toEqual(alone);
  });

  it('calls a post without words neutral, without belief', () => {
    expect(score('https://contoh.id @warga')).toEqual({
      label: 'neutral',
      confidence: 0,
      margins: [0, 0, 0],
    });
  });

  it('refuses half a file', () => {
    expect(() => loadSentimentModel(bytes.subarray(0, bytes.length / 2))).toThrow(/sentiment model has/);
  });

  it('stays under 7 of the 15 MB that all models may have', () => {
    expect(bytes.length).toBeLessThan(7_000_000);
  });
});
