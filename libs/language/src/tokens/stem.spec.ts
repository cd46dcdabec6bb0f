import { describe, expect, it } from '@jest/globals';
import { stem } from './stem.js';

describe('stem', () => {
  it.each([
    ['bersih', ['membersihkan', 'kebersihan', 'dibersihkan', 'bersihnya', 'bersihin', 'pembersihan']],
    ['tulis', ['menulis', 'tulisan', 'ditulisnya', 'penulis', 'tuliskan']],
    ['pukul', ['memukul', 'pemukulan', 'dipukuli', 'terpukul']],
    ['sapu', ['menyapu', 'penyapu', 'disapu']],
    ['kirim', ['mengirim', 'kirimkan', 'pengiriman', 'dikirimkanlah']],
    ['ambil', ['mengambil', 'pengambilan', 'diambil', 'ngambil']],
    ['bantu', ['membantu', 'dibantunya', 'pembantu']],
    ['lapor', ['melapor', 'laporan', 'dilaporkan', 'pelapor', 'laporkan']],
    ['anak', ['anak-anak', 'anak-anaknya', 'anaknya']],
    ['henti', ['berhenti', 'memberhentikan', 'diberhentikan']],
    ['naik', ['kenaikan', 'menaikkan'.replace('kk', 'k'), 'dinaikan']],
    ['gratis', ['menggratiskan', 'digratiskan', 'gratiskan']],
  ])('brings the forms of %s together', (root, forms) => {
    for (const form of forms) expect([form, stem(form)]).toEqual([form, root]);
  });

  it.each([
    'makan',
    'jalan',
    'ikan',
    'berita',
    'sekolah',
    'kepala',
    'polisi',
    'keluarga',
    'menteri',
    'hanya',
    'kamu',
    'perlu',
  ])('leaves %s whole', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('leaves protected names whole, also under their endings', () => {
    const names = new Set(['pedurungan', 'kebumen']);
    expect(stem('pedurungan', names)).toBe('pedurungan');
    expect(stem('pedurungannya', names)).toBe('pedurungan');
    expect(stem('pedurungan')).not.toBe('pedurungan');
  });

  it('returns what is not a Latin word unchanged', () => {
    for (const norm of ['10rb', '', "jum'at", 'محمد', 'a'.repeat(500)]) expect(stem(norm)).toBe(norm);
  });

  it('gives a stem that stems to itself or to a shorter key, never to an empty one', () => {
    for (const word of ['dipertanggungjawabkan', 'keberlangsungannya', 'memperbaikinya', 'seberangnya'])
      expect(stem(word).length).toBeGreaterThanOrEqual(4);
  });
});
