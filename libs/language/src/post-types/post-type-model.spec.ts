import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { loadPostTypeModel, type PostTypeContext } from './post-type-model.js';

const bytes = readFileSync(new URL('../../models/post-types.bin', import.meta.url));
const model = loadPostTypeModel(bytes);
const decide = (text: string, context: PostTypeContext = {}) => model.decide(tokenize(text), context);
const labelOf = (text: string, context?: PostTypeContext) => decide(text, context).label;

describe('post types', () => {
  it.each([
    ['Mohon segera diperbaiki, lampu PJU di gang kami RT 02 padam sudah seminggu', 'complaint'],
    ['selamat pagi, saya mau lapor saluran depan rumah buntu dan bau', 'complaint'],
    ['min mau tanya, syarat bikin kartu perpustakaan apa saja ya?', 'question'],
    ['kantor pajak hari sabtu buka jam berapa min', 'question'],
    ['Jembatan gantung putus, apa benar? ada yang lihat sendiri?', 'question'],
    ['program apaan ini, anggaran dibuang percuma, pejabatnya cuma pencitraan 🤡', 'criticism'],
    ['Bangga sekali, pemerintah kota gercep, semoga sukses terus dan bermanfaat bagi warga', 'support'],
    ['Wali Kota Resmikan Jembatan Baru di Kawasan Timur https://contoh.id/a', 'news'],
    [
      'SEMARANG - Dinas Perhubungan menggelar uji coba rekayasa lalu lintas, Senin (4/2/2030), kata Kepala Dinas',
      'news',
    ],
    ['INFO PENTING jangan izinkan anak divaksin di sekolah, dari grup sebelah, tolong sebarkan', 'other'],
    ['udah kirim, cek dm ya kak makasih', 'other'],
  ])('%s → %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  it.each([
    'wasitnya goblok banget, harusnya penalti',
    'drakor semalam endingnya jelek parah, nyesel nonton',
    'mantan gue emang brengsek, capek banget',
    'katanya jembatan gantung di hulu putus semalam',
  ])('does not call anger, grumbling or hearsay criticism when it is aimed at no government: %s', (text) => {
    expect(labelOf(text)).not.toBe('criticism');
  });

  it('believes who writes, whatever the words: a press publisher reports, an office informs', () => {
    const text = 'Tolong diperbaiki, goblok banget yang bikin aturan!';
    expect(labelOf(text)).not.toBe('news');
    expect(decide(text, { authorKind: 'press' })).toMatchObject({
      label: 'news',
      reasons: [{ code: 'pressSource' }],
    });
    expect(labelOf(text, { url: 'https://news.detik.com/berita/d-1' })).toBe('news');
    expect(labelOf(text, { authorKind: 'official' })).toBe('officialInfo');
  });

  it('takes a region’s own papers, and no host that merely ends like one', () => {
    const pressHosts = new Set(['koran-kita.example']);
    expect(labelOf('halo', { url: 'http://koran-kita.example:8080/a', pressHosts })).toBe('news');
    expect(labelOf('halo', { url: 'https://www.koran-kita.example/a', pressHosts })).toBe('news');
    for (const url of ['https://bukandetik.com/a', 'https://x.example/detik.com', 'detik.com', 'https://'])
      expect(labelOf('halo gaes', { url, pressHosts })).toBe('other');
  });

  it('tells its reasons in the post’s own words', () => {
    const { reasons } = decide('Mohon segera diperbaiki, lampu PJU di gang kami padam');
    expect(reasons[0]).toEqual({ code: 'asksForAction', words: ['mohon', 'segera', 'diperbaiki'] });
    expect(reasons.map(({ code }) => code)).toContain('namesProblem');
  });

  it('abstains where two labels are close', () => {
    for (const text of ['jalan ditutup lagi ya pak', 'harga tiket bus naik lagi ya pak']) {
      const { label, confidence, reasons } = decide(text);
      expect(label).toBe('undecided');
      expect(confidence).toBeLessThan(0.6);
      expect(reasons).toEqual([]);
    }
  });

  it('takes a post without words', () => {
    expect(labelOf('')).toBe('other');
    expect(labelOf('😂😂 https://contoh.id')).toBe('other');
  });

  it('keeps confidence between 0 and 1 on hostile text, and forgets it before the next post', () => {
    const text = 'min mau tanya, syarat bikin kartu apa saja ya?';
    const before = decide(text);
    for (const hostile of [
      'tolong '.repeat(5000) + '?!'.repeat(5000),
      'a'.repeat(20_000),
      '\ud800#b4nj1r'.repeat(999),
    ]) {
      const { confidence } = decide(hostile);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    expect(decide(text)).toEqual(before);
  });

  it('refuses weights that are cut off', () => {
    expect(() => loadPostTypeModel(bytes.subarray(0, 100))).toThrow(/post-types/);
  });
});
