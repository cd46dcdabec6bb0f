import { templates } from '../grammar.js';

/** Schools, health, papers, aid. */
export const serviceTalk = templates(`
  Antri di puskesmas {district} dari jam [enam|tujuh] {partOfDay}, dapat nomor [27|43|58|61]{end}
  Imunisasi di posyandu {village} {dayName} ini, [jangan lupa bawa buku KIA|anakku nangis kenceng]
  {kin} demam sudah {count} hari, di {village} ada [fogging|yang kena DBD] nggak?
  Perawat di puskesmas {district} [ramah|sabar banget|cekatan], [matur nuwun|sehat selalu]
  Ngurus KTP di kecamatan {district} [cepat, 20 menit jadi|blangko habis lagi|sistemnya error dari pagi]
  [Mau tanya|Ada yang tahu], syarat pindah KK dari [Demak|Kendal|Ungaran] ke {district} apa saja?
  Akta lahir anak [jadi lewat online|belum jadi juga {days}], [mantap|harus ke mana ya ngeceknya]
  Bansos di {village} sudah [cair|turun] belum ya, {kin} nanya terus
  Kok yang punya mobil malah dapat bantuan, {kin} yang janda nggak dapat{end}
  Seragam sekolah sekarang [mahal|naik lagi], {count} stel hampir sejuta
  Guru kelas {kin} [pindah|cuti|galak tapi baik], anak-anak [sedih|kangen]
  Rapat wali murid SD di {village} bahas [iuran|study tour|seragam], [ujungnya iuran juga|lama banget]
  Semangat buat yang besok [ujian|try out|praktik], {hey} doain {kin} ya
  Daftar PPPK {count} kali belum lolos juga{end} [semangat|rezeki nggak ke mana]
  Beasiswa kota masih buka nggak ya, link-nya nggak bisa dibuka
  Pelayanan di kelurahan {village} [bagus sekarang, dikasih minum segala|petugasnya main hp terus]
  Retribusi sampah di {village} bayar [15 ribu|20 ribu], tempat kalian berapa?
`);

/** Work, prices, trade. */
export const moneyTalk = templates(`
  Lowongan [kasir|barista|admin toko|jaga konter|driver] di {spot}, [minat DM|kirim lamaran ke warung langsung]
  Dicari [tukang jahit|tukang kayu|ART] daerah {district}, gaji [nego|mingguan], [yang serius aja|bisa langsung kerja]
  PHK di pabrik {kin} [jadi bulan depan|katanya 40 orang], [doakan cepat dapat ganti|sedih dengernya]
  Cabai di pasar [naik lagi|sudah turun] jadi {price} [seperempat|sekilo], [masak bening aja|sambal dikurangi]
  Telur {price} sekilo di {village}, di tempatmu berapa lur?
  Gas melon [kosong di tiga warung|susah dicari] daerah {village}, [masak pakai kompor listrik|ada yang tahu pangkalan?]
  Beras [medium|pulen] {price} isi sekilo setengah, [terasa ya naiknya|masih aman]
  Dagangan {kin} [laris manis|sepi dari pagi], [alhamdulillah|semoga sore rame]
  UMK naik [dikit banget|lumayan], harga kos di {district} naik duluan{end}
  Buka PO {food} [frozen|hangat], antar {district} gratis ongkir, [monggo|yang mau komen ya]
  {market} [sepi pembeli|ramai lagi], pedagang [ngeluh|senyum]
  Jual [motor bebek|sepeda anak|lemari|kulkas dua pintu] bekas, lokasi {village}, [nego tipis|bisa COD]
  Antri bensin di {street} [panjang|lumayan], [{minutes} baru dapat|pagi-pagi aja sepi]
`);

/** Food, football, weekends, small talk. */
export const smallTalk = templates(`
  {food} paling enak di {district} menurut kalian di mana?
  Sarapan {food} di {spot} {price} kenyang sampai [siang|sore]{end}
  [Pengen|Ngidam] {food} tapi hujan, [ojol mahal|nunggu reda]{end}
  Warung {food} langganan di {village} tutup, [pindah ke mana ya|kangen sambalnya]
  Kopi di {spot} [enak buat nugas|tempatnya adem|mahal tapi wifi kenceng]
  [Nonton bareng|Nobar] malam ini di {village}, [bawa snack sendiri|gratis kopi]
  Wasitnya [ngawur|berat sebelah] banget tadi, harusnya penalti{end}
  Laskar [menang|kalah|seri] lagi, [pelatihnya ganti aja|mainnya udah enak kok|tetap dukung]
  Tiket [tribun|pertandingan] {dayName} masih ada nggak? [cari dua|temen batal]
  {partOfDay} {hey} [selamat beraktivitas|semangat|ngopi dulu]
  Kucing oren ilang di {village}, kalung [merah|biru], [kalau lihat kabari ya|anakku nangis terus]
  Ditemukan [dompet|kunci motor|STNK] di {spot}, [pemilik bisa DM|aku titip di satpam]
  [Sahur|Tidur|Bangun] kesiangan [gara-gara nonton|lagi|untung libur], {end}
  Tetangga nyetel musik keras sampai jam [sebelas|dua belas] malam{end} [besok kerja woy|pengen pindah]
  Konser di {spot} [seru|desak-desakan|suaranya sampai rumahku di {village}]
  Lari pagi muter {spot} [dapat 5K|cuma kuat sekilo|rame banget]
  Sepedaan ke {district} bareng {kin}, [nanjaknya ampun|pulangnya nuntun]
  Nikahan {kin} di {village} [jalan ditutup sebelah|dangdutnya mantap]
  [Kangen|Rindu] Semarang, [merantau jauh|dua tahun belum pulang], titip salam buat {food}
  Ulang tahun {kin} enaknya dibawain apa ya
  [Aku|Saya] baru pindah ke {district}, [tetangganya baik-baik|adem ya|jauh dari mana-mana]
  Wis wayahe turu [nanging|tapi] mripat isih melek, [piye iki|ngopi kakean]
  [Sugeng|Sugeng enjing] lur, dina iki [kerjo|prei|nggarap opo]?
  Iki dalane {village} [peteng ndedet|sepi nyenyet] yen bengi, ati-ati lur
  Drama [Korea|China] yang lagi rame apa sih, {kin} nonton sampai pagi
  Harga tiket pesawat [nggak masuk akal|naik terus], naik kereta aja{end}
  Skripsi [revisi lagi|bab dua nggak kelar-kelar], [dosennya susah ditemui|semangat anak kos {district}]
  Hari ini [gajian|tanggal tua], {food} [traktir dong|dulu baru nabung]
`);

/** Grumbling and praise about how the city is run: every day brings some. */
export const opinionTalk = templates(`
  Program [kota pintar|taman baca|bus gratis] cuma [bagus di spanduk|rame waktu peresmian], [habis itu sepi|rakyat tetap susah]
  Jujur [salut|apresiasi] sama petugas [sapu jalan|pompa|damkar] kota ini, kerja nggak kenal waktu
  Rapat dewan bahas [mobil dinas|kunjungan kerja] lagi, [jalan kampung kapan|yang di bawah mah ngontrak]
  Pemkot [kalau dikritik baper|cepat kalau viral doang], masa harus viral dulu baru dikerjakan
  Semarang makin [rapi|hijau|macet|panas] ya [sekarang|tiap tahun]
  Pejabat pada rajin posting, warga {village} [antri air|mbenerin jalan sendiri]{end}
  [Kritik itu|Protes warga] bukan [musuh|benci], justru [sayang sama kotanya|biar nggak salah jalan]
  Pajak [naik|dikejar], pelayanan [begini-begini aja|antri juga]{end}
  Wali kota turun ke {village} kemarin, [semoga ada lanjutannya|dengerin keluhan warga beneran|foto-foto terus pulang]
  Anggaran [taman|seremoni] segitu banyak, [puskesmas pembantu atapnya bocor|guru honorer masih telat]
`);
