import type { Stance } from '@kentongan/contracts';

const stanceOfLetter: Readonly<Record<string, Stance>> = {
  T: 'tells',
  C: 'corrects',
  A: 'asks',
  R: 'reports',
};

/** Invented lines, labelled by one reader: every case is a way in which people pass on, correct, report or ask about a rumour. */
export const stanceLines: readonly (readonly [Stance, string])[] = `
T|Viralkan! Air kelapa dicampur garam hilangkan kolesterol dalam semalam, jangan sampai berhenti di kamu
T|Mulai bulan depan semua warga wajib ganti KTP dan bayar 150 ribu di kelurahan
T|Awas penculik anak pakai mobil putih sudah masuk kampung kita, sebarkan ke grup RT
T|BREAKING NEWS jembatan Kaligarang ambruk, puluhan motor jatuh ke sungai
T|Ini bukan hoax ya bunda, tetangga saya sendiri yang mengalami
T|Info valid dari orang dalam, besok listrik padam tiga hari se-Jawa
T|Pemerintah bagi-bagi uang 5 juta buat pemilik rekening, klik link di bio
T|Wali kota diam-diam jual pasar ke pengusaha asing, rakyat dibodohi!
T|Telur asin dari kabupaten sebelah mengandung lilin, lihat videonya
T|Jangan makan durian habis vaksin, sudah tiga orang meninggal
T|Ternyata sekolah negeri mau dihapus, anak kita mau dikemanakan
T|Tolong bagikan, no hoax, gempa besar akan terjadi tanggal 17
T|Lowongan kerja di pabrik semen, 2.000 orang, tanpa tes, hubungi nomor ini
T|Wong Semarang ati-ati, banyune PDAM dicampur obat
T|Sing duwe BPJS saiki kudu mbayar maneh, kabeh ditarik
T|Share before they delete this: vaccines contain microchips
T|The mayor has been arrested last night, media is silent
T|Bupati ditangkap KPK tadi malam, kok media diam semua?
T|Menteri menyatakan gaji guru dipotong separuh mulai Januari
T|Polisi membenarkan ada bom di pasar, jangan ke sana dulu
T|Uang kertas lama tidak berlaku lagi minggu depan, segera tukar
T|Daun sirsak lebih ampuh dari kemoterapi, dokter tidak mau kasih tahu
T|Kenapa bansos kita dipotong? karena dipakai kampanye, bagikan!
T|Ada virus baru dari nyamuk, rumah sakit penuh tapi ditutupi
T|Hati-hati ada razia pajak motor keliling, yang telat disita di tempat
T|Gudang beras ditemukan di rumah anggota dewan, ini videonya
T|Mereka bilang hoax padahal saya lihat sendiri mayatnya
T|Selamat nomor anda mendapat hadiah mobil dari bank, kirim data diri
T|Makanan gratis di sekolah ternyata daging kedaluwarsa
T|Masjid di kampung sebelah mau digusur buat mal, lawan!
T|Kata dokter di luar negeri, ponsel di bawah bantal bikin kanker otak
T|Foto pejabat pesta di hotel saat banjir, viralkan
C|[SALAH] Air kelapa campur garam hilangkan kolesterol
C|Hoaks! Tidak ada kewajiban ganti KTP bulan depan
C|Cek fakta: penculik anak mobil putih di kampung kami
C|Kabar jembatan Kaligarang ambruk itu tidak benar, saya baru lewat
C|Itu hoax bun, jangan disebar lagi
C|PLN membantah isu listrik padam tiga hari
C|Jangan percaya link bagi-bagi uang itu, penipuan
C|Pemkot menegaskan tidak ada penjualan pasar ke pihak asing
C|Informasi soal telur berlilin menyesatkan, ini penjelasan dinas
C|Belum ada bukti ilmiah durian berbahaya setelah vaksin
C|Dinas pendidikan meluruskan kabar sekolah negeri dihapus
C|BMKG: gempa tidak bisa diprediksi, pesan berantai itu palsu
C|Lowongan pabrik semen itu palsu, jangan tertipu
C|Kabar banyu PDAM dicampur obat kuwi ora bener
C|Ojo gampang percaya kabar BPJS mbayar maneh
C|Vaccines do not contain microchips, this claim has been debunked
C|Fact check: the mayor was not arrested
C|Klaim bupati ditangkap KPK keliru, beliau rapat di kantor
C|Isu gaji guru dipotong separuh dipastikan hoaks
C|Polisi memastikan paket di pasar bukan bom
C|BI: uang lama masih berlaku, informasi yang beredar tidak benar
C|Daun sirsak lebih ampuh dari kemo hanya mitos
C|Foto pejabat pesta itu foto lama, bukan saat banjir, narasinya salah
C|Kominfo: video gudang beras di rumah anggota dewan adalah hoaks
C|Disinformasi: razia pajak motor keliling dengan sita di tempat
C|Udah dicek ke rumah sakit, berita virus nyamuk itu bohong
C|Faktanya dana bansos tidak dipotong, cek di kantor pos
C|Bank tidak pernah membagikan mobil lewat pesan, waspada penipuan mengatasnamakan bank, cek akun resmi
C|Video itu editan, jangan mudah termakan hoaks
C|Wartos masjid digusur eta teu leres
C|Kepala sekolah menjelaskan daging yang dibagikan tidak kedaluwarsa
C|No evidence that phones under pillows cause brain cancer
C|Setelah ditelusuri, surat edaran tersebut palsu
C|Sudah saya tanyakan ke Pak RT, kabar itu tidak benar ya warga
A|Apa benar jembatan Kaligarang ambruk?
A|Ini hoax atau bukan ya?
A|Benarkah mulai bulan depan wajib ganti KTP?
A|Min, kabar listrik padam tiga hari itu benar ga sih?
A|Ada yang tahu soal penculik mobil putih?
A|Mohon konfirmasi kebenaran info bagi-bagi uang ini
A|Sumbernya dari mana ya kok saya cari tidak ada?
A|Betulkah bupati ditangkap tadi malam?
A|Opo bener banyune PDAM dicampur obat?
A|Iki tenan opo ora? kok wedi
A|Is it true that the mayor was arrested?
A|Apakah benar telur asin ini mengandung lilin?
A|Bener gak sih gaji guru dipotong?
A|Mau tanya, apa betul uang lama tidak berlaku?
A|Ini beneran lowongannya valid ga kak?
A|Tolong pencerahan, grup keluarga ramai soal gempa tanggal 17, itu fakta atau hoaks?
A|Link beritanya mana? kok belum ada di tv
A|Itu benar min? ibu saya sudah panik
A|Ada yang bisa konfirmasi video gudang beras ini?
A|Apakah info razia pajak itu valid?
A|Hoax bukan sih ini?
A|Mohon info apakah sekolah negeri benar mau dihapus
A|Naha leres masjid bade digusur?
A|Minta klarifikasi dari pemkot soal pasar yang katanya dijual
A|Bener ora yo kabar BPJS mbayar maneh?
A|Is this real or fake?
A|Butuh kejelasan, katanya vaksin berhenti, sumber resminya mana?
A|Emang iya ada virus nyamuk baru, ada yang tau?
R|JAKARTA - Pesan berantai soal gempa besar beredar di media sosial, kata Kepala BMKG, Senin (4/2/2030)
R|Beredar pesan berantai soal penculikan anak, menurut polisi belum ada laporan
R|Video jembatan miring viral di media sosial, ujar Kepala Dinas Pekerjaan Umum
R|Dikutip dari keterangan tertulis, kabar yang beredar soal pemadaman sedang didalami
R|SEMARANG, Isu pasar dijual ramai dibicarakan, jelas Ketua Paguyuban Pedagang
R|Dilansir kantor berita, informasi soal virus nyamuk menyebar di tiga kota
R|Beredar video gudang beras, kata Kapolres, Rabu (5/6)
R|Dalam jumpa pers, wali kota menanggapi isu yang beredar tentang penjualan pasar
R|SURABAYA - Warga dihebohkan kabar penculik, ungkap Ketua RW setempat
R|Muncul unggahan soal razia keliling, tutur Kepala Samsat, Kamis (7/6)
R|Melansir laporan warga, pesan yang beredar menyebut nama seorang pejabat
R|Tersebar surat edaran, ujarnya kepada wartawan, menurut kepala dinas surat itu diselidiki
R|BANDUNG - Beredar kabar sekolah ditutup, kata Kepala Dinas Pendidikan
R|Polisi menyelidiki video pesta yang beredar, kata Kombes Andi, Jumat (8/6)
R|Keterangan tertulis pemkot menyinggung pesan yang viral soal uang bantuan
R|Unggahan soal telur berlilin viral, menurut pakar pangan perlu diuji
R|Beredar informasi listrik padam, kata juru bicara PLN
R|MEDAN - Foto pejabat pesta viral di grup pesan, jelas humas, Selasa (9/6)
R|Warga melaporkan pesan yang beredar ke polisi, kata Kapolres
R|Kabar yang viral soal BPJS ditanggapi direktur, dikutip dari siaran pers
R|Ramai unggahan lowongan pabrik semen, tutur Kepala Disnaker
R|Beredar foto masjid akan digusur, kata Ketua Takmir, Sabtu (10/6)
R|Mengutip siaran pers, isu yang menyebar itu sedang dicek kepolisian
R|YOGYAKARTA - Pesan berantai soal ponsel di bawah bantal beredar lagi
R|Muncul klaim vaksin berbahaya, menurut ahli perlu penelitian
R|Viral video warga antre, ujar Kepala Dinas Sosial, Minggu (11/6)
`
  .trim()
  .split('\n')
  .map((line) => [stanceOfLetter[line.charAt(0)] ?? 'tells', line.slice(2)]);
