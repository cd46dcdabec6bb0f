import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../tokens/tokenize.js';
import { decidePostType, type PostTypeContext } from './decide-post-type.js';

const decide = (text: string, context: PostTypeContext = {}) => decidePostType(tokenize(text), context).label;

describe('post types', () => {
  it.each([
    ['Mohon segera diperbaiki, lampu PJU di gang kami RT 02 padam sudah seminggu', 'complaint'],
    ['selamat pagi, saya mau lapor saluran depan rumah buntu dan bau', 'complaint'],
    ['min mau tanya, syarat bikin kartu perpustakaan apa saja ya?', 'question'],
    ['kantor pajak hari sabtu buka jam berapa min', 'question'],
    ['Jembatan gantung putus, apa benar? ada yang lihat sendiri?', 'question'],
    ['kabar jembatan gantung putus itu sumbernya dari mana ya?', 'question'],
    ['program apaan ini, anggaran dibuang percuma, pejabatnya cuma pencitraan 🤡', 'criticism'],
    ['goblok banget yang bikin aturan', 'criticism'],
    ['Bangga sekali, pemerintah kota gercep, semoga sukses terus dan bermanfaat bagi warga', 'support'],
    ['Wali Kota Resmikan Jembatan Baru di Kawasan Timur https://contoh.id/a', 'news'],
    [
      'SEMARANG - Dinas Perhubungan menggelar uji coba rekayasa lalu lintas, Senin (4/2/2030), kata Kepala Dinas',
      'news',
    ],
    ['udah kirim, cek dm ya kak makasih', 'other'],
  ])('%s → %s', (text, label) => {
    expect(decide(text)).toBe(label);
  });

  it('does not take hearsay for mockery', () => {
    expect(decide('katanya jembatan gantung di hulu putus semalam')).not.toBe('criticism');
  });

  it('believes who writes: a newspaper reports, an agency informs', () => {
    const text = 'Pasar pagi mulai ditata ulang pekan depan';
    expect(decide(text, { authorKind: 'press' })).toBe('news');
    expect(decide(text, { authorKind: 'official' })).toBe('officialInfo');
  });

  it('abstains where two labels are close, and says how sure it is', () => {
    const { label, confidence } = decidePostType(tokenize('lampu padam lagi'));
    expect(label).toBe('undecided');
    expect(confidence).toBeLessThan(0.5);
  });

  it('takes a post without words', () => {
    expect(decide('')).toBe('other');
    expect(decide('😂😂 https://contoh.id')).toBe('other');
  });

  it('keeps confidence between 0 and 1 on hostile text', () => {
    const { confidence } = decidePostType(tokenize('tolong '.repeat(5000) + '?!'.repeat(5000)));
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });
});
