import { standardForm } from '../tokens/slang.js';
import { stem } from '../tokens/stem.js';

/**
 * What a word tells of a public service, written by hand for this project: a plain complaint (`air mati sejak kemarin`) need not
 * hold a single word of blame. Flags, because a word may be several of them (`lampu padam`: a service; `padam` stops one).
 */
export const serviceRole = {
  /** Something that the public relies on. */
  service: 1,
  /** Said of a service, it is not there. */
  stops: 2,
  /** What a service is expected to do. */
  serves: 4,
  /** `belum`, `tak`, `tanpa`: what is expected does not happen. */
  denies: 8,
  /** A stretch of time: `hari`, `bulan`. */
  time: 16,
  /** Since when or how long: `sejak`, `sudah`, `dari`. */
  since: 32,
  /** It keeps happening: `terus`, `lagi-lagi`, `berjam-jam`. */
  repeats: 64,
  /** Somebody announces, plans, teaches or asks for the way. */
  announces: 128,
  /** It came about: `akhirnya`, `langsung`. */
  done: 256,
  /** A number in letters: `tiga`, `beberapa`. */
  counts: 512,
} as const;

const lists: Readonly<Record<keyof typeof serviceRole, string>> = {
  service: `listrik lampu penerangan pju pln air pdam pam keran kran ledeng pipa pompa sinyal internet wifi jaringan telepon aplikasi apk website web
    situs laman server sistem cctv mesin atm lift eskalator toilet wc bus angkot kereta krl kapal feri ambulans gas elpiji lpg melon minyak solar
    pertalite bensin pupuk beras obat vaksin vaksinnya obatnya kuota loket puskesmas kantor dokter petugas kamar ruangan halte jembatan jalan dalan
    dalane banyu banyune cai caina listrikna lampune lampunya airnya listriknya`,
  stops: `mati padam kosong habis hilang putus lumpuh mandek macet mampet bocor pecah jebol tutup down error eror mogok tumbang ambrol roboh amblas ambles
    keruh cokelat coklat hitam bau berlubang bolong rusak gelap pareum nonaktif kecil tersumbat buntu nihil ditinggal dibiarkan terisolasi ngadat tertunda molor`,
  serves: `datang angkat angkut jawab tanggap gaji bayar nyala hidup alir ngalir mili ngocor hurung fungsi operasi cair panggil layan terima aspal
    ditangani penanganan tindakan tindak ditindaklanjuti tindaklanjut diperbaiki perbaikan memperbaiki dibenerin benerin didandani ditambal respon
    direspon respons kabar kejelasan pemberitahuan pengumuman dikirim diganti dipasang turun sambung nyambung beres tuntas dibersihkan dikeruk
    dipangkas disurvei muncul diproses masuk kebagian dapat jadi bisa ada kunjung karcis`,
  denies: `belum blm blom belom tidak tak tdk gak ga gk nggak ngga enggak ndak kagak tanpa ora durung teu can tiada kapan`,
  time: `hari minggu pekan bulan tahun jam menit malam dina sasi taun poe poé kemarin semalam subuh tadi lama suwe senin selasa rabu kamis jumat
    sabtu pagi`,
  since: `sejak sedari dari semenjak sudah udah udh sdh dah hampir selama wis geus ti`,
  repeats: `terus lagi-lagi berhari-hari berjam-jam berbulan-bulan bertahun-tahun berminggu-minggu seharian semalaman seminggu sebulan setahun tiap
    setiap selalu melulu mulu berkali-kali`,
  announces: `akan bakal besok lusa mulai pukul jadwal terjadwal dijadwalkan sementara simulasi latihan uji sosialisasi pendaftaran pendaftarannya
    syarat cara info informasi digelar berlangsung meninjau rapat melantik dibuka membuka terbit tanggal pekerjaan pemeliharaan pemasangan rekayasa
    pengalihan penutupan imbauan mengimbau diimbau disiapkan menyiapkan posko rencananya sampai hingga isukan sesuk`,
  counts: `dua tiga empat lima enam tujuh delapan sembilan sepuluh belasan puluhan beberapa setengah sekian rong telung patang tilu opat`,
  done: `akhirnya langsung kembali normal makasih terimakasih alhamdulillah nuwun nuhun berkat`,
};

const written = new Map<string, number>();
const roots = new Map<string, number>();
for (const [role, list] of Object.entries(lists) as [keyof typeof serviceRole, string][])
  for (const word of list.split(/\s+/).filter(Boolean)) {
    written.set(word, (written.get(word) ?? 0) | serviceRole[role]);
    if (role === 'serves') roots.set(word, serviceRole.serves);
  }

/** The roles of a `norm`, added up: as written, else of its standard form; what a service does also by its stem (`diangkut`). */
export function serviceRolesOf(norm: string): number {
  return written.get(norm) ?? written.get(standardForm(norm) ?? '') ?? roots.get(stem(norm)) ?? 0;
}
