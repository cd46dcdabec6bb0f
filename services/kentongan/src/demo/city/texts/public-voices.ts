import { templates } from '../grammar.js';

/** What papers that do not exist post on a quiet day. */
export const pressHeadlines = templates(`
  [Warga|Ibu-ibu|Karang Taruna] {village} [Gelar|Adakan] [Kerja Bakti|Pasar Murah|Lomba Hias Gang|Pelatihan Kompos]
  Harga [Cabai|Telur|Beras|Bawang Merah] di {market} [Naik|Turun|Stabil] [Jelang Akhir Pekan|Pekan Ini]
  Prakiraan Cuaca Semarang Hari Ini: [Cerah Berawan|Hujan Ringan Sore Hari|Berawan]
  [Dua|Tiga|Empat] Motor Terlibat Kecelakaan di {street}, [Satu|Dua] Orang Luka Ringan
  [Siswa|Mahasiswa] Semarang Raih Juara [Robotik|Debat|Karate|Catur] Tingkat [Provinsi|Nasional]
  Jadwal [Pemadaman|Layanan SIM Keliling|Donor Darah|Pajak Keliling] {dayName} Ini di {district}
  [Festival|Pameran|Bazar] [Kuliner|Batik|Buku|UMKM] di {spot} [Dibanjiri|Ramai] Pengunjung
  Perbaikan {street} Ditargetkan [Rampung|Selesai] [Bulan Depan|Akhir Tahun]
  [Laskar|Tim Kota] [Menang Tipis|Ditahan Imbang|Takluk] di Laga [Tandang|Kandang], Pelatih [Puas|Evaluasi]
  [Rob|Genangan] di {village} Surut, Warga [Bersih-bersih|Kembali ke Rumah]
`);

/** What offices of the simulated city post. */
export const officeNotices = templates(`
  Halo warga, layanan [adminduk|pajak keliling|perpustakaan keliling] {dayName} ini hadir di {district} pukul 08.00–12.00.
  Kami informasikan [pemeliharaan jaringan|penyemprotan jalan|pemangkasan pohon] di {street} hari {dayName}. Mohon maaf atas ketidaknyamanannya.
  Jangan lupa [cek jentik|pilah sampah|bawa payung] hari ini ya, warga {district}!
  Terima kasih kepada warga {village} yang ikut [kerja bakti|donor darah|siskamling].
  Hasil panen kebun [PKK|sekolah|kota] di {village} dibagikan untuk [lansia|posyandu] pekan ini.
`);
