import { templates } from './grammar.js';

/** A false story that was checked once and comes back: as it circulated, and as people retell it. */
export interface ReturningHoax {
  readonly title: string;
  readonly about: readonly string[];
  readonly conclusion: string;
  readonly hoaxText: string;
  /** Sentences that forwarders add at the end. */
  readonly additions: readonly string[];
  /** Words that change on the way. */
  readonly changes: readonly (readonly [from: string, to: readonly string[]])[];
  readonly retellings: readonly string[];
}

/** All invented. */
export const returningHoaxes: readonly ReturningHoax[] = [
  {
    title: 'Vaksin imunisasi di sekolah membuat murid lumpuh tiga hari kemudian',
    about: ['health', 'children'],
    conclusion:
      'Tidak benar. Anak dalam foto terpeleset di kamar mandi. Catatan kesehatan tidak memuat satu pun kelumpuhan setelah imunisasi sekolah.',
    hoaxText:
      'INFO PENTING untuk orang tua. Jangan izinkan anak ikut imunisasi di sekolah minggu ini. Sudah ada dua belas murid lumpuh tiga hari setelah disuntik vaksin baru, dokter disuruh diam. Anak teman saya kakinya tidak bisa digerakkan sampai sekarang. Tolak saja suratnya, itu hak kita. Sebarkan ke semua grup wali murid sebelum terlambat.',
    additions: templates(`
      Ini bukan karangan, saudara saya perawat.
      Mohon diteruskan ke grup kelas masing-masing.
      Kalau ada petugas datang, anaknya diajak pulang saja.
      Semoga anak-anak kita dilindungi.
      Di {district} katanya mulai besok.
      Sudah ada videonya tapi dihapus terus.
    `),
    changes: [
      ['dua belas', ['12', 'belasan', 'tiga belas', 'sebelas']],
      ['murid', ['anak', 'siswa', 'murid SD']],
      ['minggu ini', ['besok', 'bulan ini', 'pekan ini']],
      ['Sebarkan', ['Bagikan', 'Teruskan', 'Share']],
      ['dokter disuruh diam', ['rumah sakit disuruh tutup mulut', 'tapi ditutup-tutupi']],
      ['Anak teman saya', ['Keponakan saya', 'Anak tetangga', 'Anak sepupu']],
    ],
    retellings: templates(`
      Katanya ada murid [lumpuh|nggak bisa jalan] habis [disuntik|diimunisasi] vaksin di sekolah, [bener nggak sih|jadi takut|ada yang tahu]?
      Di grup wali murid {village} rame soal anak lumpuh tiga hari setelah imunisasi sekolah. [Ngeri|Merinding|Aku izinin anakku nggak ya].
      Besok anakku jadwal vaksin di sekolah, tapi [dengar|baca] ada yang sampai lumpuh. [Batal aja deh|Boleh nolak kan]?
      [Jangan mau|Tolak] imunisasi sekolah dulu, [tetangga|temen kantor] bilang murid SD di {district} lumpuh habis disuntik.
      Vaksin sekolah bikin anak lumpuh, [kok didiamkan|dinas ke mana aja|masih dipaksa juga].
      {hey} yang punya anak SD, hati-hati vaksin di sekolah ya, sudah ada yang lumpuh tiga hari kemudian.
      Suntikan imunisasi di sekolah [bahaya|berisiko], {count} anak kakinya lumpuh, [ibunya cerita sendiri|ada fotonya].
      Ini info vaksin sekolah bikin lumpuh kan dulu sudah pernah ada ya, kok muncul lagi?
    `),
  },
  {
    title: 'Air ledeng akan diberi obat bius malam ini, warga dilarang minum sampai subuh',
    about: ['water'],
    conclusion:
      'Tidak benar. Yang dilakukan adalah pencucian pipa rutin dengan kaporit dalam takaran minum. Tidak ada obat bius.',
    hoaxText:
      'Peringatan dari orang dalam. Malam ini air ledeng akan dicampur obat bius mulai jam sepuluh sampai subuh supaya warga tidur dan rumahnya mudah dimasuki. Jangan diminum, jangan dipakai masak, tampung air dari sekarang. Tiga keluarga di kota sebelah tidak bangun sampai siang. Kirim ke keluarga dan tetangga, jangan berhenti di kamu.',
    additions: templates(`
      Saya sudah nampung dua ember.
      Yang punya bayi tolong hati-hati.
      Katanya {district} duluan.
      Lebih baik berjaga daripada menyesal.
      Ini dari grup satpam perumahan.
    `),
    changes: [
      ['jam sepuluh', ['jam 10', 'pukul 22', 'jam sembilan']],
      ['air ledeng', ['air keran', 'air PAM', 'air ledeng kota']],
      ['Tiga keluarga', ['Dua keluarga', '3 keluarga', 'Satu gang']],
      ['Kirim', ['Sebar', 'Teruskan', 'Kasih tahu']],
      ['warga tidur', ['orang tertidur', 'kita tidur pulas']],
    ],
    retellings: templates(`
      Air ledeng malam ini jangan diminum dulu, katanya dikasih obat bius [sampai subuh|biar warga tidur].
      Ada yang dapat pesan soal obat bius di air ledeng? [Bener nggak|Takut nih|Simbahku langsung nampung air].
      {kin} nelpon, air ledeng mau dicampur obat bius malam ini, [warga dilarang minum|disuruh nampung]. [Serius|Masa iya] ?
      Di {village} pada nampung air gara-gara kabar obat bius di ledeng{end}
      Obat bius di air ledeng? [Maling sekarang canggih|Kok bisa lolos|Siapa yang masukin].
      Hati-hati, air ledeng dibius malam ini sampai subuh, jangan dipakai masak.
      Pesan air ledeng dibius ini bukannya tahun lalu juga ada ya
    `),
  },
  {
    title: 'Saldo tabungan dipotong seratus lima puluh ribu tiap bulan untuk iuran kartu warga',
    about: ['money'],
    conclusion:
      'Tidak benar. Tidak ada iuran kartu warga dan bank tidak memotong saldo tanpa persetujuan pemilik.',
    hoaxText:
      'Cek rekening kalian sekarang juga. Mulai bulan ini saldo tabungan otomatis dipotong seratus lima puluh ribu untuk iuran kartu warga, berlaku di semua bank. Tidak ada pemberitahuan dan tidak bisa dibatalkan kecuali uangnya ditarik sebelum tanggal lima. Pegawai bank sendiri yang bilang. Ambil uangmu, jangan sisakan lebih dari lima puluh ribu. Beritahu orang tua di kampung.',
    additions: templates(`
      Tadi ATM di {street} sudah antri panjang.
      Punya mertua saya sudah kepotong.
      Kasihan pensiunan kalau begini.
      Jangan telat, tanggal lima sebentar lagi.
    `),
    changes: [
      ['seratus lima puluh ribu', ['150 ribu', 'Rp150.000', '150rb']],
      ['tanggal lima', ['tanggal 5', 'akhir pekan', 'tanggal tujuh']],
      ['Cek rekening', ['Lihat saldo', 'Cek tabungan']],
      ['Pegawai bank sendiri yang bilang', ['Ini kata teller', 'Teman saya kerja di bank']],
      ['Beritahu', ['Kabari', 'Kasih tahu', 'Info ke']],
    ],
    retellings: templates(`
      Saldo tabungan beneran dipotong 150 ribu tiap bulan buat kartu warga? [Ada yang kena|Kok nggak ada pemberitahuan].
      {kin} [panik|langsung ke ATM] gara-gara kabar tabungan dipotong iuran kartu warga{end}
      Iuran kartu warga motong saldo tabungan tiap bulan, [ngawur|ini siapa yang setuju|uang rakyat lagi].
      Antri ATM di {spot} panjang, katanya saldo mau dipotong seratus lima puluh ribu buat iuran kartu warga.
      Hati-hati, mulai bulan ini tabungan dipotong otomatis untuk iuran kartu warga, [tarik dulu|sisakan sedikit saja].
      Tabungan anakku dipotong juga nggak ya buat iuran kartu warga itu?
    `),
  },
];
