import { templates } from '../grammar.js';
import type { Story } from './story.js';

/** A service that really fails in one kecamatan, told by those who live there. All invented. */
export const complaints: readonly Story[] = [
  {
    title: 'Lampu jalan padam',
    about: ['electricity'],
    hashtags: ['#gelapgulita'],
    parts: [
      {
        weight: 60,
        texts: templates(`
          Lampu jalan sepanjang {street} {district} mati [semua|total] [sejak semalam|sudah dua malam], gelap gulita. [Tolong|Mohon] [segera dinyalakan|dicek petugasnya]
          PJU di {village} padam dari ujung gang sampai jalan besar, tadi [hampir nabrak pesepeda|ada ibu-ibu jatuh].
          Sudah lapor lampu jalan {village} mati tapi belum ada yang datang, [nomornya sibuk terus|disuruh nunggu].
          {district} gelap banget malam ini, lampu jalan mati semua dari {village} sampai {street}.
          Mohon perhatiannya, penerangan jalan di {village} RT [02|04|06|09] mati, anak-anak pulang ngaji pakai senter.
          Tiga malam PJU {district} nggak nyala, begal senang{end} tolong dong diperbaiki
          Lampu jalan mati di {village}, siang malah nyala. [Kebalik ya|Ini gimana].
          Pulang shift malam lewat {street} harus pelan sekali karena lampu jalan padam semua, lubangnya nggak kelihatan.
        `),
      },
      {
        weight: 40,
        texts: templates(`
          Kalian yang di {district} lampu jalannya juga mati? di {village} gelap total
          {street} kayak film horor, lampunya mati semua{end}
          Untung motorku lampunya terang, {village} peteng ndedet
          Kami warga {village} iuran pasang lampu sendiri karena PJU mati [berhari-hari|tak kunjung dibetulkan].
          Sing ngurusi lampu jalan {district} iki sopo to, wis rong bengi peteng
          Petugas cuma foto-foto tiangnya, lampu di {village} tetap mati sampai sekarang.
          Tadi ada kecelakaan di {street} karena gelap, lampu jalan padam. Tolong jangan nunggu korban lagi.
        `),
      },
    ],
  },
  {
    title: 'Sampah tidak diangkut',
    about: ['waste'],
    hashtags: ['#sampahnumpuk'],
    parts: [
      {
        weight: 60,
        texts: templates(`
          Sampah di {village} sudah [empat|lima] hari tidak diangkut, numpuk sampai ke badan jalan. Mohon truknya segera dikirim.
          TPS {village} luber, belatungnya [ke mana-mana|masuk halaman warga]. Tolong diangkut.
          Iuran sampah bayar terus tapi gerobak nggak pernah datang, {district} bau semua{end}
          [Izin lapor|Mau lapor], sampah di {street} {district} menggunung, kami yang lewat harus tutup hidung.
          Sudah telepon berkali-kali soal sampah {village}, jawabannya besok besok besok.
          Kapan sampah {village} diangkut? [Anak saya batuk terus kena baunya|Lalatnya sampai ke meja makan].
          Kemarin dijanjikan truk sampah datang ke {village} jam tujuh, sampai {partOfDay} ini belum ada.
        `),
      },
      {
        weight: 40,
        texts: templates(`
          Sampah di tempat kalian diangkut nggak? {village} sudah kayak TPA
          {kin} jualan {food} sebelah TPS {village}, sepi pembeli karena bau sampah
          Warga {village} akhirnya bakar sampah sendiri, asapnya ke mana-mana, tolong solusinya
          Lewat {street} {district} siap-siap tahan napas, sampah sudah setengah jalan
          Sampah numpuk, hujan turun, airnya item ngalir ke teras. {village} butuh truk sekarang.
          Sak {district} mambu sampah kabeh, wis limang dino ora dijupuk
        `),
      },
    ],
  },
  {
    title: 'Air keran mati',
    about: ['water'],
    hashtags: ['#airmati'],
    parts: [
      {
        weight: 60,
        texts: templates(`
          Air di {village} mati total [sejak kemarin|dari subuh|sudah dua hari], tidak ada pemberitahuan. Mohon bantuan tangki air.
          Air PAM {district} nggak ngalir sama sekali, [mandi pakai galon|bayi di rumah belum mandi]. Tolong segera diperbaiki.
          Sudah lapor air mati di {village} lewat aplikasi, statusnya cuma diproses terus.
          Kapan air di {village} RT [01|03|05|08] nyala lagi? Tagihan tetap jalan, air nol.
          Air keluar malam saja, kecil dan keruh, {district} sudah begini {days}. Mohon dicek pipanya.
          Kami di {village} antri air di masjid, ember berjajar sampai {street}. Kirim tangki pak.
          Cucian numpuk, WC nggak bisa disiram, air mati di {village} dari kemarin.
        `),
      },
      {
        weight: 40,
        texts: templates(`
          {district} mana aja yang airnya mati? {village} kering
          Beli air jerigen {price} sekali antar, {village} belum ngalir juga{end}
          Banyu mati maneh ning {village}, arep wudhu wae angel
          {kin} buka laundry di {village}, tutup dulu karena air mati
          Warung {food} di {street} tutup semua, nggak ada air buat cuci piring.
          Katanya pipa pecah di {street}, tapi kok dua hari belum beres, warga {village} kehabisan air
        `),
      },
    ],
  },
];
