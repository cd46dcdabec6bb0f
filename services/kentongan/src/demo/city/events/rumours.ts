import { templates } from '../grammar.js';
import type { Story } from './story.js';

/** Nobody knows yet whether these are true; no fact-check exists. All invented. */
export const rumours: readonly Story[] = [
  {
    title: 'Kabar buaya lepas di sungai',
    about: ['animals'],
    hashtags: ['#buayalepas', '#infosemarang'],
    chain: {
      weight: 25,
      text: 'Info warga. Ada buaya lepas sepanjang dua meter terlihat di sungai dekat {village} tadi {partOfDay}. Diduga lepas dari kandang milik pribadi. Anak-anak jangan main di pinggir kali dulu, yang mancing pulang saja. Petugas belum datang.',
      additions: templates(`
        Ini foto dari tetangga, agak buram.
        Yang rumahnya pinggir kali pintu belakang ditutup.
        Katanya sudah makan bebek warga.
        Mohon dibagikan ke grup RT.
      `),
      changes: [
        ['dua meter', ['2 meter', 'tiga meter', 'satu setengah meter']],
        ['kandang milik pribadi', ['peliharaan orang kaya', 'kebun binatang']],
        ['terlihat', ['muncul', 'kelihatan']],
        ['Petugas belum datang', ['Belum ada yang nangkap', 'Damkar katanya sudah dihubungi']],
      ],
    },
    parts: [
      {
        weight: 35,
        texts: templates(`
          Serius ada buaya di [kali|sungai] {village}? [Anakku main di situ tiap sore|Baru kemarin mancing di sana]
          [Bener nggak sih|Ada yang lihat langsung] soal buaya lepas di {district}?
          Buaya dua meter di kali {village} itu [asli atau editan|biawak kali] ?
          {hey} itu buaya sudah ditangkap belum? [Nggak berani lewat jembatan|Rumahku cuma 100 meter dari kali]
          Yang punya foto buaya {village} yang jelas mana, dari tadi burem semua
          Kalau lihat buaya nelponnya ke mana ya, damkar atau BKSDA?
        `),
      },
      {
        weight: 40,
        texts: templates(`
          Warga {village} [pada nonton di jembatan|rame-rame ke kali] gara-gara kabar buaya{end}
          Buaya di {district}, [besok naga|lama-lama jadi sungai Amazon]{end}
          {kin} katanya lihat sendiri buaya itu naik ke tepi, ekornya [panjang|item]
          Malam ini ronda di {village} nambah satu tugas: jaga buaya{end}
          Buayanya ada dua lho, yang satu [masih kecil|ke arah {street}]
          Grup RT {village} isinya buaya semua dari tadi{end}
          Anak-anak {village} [dilarang main di kali|disuruh pulang] sama pak RT, ada buaya
          Jangan bawa anjing jalan-jalan pinggir kali {district} dulu, ada buaya lepas
        `),
      },
    ],
  },
  {
    title: 'Kabar listrik padam tiga hari',
    about: ['electricity'],
    hashtags: ['#padamtigahari'],
    chain: {
      weight: 30,
      text: 'Dapat kabar dari saudara yang kerja di gardu. Mulai besok malam listrik seluruh {district} dan sekitarnya dipadamkan tiga hari penuh karena trafo utama terbakar dan penggantinya masih di kapal. Isi tandon, cas semua hp, beli lilin sebelum habis. Toko-toko sudah diserbu.',
      additions: templates(`
        Yang punya usaha frozen food siap-siap rugi.
        Mesin cuci kelarkan hari ini.
        Genset sudah habis di mana-mana.
        Semoga cuma sehari.
      `),
      changes: [
        ['tiga hari', ['3 hari', 'empat hari', 'tiga hari tiga malam']],
        ['besok malam', ['nanti malam', 'lusa', 'besok']],
        ['masih di kapal', ['belum datang', 'harus impor']],
        ['saudara', ['teman', 'sepupu', 'om saya']],
      ],
    },
    parts: [
      {
        weight: 40,
        texts: templates(`
          Listrik {district} mau padam tiga hari itu [bener|pengumumannya di mana] ?
          [Kok|Lho] nggak ada pengumuman resmi kalau mau padam tiga hari? [Jangan-jangan cuma kabar|Freezer-ku isinya ASI]
          Ada yang sudah tanya ke kantornya soal padam tiga hari besok?
          {hey} di {village} jadi padam tiga hari nggak? [Mau hajatan ini|Ibuku pakai alat oksigen]
          Padam tiga hari mulai jam berapa sih kabarnya, simpang siur
        `),
      },
      {
        weight: 30,
        texts: templates(`
          Lilin di warung {village} [habis|tinggal yang ulang tahun] gara-gara kabar padam tiga hari{end}
          {kin} borong es batu, katanya tiga hari listrik padam
          Tiga hari tanpa listrik, [latihan jadi orang purba|anak muda bisa gila]{end}
          Toko di {street} rame orang beli senter sama aki, kabar padam tiga hari cepat banget nyebarnya
          Trafo terbakar katanya, [padahal tadi lewat aman-aman aja|temenku bilang nggak ada apa-apa]
          Aku sih nyicil ngecas powerbank dulu, padam tiga hari beneran atau nggak urusan nanti
        `),
      },
    ],
  },
  {
    title: 'Kabar mobil boks penculik anak',
    about: ['children'],
    hashtags: ['#jagaanak'],
    chain: {
      weight: 30,
      text: 'Waspada mobil boks putih tanpa plat keliling {district} sejak kemarin, isinya dua orang laki-laki pakai jaket ojek, mau membawa anak kecil yang main sendirian. Tadi {partOfDay} hampir ada yang dibawa di {village}, untung teriak. Anak jangan dibiarkan ke warung sendiri.',
      additions: templates(`
        Gurunya sudah kasih tahu wali murid.
        Simpan nomor pos ronda masing-masing.
        Ciri-cirinya ada stiker kuning di pintu belakang.
        Ini bukan menakut-nakuti, hanya supaya waspada.
      `),
      changes: [
        ['mobil boks putih', ['mobil box putih', 'mobil boks abu-abu', 'pickup boks']],
        ['dua orang laki-laki', ['tiga orang', '2 orang', 'laki perempuan']],
        ['untung teriak', ['anaknya lari', 'diselamatkan ibunya']],
        ['sejak kemarin', ['dari tadi pagi', 'sejak dua hari ini']],
      ],
    },
    parts: [
      {
        weight: 35,
        texts: templates(`
          Mobil boks putih di {village} itu [bener mau nyulik|yang dibicarakan di grup] ? [Anakku pulang sekolah jalan kaki|jadi ngeri]
          Ada yang tahu kelanjutan mobil boks di {district}? sudah ketangkap belum
          Ini kabar penculik pakai mobil boks [sumbernya dari mana|ada CCTV-nya nggak] ya
          {hey} sekolah di {village} sudah diumumin soal mobil boks belum?
        `),
      },
      {
        weight: 35,
        texts: templates(`
          Anak-anak {village} [nggak ada yang berani keluar|dijemput semua] gara-gara mobil boks putih
          Tadi lihat mobil boks putih di {street}, [ternyata kurir paket|langsung tak foto]{end}
          Bapak-bapak {village} mulai jaga di gapura, takut ada penculik
          {kin} nggak boleh les sore dulu, ada kabar anak mau diculik di {district}
          Kasihan kurir mobil boks hari ini dicurigai terus{end}
          Wali murid SD {village} ramai-ramai jemput anak, kabar penculik bikin panik
        `),
      },
    ],
  },
];
