import type { Fact } from '@kentongan/contracts';
import { returningHoaxes } from './returning-hoaxes.js';

const publisher = 'Cek Fakta Simulasi';
const dayMilliseconds = 86_400_000;
const publishedEveryDays = 9;

/** Claim | what a checker found. All invented, some of them near to what people really talk about. */
const claims = `
Lampu jalan LED di perumahan memancarkan radiasi penyebab kanker kulit | Lampu LED jalan tidak memancarkan radiasi pengion. Pengukuran lembaga uji menunjukkan cahaya biasa.
Juru parkir akan dipasangi cip pelacak oleh pemerintah | Tidak ada rencana maupun aturan tentang cip pada juru parkir.
Tilang elektronik memotong saldo rekening pemilik kendaraan secara otomatis | Denda dibayar sendiri setelah konfirmasi. Kamera tilang tidak terhubung dengan rekening.
Truk sampah kota membuang limbah rumah sakit ke sungai pada malam hari | Video itu rekaman latihan penanganan tumpahan di tempat lain, tiga tahun lalu.
Undian berhadiah sepeda motor dari kantor pajak lewat tautan pesan berantai | Kantor pajak tidak mengadakan undian. Tautan itu meminta kata sandi.
Bantuan kuota internet 100 GB untuk semua pelajar cukup isi nomor telepon | Tidak ada program itu. Tautan mengumpulkan nomor telepon.
Telur ayam ras dicampur plastik beredar di pasar tradisional | Selaput telur lama memang kenyal. Uji laboratorium tidak menemukan plastik.
Beras sintetis dari plastik dijual murah di pasar malam | Sampel yang diuji seluruhnya beras asli dengan kadar air tinggi.
Garam dapur mengandung serbuk kaca halus | Butiran itu kristal garam kasar yang larut dalam air.
Minum air kelapa panas menyembuhkan kanker dalam sebulan | Tidak ada bukti klinis. Perawatan kanker perlu dokter.
Bawang putih direndam semalam membunuh virus demam berdarah | Belum ada obat yang membunuh virus dengue; yang menolong adalah cairan dan perawatan.
Daun sirih diteteskan ke mata menyembuhkan katarak | Cara itu dapat melukai kornea. Katarak ditangani dengan operasi.
Gempa besar akan menghancurkan pesisir utara tanggal dua puluh lima | Gempa tidak dapat diramalkan tanggal dan jamnya.
Tsunami setinggi dua puluh meter diprediksi minggu depan | Lembaga resmi tidak mengeluarkan prediksi itu.
Gelombang panas membuat ban mobil meledak serentak di jalan tol | Foto berasal dari kebakaran gudang ban di negara lain.
Uang kertas seratus ribu seri baru tidak berlaku mulai bulan depan | Bank sentral tidak mencabut seri itu.
Koin seribu kelapa sawit dibeli kolektor sepuluh juta rupiah | Tidak ada pembeli; penjual meminta biaya pendaftaran di muka.
Kartu identitas digital wajib dibayar dua ratus ribu rupiah | Layanan kependudukan tidak memungut biaya.
Penerima bantuan sosial harus mengirim foto selfie ke nomor pribadi petugas | Petugas tidak meminta foto lewat nomor pribadi.
Pendaftaran pegawai negeri tanpa tes dibuka lewat kenalan orang dalam | Seleksi hanya lewat laman resmi dan selalu dengan tes.
Lowongan kereta api menanggung tiket perjalanan dengan transfer lebih dulu | Perekrutan tidak memungut uang. Agen perjalanan itu fiktif.
Anggota geng menaruh paku berkarat di kursi bioskop | Kisah lama dari luar negeri tanpa satu pun laporan.
Penjual boneka keliling membius pembeli dengan tepung | Tidak ada laporan; foto adalah potongan sinetron.
Permen bentuk stroberi mengandung sabu dibagikan di sekolah dasar | Pesan berantai dari luar negeri; tidak ditemukan di dalam negeri.
Seragam sekolah baru mengandung formalin tinggi | Uji tekstil menunjukkan kadar di bawah batas.
Susu kotak pembagian sekolah berisi lilin putih | Endapan itu lemak susu yang menggumpal karena panas.
Anak sekolah dipulangkan satu bulan karena flu unta | Tidak ada kebijakan libur. Surat edaran itu palsu.
Masker hijau dari puskesmas menyebabkan sesak napas permanen | Masker medis aman dipakai sesuai petunjuk.
Obat cacing massal membuat belasan murid meninggal | Tidak ada kematian yang berkaitan dengan obat cacing.
Menara telekomunikasi menyebabkan burung mati berjatuhan | Burung mati karena badai es di negara lain.
Air hujan buatan mengandung racun serangga | Bahan semai adalah garam dapur halus.
Gas elpiji tiga kilogram akan ditarik total awal tahun | Tidak ada rencana penarikan; aturannya soal pendataan pembeli.
Bensin dicampur air di seluruh pom bensin kota | Satu tangki di satu tempat tercampur air hujan dan sudah ditutup.
Kapal asing mencuri pasir pantai pada malam hari dengan izin lurah | Kapal itu kapal keruk pelabuhan yang bekerja dengan izin resmi.
Patung di taman kota menangis darah menjelang pemilihan | Noda itu karat dari rangka besi setelah hujan.
Kamera pengawas jalan merekam suara percakapan warga | Kamera lalu lintas tidak memiliki mikrofon.
Tower air bekas di tengah kota akan dijadikan penjara | Bangunan itu cagar budaya; tidak ada rencana tersebut.
`;

/** The hoax memory of the demo: what an imagined fact-checker has published so far, the newest a week ago. */
export function demoFacts(nowMilliseconds: number): readonly Fact[] {
  const others = claims
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) => {
      const [title = '', conclusion = ''] = line.split('|').map((part) => part.trim());
      return { title, conclusion };
    });
  return [...returningHoaxes, ...others].map((claim, index) => ({
    factId: `simulasi:${index + 1}`,
    publisher,
    url: `https://cekfakta-simulasi.example/artikel/${index + 1}`,
    publishedAt: new Date(nowMilliseconds - (7 + index * publishedEveryDays) * dayMilliseconds).toISOString(),
    title: claim.title,
    conclusion: claim.conclusion,
    ...('hoaxText' in claim && { hoaxText: claim.hoaxText }),
  }));
}
