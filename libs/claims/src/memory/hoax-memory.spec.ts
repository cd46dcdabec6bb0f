import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Fact } from '@kentongan/contracts';
import { tokenize } from '@kentongan/language';
import { HoaxMemory } from './hoax-memory.js';

// Invented facts and posts: a small memory with one topic that everybody talks about, and the talk itself.
const topics = ['Dapur Umum Keliling', 'Kartu Pangan Warga', 'Bus Malam Gratis', 'Sekolah Lima Hari'];
const claims = [
  'Wali Kota Jual Dapur Umum Keliling kepada Pengusaha Asing',
  'Penerima Kartu Pangan Warga Wajib Setor KTP ke Partai',
  'Tiang Jembatan Kaligarang Retak akibat Ritual Tambang Emas',
  'Video Buaya Putih Muncul di Lapangan Simpang Lima',
  'Minum Air Rebusan Kelor Menyembuhkan Demam Berdarah dalam Semalam',
];
const facts: Fact[] = [
  ...claims.map((title, i) => ({ factId: `uji:${i}`, title })),
  ...Array.from({ length: 200 }, (_, i) => ({
    factId: `isi:${i}`,
    title: `${topics[i % 4]} ${['ditolak', 'dikorupsi', 'dipindah', 'dibakar'][i % 3]} di wilayah rt${i}a`,
  })),
];
const talk = [
  'anak saya suka dapur umum keliling menunya enak terima kasih pak wali',
  'dapur umum keliling kok belum sampai kampung kami ya pak wali kota',
  'kartu pangan warga saya belum keluar padahal sudah setor ktp ke kelurahan',
  'bus malam gratis telat lagi, penumpang menunggu satu jam di halte',
  'menurut saya dapur umum keliling cuma buang anggaran, lebih baik perbaiki jalan',
];
const hour = 3_600_000;

let memory: HoaxMemory;
beforeEach(() => {
  memory = new HoaxMemory();
  for (const fact of facts) memory.record(fact);
});

function hearTalk(times: number): (string | undefined)[] {
  const levels: (string | undefined)[] = [];
  for (let i = 0; i < times; i += 1) {
    const text = talk[i % talk.length]!;
    levels.push(memory.hear(tokenize(text), i * hour)?.level);
  }
  return levels;
}

describe('the hoax memory', () => {
  it('accuses nobody who talks about the topic of the week, from the first post on', () => {
    const levels = hearTalk(500);
    expect(levels.filter((level) => level === 'matched' || level === 'same')).toEqual([]);
  });

  it('finds a claim that is told in other words, and shows the words that carried it', () => {
    hearTalk(500);
    const match = memory.hear(
      tokenize(
        'Astaghfirullah, ternyata tiang jembatan Kaligarang sampai retak gara2 ada ritual penambang emas tiap malam jumat!!',
      ),
      500 * hour,
    );
    expect(match).toMatchObject({ factId: 'uji:2', level: 'matched' });
    expect(match?.matchedWords).toEqual(expect.arrayContaining(['Kaligarang', 'retak', 'ritual', 'emas']));
  });

  it('does not take a shared name for a shared claim', () => {
    hearTalk(500);
    const match = memory.match(
      tokenize('Konser di lapangan Simpang Lima besok malam, parkir di Jalan Pahlawan'),
    );
    expect(match?.level).not.toBe('matched');
  });

  it('asks for more before it has heard the stream than after', () => {
    const post = tokenize('rebusan daun kelor katanya bisa menyembuhkan demam');
    const before = memory.match(post);
    hearTalk(3_000);
    const order = [undefined, 'related', 'matched', 'same'];
    expect(order.indexOf(memory.match(post)?.level)).toBeGreaterThan(order.indexOf(before?.level));
  });

  it('does not let a spreading hoax make itself ordinary', () => {
    hearTalk(500);
    const hoax = 'awas tiang jembatan kaligarang retak karena ritual tambang emas, kata warga sekitar sungai';
    const levels = Array.from(
      { length: 400 },
      (_, i) => memory.hear(tokenize(hoax), (500 + i / 100) * hour)?.level,
    );
    expect(new Set(levels)).toEqual(new Set([levels[0]]));
    expect(levels[0]).not.toBe('related');
  });

  it('knows copies of the circulating text and links to it', () => {
    const hoaxText =
      'Kabar duka dari pasar Johar, sembilan kios hangus karena gas bocor dan pemilik dilarang masuk sampai lebaran https://contoh.example/kios-hangus';
    memory.record({ factId: 'uji:kios', title: 'Sembilan kios hangus', hoaxText });
    const copy = tokenize(`Diteruskan: ${hoaxText.replace('sembilan', 'SEPULUH').replace(/https.*/, '')} 🙏`);
    expect(memory.match(copy)).toMatchObject({ factId: 'uji:kios', level: 'same', score: 1 });
    const link = tokenize('apa ini benar? https://contoh.example/kios-hangus');
    expect(memory.match(link)).toMatchObject({ factId: 'uji:kios', level: 'same' });
  });

  it('tells all that a text may be about, the best as it does for a post, the others as related', () => {
    hearTalk(3_000);
    for (const text of [...claims, ...talk]) {
      const tokens = tokenize(text);
      const matches = memory.matches(tokens);
      expect(matches[0] ?? null).toEqual(memory.match(tokens));
      expect(matches.length).toBeLessThanOrEqual(5);
      expect(new Set(matches.map(({ factId }) => factId)).size).toBe(matches.length);
      expect(matches.slice(1).every(({ level }) => level === 'related')).toBe(true);
    }
    memory.record({ factId: 'uji:kembar', title: facts[2]!.title });
    const twin = memory.matches(tokenize(claims[2]!)).find(({ factId }) => factId === 'uji:kembar');
    expect(twin?.level).not.toBe('related');
  });

  it('knows half of a circulating text that was passed on', () => {
    const hoaxText =
      'Kabar duka dari pasar Johar, sembilan kios hangus karena gas bocor, pemilik dilarang masuk sampai lebaran, petugas meminta uang jaminan dua juta, daftar korban ditempel di pos ronda, anak yatim menunggu santunan yang dibawa kabur bendahara';
    memory.record({ factId: 'uji:kios', title: 'Sembilan kios hangus', hoaxText });
    const words = hoaxText.split(' ');
    for (const half of [words.slice(0, 18), words.slice(-18)])
      expect(memory.match(tokenize(half.join(' ')))).toMatchObject({ factId: 'uji:kios', level: 'same' });
  });

  it('shows the fact of a region to its own posts alone, at every level', () => {
    hearTalk(3_000);
    const hoaxText =
      'Waduk Jatibarang dikuras buat kolam renang pejabat, warga hilir disuruh mandi air sumur asin';
    const fact = {
      factId: 'uji:waduk',
      title: 'Waduk Jatibarang Dikuras untuk Kolam Renang Pejabat',
      hoaxText,
    };
    memory.record(fact, 'semarang');
    for (const text of [
      fact.title,
      hoaxText,
      'katanya waduk jatibarang dikuras demi kolam renang para pejabat',
    ]) {
      const tokens = tokenize(text);
      expect(memory.match(tokens, 'semarang')?.factId).toBe(fact.factId);
      for (const elsewhere of ['tegal', '*']) {
        expect(memory.match(tokens, elsewhere)?.factId).not.toBe(fact.factId);
        const seen = [...memory.matches(tokens, 5, elsewhere), ...memory.rank(tokens, 20, elsewhere)];
        expect(seen.map(({ factId }) => factId)).not.toContain(fact.factId);
      }
    }
    memory.record(fact);
    expect(memory.match(tokenize(hoaxText), 'tegal')?.factId).toBe(fact.factId);
  });

  it('recognises by a merged duplicate, and names the fact that was kept', () => {
    const hoaxText =
      'awas jembatan kaligarang mau runtuh karena ritual penambang emas liar tadi malam sekali';
    const copy: Fact = { factId: 'ganda:1', title: 'Jembatan Kaligarang Runtuh karena Ritual', hoaxText };
    const named = () => memory.match(tokenize(hoaxText))?.factId;
    memory.record(copy);
    expect(named()).toBe('ganda:1');
    memory.record({ ...copy, mergedInto: 'uji:2' });
    expect(named()).toBe('uji:2');
    const all = memory.matches(tokenize(hoaxText)).map(({ factId }) => factId);
    expect(all.filter((factId) => factId === 'uji:2')).toHaveLength(1);
    expect(all).not.toContain('ganda:1');
    // Told apart again, and when the kept one is gone, it speaks for itself.
    memory.record(copy);
    expect(named()).toBe('ganda:1');
    memory.record({ ...copy, mergedInto: 'uji:2' });
    memory.withdraw('uji:2');
    expect(named()).toBe('ganda:1');
  });

  it("never names a region's own fact to another region", () => {
    const hoaxText =
      'gratis pulsa seratus ribu dari kantor kecamatan cukup kirim foto ktp dan nomor rekening ibu';
    memory.record({ factId: 'desk:1', title: 'Pulsa Gratis dari Kecamatan' }, 'kota-a');
    memory.record({ factId: 'umum:1', title: 'Pulsa Gratis', hoaxText, mergedInto: 'desk:1' });
    expect(memory.match(tokenize(hoaxText), 'kota-b')?.factId).toBe('umum:1');
  });

  it('does not take the address of the answer for the hoax', () => {
    const url = 'https://cekfakta.example/waduk-jatibarang';
    memory.record({ factId: 'uji:waduk', title: 'Waduk Jatibarang dikuras', url });
    expect(memory.match(tokenize(`baca ini dulu ${url}`))).toBeNull();
  });

  it('forgets a withdrawn fact in all ways and takes a corrected one', () => {
    const post = tokenize(claims[4]!);
    expect(memory.match(post)).toMatchObject({ factId: 'uji:4', level: 'same' });
    expect(memory.withdraw('uji:4')).toBe(true);
    expect(memory.withdraw('uji:4')).toBe(false);
    expect(memory.match(post)?.factId).not.toBe('uji:4');
    expect(memory.size).toBe(facts.length - 1);
    memory.record({ factId: 'uji:4', title: 'Jadwal sekolah berubah mulai senin depan di semua kelurahan' });
    expect(memory.match(post)?.factId).not.toBe('uji:4');
    expect(memory.rank(tokenize('jadwal sekolah berubah senin depan'))[0]?.factId).toBe('uji:4');
  });

  it('answers the same whatever the order in which facts came and went', () => {
    const turned = new HoaxMemory();
    for (const fact of [...facts].reverse()) turned.record(fact);
    for (let i = 0; i < 50; i += 1) turned.withdraw(`isi:${i}`);
    for (const fact of facts) turned.record(fact);
    for (const text of [...talk, ...claims]) {
      expect(turned.rank(tokenize(text))).toEqual(memory.rank(tokenize(text)));
      expect(turned.match(tokenize(text))).toEqual(memory.match(tokenize(text)));
    }
  });

  it('has nothing to say about empty, foreign and endless texts', () => {
    for (const text of [
      '',
      '🙏🙏',
      'https://contoh.example/',
      'lorem ipsum dolor sit amet',
      'ha'.repeat(10_000),
    ]) {
      expect(memory.hear(tokenize(text), 0)).toBeNull();
    }
  });
});
