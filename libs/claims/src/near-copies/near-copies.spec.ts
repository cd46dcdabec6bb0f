import { describe, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { copyWordsOf } from './copy-words.js';
import { nearCopyKey } from './near-copy-key.js';

const rumour =
  'Mulai besok Jembatan Kaligarang ditutup tiga bulan karena tiang penyangga retak, kendaraan dialihkan lewat Sampangan';
const key = (text: string) => nearCopyKey(tokenize(text));

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

describe('the sketch of a text', () => {
  const sketch = (text: string) => copyWordsOf(tokenize(text)).sketch;
  const equalShare = (a: string, b: string) => [...a].filter((each, at) => each === b[at]).length / a.length;
  const share = (a: string, b: string) => equalShare(sketch(a)!, sketch(b)!);
  const edited = rumour.replace('besok', 'lusa').replace('karena', 'krn').replace('dialihkan', 'di alihkan');

  it('is the same for an exact copy and mostly the same for an edited one', () => {
    expect(sketch(`Diteruskan: ${rumour} 🙏`)).toBe(sketch(rumour));
    expect(share(rumour, edited)).toBeGreaterThan(0.527);
    expect(share(rumour, `Info valid!! ${edited} tolong sebarkan`)).toBeGreaterThan(0.527);
  });

  it('is another one for another message about the same bridge', () => {
    const other =
      'Warga Sampangan minta lampu jalan di dekat Jembatan Kaligarang segera diperbaiki sebelum musim hujan datang lagi';
    expect(share(rumour, other)).toBeLessThan(0.3);
  });

  it('is left out of a text that is too short for edited copies to be told', () => {
    expect(key('jalan depan pasar rusak parah sekali')).not.toBeNull();
    expect(sketch('jalan depan pasar rusak parah sekali')).toBeNull();
  });
});
