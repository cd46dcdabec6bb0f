import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { NearCopyIndex } from './near-copy-index.js';
import { nearCopyKey } from './near-copy-key.js';

const rumour =
  'Mulai besok Jembatan Kaligarang ditutup tiga bulan karena tiang penyangga retak, kendaraan dialihkan lewat Sampangan';
const key = (text: string) => nearCopyKey(tokenize(text));
const hour = 3_600_000;

describe('the key of a text and its copies', () => {
  it.each([
    ['case', rumour.toUpperCase()],
    ['forward marks', `Diteruskan dari grup sebelah: ${rumour}`],
    ['emoji and signs', `‼️ ${rumour.replaceAll(',', ' 🙏 ,')}!!!`],
    ['a mention and a link', `@u12 ${rumour} https://t.co/aB3 `],
    ['hashtags at the end', `${rumour} #semarang #viral`],
    ['digits that stand for letters', rumour.replace('retak', 'r3tak')],
    ['lengthened letters', rumour.replace('ditutup', 'ditutuuup')],
  ])('does not change with %s', (_, copy) => {
    expect(key(copy)).toBe(key(rumour));
  });

  it('changes with a word that matters', () => {
    expect(key(rumour.replace('ditutup', 'tidak ditutup'))).not.toBe(key(rumour));
    expect(key(rumour.replace('Kaligarang', 'Banjirkanal'))).not.toBe(key(rumour));
  });

  it.each(['setuju banget', 'gas terus pak', '😂😂😂', '', 'ya ya ya ya ya ya ya ya', '#semarang #banjir'])(
    'is null for %j: many write that by themselves',
    (text) => {
      expect(key(text)).toBeNull();
    },
  );
});

describe('the index of near-copies', () => {
  const edited = rumour.replace('besok', 'lusa').replace('karena', 'krn').replace('dialihkan', 'di alihkan');
  const other =
    'Warga Sampangan minta lampu jalan di dekat Jembatan Kaligarang segera diperbaiki sebelum musim hujan datang lagi';

  it('gives small edits the key of the first text', () => {
    const index = new NearCopyIndex();
    const first = index.groupOf(tokenize(rumour), 0);
    expect(first).toBe(key(rumour));
    expect(index.groupOf(tokenize(edited), hour)).toBe(first);
    expect(index.groupOf(tokenize(`Info valid!! ${edited} tolong sebarkan`), hour)).toBe(first);
  });

  it('keeps another message about the same bridge apart', () => {
    const index = new NearCopyIndex();
    expect(index.groupOf(tokenize(other), 0)).not.toBe(index.groupOf(tokenize(rumour), 0));
  });

  it('forgets a group after its silence, not before', () => {
    const index = new NearCopyIndex({ entriesMax: 16, silenceHoursMax: 48 });
    const first = index.groupOf(tokenize(rumour), 0);
    expect(index.groupOf(tokenize(edited), 47 * hour)).toBe(first);
    expect(index.groupOf(tokenize(edited), 94 * hour)).toBe(first);
    expect(index.groupOf(tokenize(edited), 200 * hour)).not.toBe(first);
  });

  it('remembers no more than its limit: the oldest text goes first', () => {
    const index = new NearCopyIndex({ entriesMax: 2, silenceHoursMax: 48 });
    const first = index.groupOf(tokenize(rumour), 0);
    for (const place of ['Tugu', 'Ngaliyan', 'Genuk']) {
      const text = `Pengambilan beras murah di kantor kecamatan ${place} hari ${place} jam tujuh pagi bawa fotokopi ktp`;
      index.groupOf(tokenize(text.replaceAll('a', place.charAt(0))), 0);
    }
    expect(index.groupOf(tokenize(edited), hour)).not.toBe(first);
  });

  it('gives the same groups for the same posts in the same order', () => {
    const posts = [rumour, other, edited, `${other} ya`, rumour];
    const groups = () => {
      const index = new NearCopyIndex();
      return posts.map((post, i) => index.groupOf(tokenize(post), i * hour));
    };
    expect(groups()).toEqual(groups());
    expect(new Set(groups()).size).toBe(2);
  });
});
