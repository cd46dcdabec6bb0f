import { beforeEach, expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { HoaxMemory } from './hoax-memory.js';

// Invented banks and hoaxes.
const lottery = 'Program Grand Prize Bank Kencana Hadir Lagi, Ayo Buruan Daftar Menangkan Hadiah Utama';
const told = (bank: string): string =>
  `kabar gembira buat nasabah Bank ${bank} sekecamatan, ayo buruan daftar lewat tautan ini, programnya grand prize, lagi hadir hadiah utama mobil sedan`;

let memory: HoaxMemory;
beforeEach(() => {
  memory = new HoaxMemory();
  for (let at = 0; at < 300; at += 1)
    memory.record({ factId: `isi:${at}`, title: `Menara ${at}x roboh menimpa kios${at}y di desa${at}z` });
  for (let at = 0; at < 6_000; at += 1) memory.hear(tokenize('antrean solar panjang sekali'), at * 1_000);
  memory.record({ factId: 'uji:kencana', title: lottery });
  memory.record({ factId: 'uji:samudra', title: 'Direktur Bank Samudra Menghilang' });
});

it('does not take the lottery of one bank for that of another', () => {
  expect(memory.match(tokenize(told('Kencana')))).toMatchObject({ factId: 'uji:kencana', level: 'matched' });
  expect(memory.match(tokenize(told('Samudra')))?.level).not.toBe('matched');
  // No bank is called that: nothing speaks against the fact.
  expect(memory.match(tokenize(told('tersebut')))?.factId).toBe('uji:kencana');
});

it('names the newer of two tellings, and still finds one that is ten years old', () => {
  const title = 'Antena Pemancar Gondoruwo Memicu Hujan Katak di Bukit Sambirejo';
  const post = tokenize(
    'katanya antena pemancar gondoruwo itu memicu hujan katak sampai bukit sambirejo, ada yang melihat sendiri waktu ronda tadi malam',
  );
  memory.record({ factId: 'a:lama', title, publishedAt: '2014-03-01T00:00:00Z' });
  expect(memory.match(post)).toMatchObject({ factId: 'a:lama' });
  memory.record({ factId: 'b:baru', title, publishedAt: '2024-03-01T00:00:00Z' });
  expect(
    memory
      .rank(post)
      .map(({ factId }) => factId)
      .slice(0, 2),
  ).toEqual(['b:baru', 'a:lama']);
  memory.withdraw('b:baru');
  memory.record({ factId: 'c:lain', title: 'Kolam Renang Diisi Cuka', publishedAt: '2024-03-01T00:00:00Z' });
  expect(memory.match(post)?.factId).toBe('a:lama');
  expect(memory.match(post)?.level).not.toBe('related');
});

it('groups the tellings of one hoax from year to year, not those about others', () => {
  const facts = [
    ['h:2021', 'Garam Krosok Menangkal Radiasi Menara Pemancar', '2021-02-03T00:00:00Z'],
    ['h:2019', 'Video Garam Krosok Menangkal Radiasi', '2019-05-01T00:00:00Z'],
    ['h:tanpa', 'Garam Krosok Menangkal Radiasi', undefined],
    ['h:lain', 'Garam Krosok Dicampur Kapur Barus', '2020-01-01T00:00:00Z'],
  ] as const;
  for (const [factId, title, publishedAt] of facts)
    memory.record({ factId, title, ...(publishedAt && { publishedAt }) });
  const group = memory.variantsOf('h:2021').map(({ factId }) => factId);
  expect(group).toEqual(['h:2019', 'h:tanpa']);
  expect(memory.variantsOf('uji:kencana')).toEqual([]);
  memory.record({ factId: 'h:desa', title: 'Garam Krosok Menangkal Radiasi' }, 'tegal');
  expect(memory.variantsOf('h:2021', 'semarang')).toHaveLength(2);
  expect(memory.variantsOf('h:2021', 'tegal')).toHaveLength(3);
  expect(memory.variantsOf('h:desa', 'tegal')).toHaveLength(3);
  expect(memory.variantsOf('h:desa', 'semarang')).toEqual([]);
});
