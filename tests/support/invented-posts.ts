import { pick, seededRandom } from './random.js';

/** A line of an ingest file. All texts are invented; the words are everyday Indonesian. */
export interface InventedPost {
  readonly id: string;
  readonly ts: string;
  readonly text: string;
  readonly author: string;
  readonly likes: number;
}

const words =
  'warga pagi ini di depan pasar banyak orang lewat sambil membawa belanja anak sekolah pulang lebih awal karena guru rapat cuaca cukup cerah angin sedikit kencang petugas sudah datang membersihkan selokan kemarin sore kami menunggu bus hampir satu jam akhirnya naik ojek saja harga cabai di lapak turun sedikit penjual senang pembeli juga semoga besok tetap begitu terima kasih sudah diperbaiki lampu taman sekarang terang malam terasa aman tetangga mengadakan kerja bakti minggu depan mohon bantuannya apakah jadwal layanan berubah hari libur tidak ada pengumuman kantor tutup lebih cepat antrean panjang sekali padahal cuma mau ambil berkas nggak papa sabar aja bro makasih infonya min tolong dicek dong gaes'.split(
    ' ',
  );
const subjects = [
  'banjir',
  'sampah menumpuk',
  'jalan rusak',
  'lampu jalan mati',
  'air PDAM keruh',
  'listrik padam',
  'bansos',
  'macet',
  'PPDB',
  'puskesmas',
];
const places = [
  'Pedurungan',
  'Tembalang',
  'Kota Semarang',
  'Genuk',
  'Bekasi',
  'Surabaya',
  'Kabupaten Tegal',
  'Banyumanik',
];
const hashtags = ['#infosemarang', '#warga', '#pagi', '#lapor', '#kotakita', '#cuaca', '#pasar', '#sekolah'];

/**
 * Everyday posts without any event in them.
 * @param textBytes approximate size of each text
 * @param timeOf milliseconds since the epoch of the n-th post
 */
export function* everydayPosts(options: {
  readonly seed: number;
  readonly count: number;
  readonly textBytes: number;
  readonly authors: number;
  readonly timeOf: (index: number) => number;
}): Generator<InventedPost> {
  const random = seededRandom(options.seed);
  for (let index = 0; index < options.count; index += 1) {
    yield {
      id: `${options.seed}-${index}`,
      ts: new Date(options.timeOf(index)).toISOString(),
      text: everydayText(random, options.textBytes),
      author: `warga${Math.floor(random() * options.authors)}`,
      likes: Math.floor(random() * 20),
    };
  }
}

export function everydayText(random: () => number, textBytes: number): string {
  const parts: string[] = [];
  let bytes = 0;
  const add = (part: string) => {
    parts.push(part);
    bytes += part.length + 1;
  };
  while (bytes < textBytes) {
    const kind = random();
    if (kind < 0.93) add(pick(random, words));
    else if (kind < 0.955) add(pick(random, subjects));
    else if (kind < 0.98) add(`di ${pick(random, places)}`);
    else add(pick(random, hashtags));
  }
  return parts.join(' ').slice(0, textBytes);
}

const syllables =
  'ba bi bu da di du ga ka ki ku la li lu ma mi mu na ni nu pa pi ra ri ru sa si su ta ti tu ya'.split(' ');

/** Titles of fact-checks as a TSV with id and title: names and things of their own among everyday words. */
export function inventedFacts(count: number): string {
  const random = seededRandom(4);
  const name = () => pick(random, syllables) + pick(random, syllables) + pick(random, syllables);
  const title = () =>
    `${name()} ${name()} ${pick(random, words)} ${name()} ${pick(random, words)} ${name()} ${name()}`;
  const rows = Array.from({ length: count }, (_, index) => `${index}\t${title()}`);
  return `id\ttitle\n${rows.join('\n')}\n`;
}
