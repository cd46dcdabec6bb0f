import { expect, it } from '@jest/globals';
import { tokenize } from '@kentongan/language';
import { HoaxMemory } from './hoax-memory.js';

// Invented: a national programme that nobody talked about last month, one hoax about it, and what people say of it.
const hoax = 'Subsidi Tiket Kereta Nusantara Dipotong Separuh untuk Beli Gerbong Bekas Belgia Berlapis Asbes';
const paraphrase =
  'sudah tahu belum, subsidi kereta nusantara katanya lari buat bayar gerbong bekas dari belgia yang berlapis asbes, pantas rodanya berkarat, kursinya keropos semua';
const openings = ['akhirnya', 'kata bapak', 'kemarin', 'tetangga bilang', 'di berita'];
const sayings = [
  'naik kereta nusantara sekeluarga',
  'subsidi tiket kereta jadi juga',
  'tiket nusantara habis, subsidi laris',
  'separuh gerbong kosong',
  'tiket dipotong separuh',
  'subsidi dipotong pajak',
];
/** Said by people who join the talk, each with most of its words. */
const joining = [
  'subsidi tiket kereta nusantara jadi dipotong separuh',
  'subsidi tiket kereta nusantara separuh harga, gerbong bersih',
  'beli tiket kereta nusantara pakai subsidi, dipotong separuh',
];
const older = [
  'antrean solar panjang',
  'posyandu buka pagi',
  'pasar tumpah macet',
  'jadwal truk sampah mundur',
];
const hour = 3_600_000;

function memoryOfAMonth(): HoaxMemory {
  const memory = new HoaxMemory();
  memory.record({ factId: 'uji:gerbong', title: hoax });
  for (let at = 0; at < 300; at += 1)
    memory.record({ factId: `isi:${at}`, title: `Menara ${at}x roboh menimpa kios${at}y di desa${at}z` });
  for (let at = 0; at < 6_000; at += 1) memory.hear(tokenize(older[at % 4]!), at * 0.1 * hour);
  return memory;
}

const talk = (at: number): string => `${openings[at % 5]} ${sayings[at % 6]}`;

/** What the desk says of innocent talk once the new topic has been on everybody's lips for some days. */
function accusedAfter(memory: HoaxMemory, isHeard: boolean): number {
  for (let at = 0; at < 2_000; at += 1)
    if (isHeard) memory.hear(tokenize(talk(at)), (600 + at * 0.05) * hour);
  const matches = joining.map((text) => memory.match(tokenize(text)));
  return matches.filter((match) => match !== null && match.level !== 'related').length;
}

it('accuses nobody who talks about the new topic of the week, and still finds the hoax about it', () => {
  const memory = memoryOfAMonth();
  expect(accusedAfter(memory, true)).toBe(0);
  expect(memory.match(tokenize(paraphrase))).toMatchObject({ factId: 'uji:gerbong', level: 'matched' });
});

it('would accuse them without what the stream tells of words', () => {
  expect(accusedAfter(memoryOfAMonth(), false)).toBeGreaterThan(0);
});
