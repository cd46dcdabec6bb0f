import { expect, it } from 'vitest';
import { factName } from './fact-name.js';

it('leaves the publisher’s stamp away: nobody has judged the post beside it', () => {
  expect(factName('[SALAH] “Air PDAM Dicampur Racun”')).toBe('“Air PDAM Dicampur Racun”');
  expect(factName('[HOAKS] [VIDEO] Jembatan ambruk')).toBe('Jembatan ambruk');
  expect(factName('(DISINFORMASI) Bansos cair besok')).toBe('Bansos cair besok');
  expect(factName('Hoaks! Tiket gratis')).toBe('Tiket gratis');
  expect(factName('CEK FAKTA: Sekolah libur')).toBe('Sekolah libur');
  expect(factName('Sekolah libur seminggu (Hoaks)')).toBe('Sekolah libur seminggu');
  expect(factName('Beredar Hoaks Sekolah Libur')).toBe('Beredar Sekolah Libur');
});

it('keeps every other title, and one that is a stamp alone', () => {
  expect(factName('Air PDAM di Pedurungan aman')).toBe('Air PDAM di Pedurungan aman');
  expect(factName('Salah paham soal parkir')).toBe('Salah paham soal parkir');
  expect(factName('[SALAH]')).toBe('…');
});
