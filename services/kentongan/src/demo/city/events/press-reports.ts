import { templates } from '../grammar.js';
import type { Story, StoryPart } from './story.js';

/** What a paper found out. Papers, projects and findings are invented. */
interface Report {
  readonly title: string;
  readonly about: readonly string[];
  readonly headlines: readonly string[];
  readonly leads: readonly string[];
  readonly comments: readonly string[];
  readonly hashtags: readonly string[];
}

const reports: readonly Report[] = [
  {
    title: 'Berita proyek taman molor',
    about: ['parks'],
    hashtags: ['#TamanLampion'],
    headlines: templates(`
      Setahun Molor, Renovasi Taman Lampion Baru 40 Persen
      Renovasi Taman Lampion Molor Setahun, Kontraktor Sebut Cuaca
      Taman Lampion Tak Kunjung Jadi, Biaya Bertambah Rp3 Miliar
      Dokumen Proyek: Renovasi Taman Lampion Sudah Empat Kali Diperpanjang
    `),
    leads: templates(`
      SEMARANG – Renovasi Taman Lampion yang dijanjikan selesai tahun lalu baru mencapai 40 persen, menurut dokumen proyek yang dilihat redaksi.
      Pagar seng di Taman Lampion sudah setahun berdiri. Kepala proyek mengatakan hujan dan keterlambatan bahan menjadi penyebabnya.
      Dalam liputan khusus, kami menelusuri empat kali perpanjangan kontrak Taman Lampion.
    `),
    comments: templates(`
      Baca liputan soal Taman Lampion, [pantes pagarnya nggak dibuka-buka|empat kali diperpanjang lho]
      Berita Taman Lampion ini [bagus datanya|runtut], wajib baca warga {district}
      Taman Lampion masih seng aja, ternyata [baru 40 persen|biayanya nambah 3 miliar]
      Ada yang sudah baca laporan Taman Lampion? Penjelasan kontraktornya cuaca{end}
      Liputan media soal Taman Lampion ramai, kita tunggu tanggapan dinasnya
    `),
  },
  {
    title: 'Berita halte tak ramah difabel',
    about: ['traffic'],
    hashtags: ['#HalteUntukSemua'],
    headlines: templates(`
      Survei: Tujuh dari Sepuluh Halte di Semarang Tak Bisa Dilalui Kursi Roda
      Tujuh dari Sepuluh Halte Semarang Tak Ramah Kursi Roda
      Naik Bus dengan Kursi Roda di Semarang: Tangga, Tiang, dan Trotoar Buntu
      Komunitas Difabel: Halte Baru Dibangun, Jalur Kursi Rodanya Buntu
    `),
    leads: templates(`
      SEMARANG – Survei komunitas difabel terhadap 60 halte menemukan 42 di antaranya tidak dapat dilalui kursi roda.
      Reporter kami mengikuti pengguna kursi roda dari {district} ke {spot}. Perjalanan 20 menit menjadi dua jam.
      Dinas menyatakan anggaran perbaikan halte diajukan tahun depan, menurut keterangan tertulis kepada redaksi.
    `),
    comments: templates(`
      Baca laporan halte ini, [sedih|baru sadar] selama ini halte kita nggak bisa dipakai kursi roda
      Liputan halte tak ramah kursi roda ini detail banget, sampai diukur kemiringannya
      42 dari 60 halte nggak bisa dilewati kursi roda, datanya ada di berita ini
      Share biar banyak yang baca, halte untuk semua orang
      Sudah baca berita halte? [Penjelasan dinasnya tahun depan|fotonya bikin miris]
    `),
  },
  {
    title: 'Berita obat kosong di puskesmas pembantu',
    about: ['health'],
    hashtags: ['#ObatKosong'],
    headlines: templates(`
      Obat Hipertensi Kosong Tiga Pekan di Lima Puskesmas Pembantu
      Tiga Pekan Obat Hipertensi Kosong, Pasien Beli Sendiri
      Pasien Lansia Pulang dengan Tangan Kosong, Stok Obat Hipertensi Habis
      Distribusi Terlambat, Stok Obat Hipertensi di Puskesmas Pembantu Habis
    `),
    leads: templates(`
      SEMARANG – Stok obat hipertensi di lima puskesmas pembantu kosong selama tiga pekan, berdasarkan catatan yang diperoleh redaksi.
      Petugas membenarkan keterlambatan pengiriman dan menyebut stok akan datang pekan depan.
      Seorang pasien lansia di {village} mengaku dua kali pulang tanpa obat.
    `),
    comments: templates(`
      Baca berita obat hipertensi kosong, [simbahku salah satunya|kok bisa tiga pekan]
      Laporan obat kosong ini ada datanya, lima puskesmas pembantu
      Berita obat hipertensi kosong ini perlu dijawab, bukan dimarahi medianya
      Ada yang di {district} ngalami obat hipertensi kosong kayak di berita?
      Semoga setelah diberitakan stok obatnya cepat datang
    `),
  },
];

export const pressReports: readonly Story[] = reports.map(
  ({ title, about, headlines, leads, comments, hashtags }) => ({
    title,
    about,
    hashtags,
    parts: [
      papers(headlines, leads),
      { weight: 52, texts: headlines, hasLink: true, isCopied: true },
      {
        weight: 16,
        texts: headlines.map(
          (headline) => `[Nah|Baca ini|Akhirnya diberitakan|Waduh|Monggo dibaca]: ${headline}`,
        ),
        hasLink: true,
      },
      { weight: 26, texts: comments },
    ],
  }),
);

/** The papers' own posts: few, but read by many. */
function papers(headlines: readonly string[], leads: readonly string[]): StoryPart {
  const texts = headlines.flatMap((headline) => [headline, ...leads.map((lead) => `${headline}. ${lead}`)]);
  return { weight: 6, texts, authorKind: 'press', hasLink: true, isCopied: true };
}
