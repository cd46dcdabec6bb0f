import { describe, expect, it } from '@jest/globals';
import { hostileTexts } from '../testing/samples.js';
import { maskPersons, withoutPersonsAndLinks } from './mask-persons.js';
import { visibleStrings, visibleText } from './visible-text.js';

describe('masking persons', () => {
  it.each([
    ['tanya @budi_contoh dong', 'tanya @warga dong'],
    ['kata @budi_s.', 'kata @warga.'],
    ['＠Siti.Contoh bilang', '@warga bilang'],
    ['di @rina@mastodon.example', 'di @warga'],
    ['WA 0812-3456-7890 / +62 812 3456 7890', 'WA [telepon] / [telepon]'],
    ['kantor (024) 355-1234', 'kantor [telepon]'],
    ['surel budi.s+1@contoh.co.id ya', 'surel [surel] ya'],
    ['NIK 3374012345678901', 'NIK [nik]'],
    ['ig: budi_99 dan tele = siti.x', 'ig: warga dan tele = warga'],
    ['https://x.com/budi/status/12', 'https://x.com/warga'],
    ['https://www.instagram.com/p/AbC/', 'https://www.instagram.com/p/AbC/'],
    ['wa.me/6281234567890', 'wa.me/warga'],
    ['https://berita.example/a?penulis=@budi', 'https://berita.example/a?penulis=@warga'],
    ['cabai 2 @5000 per ons, banjir 30 cm, tahun 2026', 'cabai 2 @5000 per ons, banjir 30 cm, tahun 2026'],
  ])('%s', (text, masked) => {
    expect(maskPersons(text)).toBe(masked);
    expect(maskPersons(masked)).toBe(masked);
  });

  it('leaves nothing to follow in what is sent on', () => {
    expect(withoutPersonsAndLinks('lihat www.contoh.id/x & https://a.example/b @budi 08123456789 ok')).toBe(
      'lihat & ok',
    );
  });

  it('is not fooled by characters that nobody sees', () => {
    expect(maskPersons(visibleText('@bu\u200Bdi_s 08\u200B12\u20603456\u200B7890'))).toBe('@warga [telepon]');
    expect(visibleText('\u202Etxet\u202C\u0000\r\nbaris')).toBe('txet\nbaris');
    expect(visibleStrings({ a: ['b\u0000'], n: 1, none: null })).toEqual({ a: ['b'], n: 1, none: null });
    expect(visibleText('keluarga 👨‍👩‍👧')).toBe('keluarga 👨‍👩‍👧');
  });

  it.each(hostileTexts.map((text, i) => [i, text] as const))('takes hostile texts (%i)', (_, text) => {
    expect(typeof maskPersons(visibleText(text))).toBe('string');
  });
});
