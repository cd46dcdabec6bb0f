import { templates } from '../grammar.js';
import type { EventKind } from './event-kinds.js';

/** What people put before and after what they have to say. */
export interface WaysToSpeak {
  readonly leads: readonly string[];
  readonly tails: readonly string[];
}

export const waysToSpeak: Readonly<Record<EventKind, WaysToSpeak>> = {
  hoax: {
    leads: templates(`
      Barusan baca di grup.
      Astaga.
      Ibu-ibu,
      Ini serius?
      Dari kemarin rame.
      Temenku kirim ini,
      Semalam nggak bisa tidur mikirin.
      Nggak tahu benar apa tidak.
    `),
    tails: templates(`
      Anakku masih kecil.
      Ada yang di {village} ngalami?
      Mending jaga-jaga.
      Tolong yang paham jelaskan.
      Udah tak kirim ke {kin}.
      Bikin {count} keluarga di gang kami ribut.
      Semoga tidak benar.
      Ngeri zaman sekarang.
    `),
  },
  rumour: {
    leads: templates(`
      Grup rame banget.
      Eh,
      Barusan {kin} nelpon.
      Di {village} heboh.
      Ini {partOfDay}-{partOfDay} sudah geger.
      Nggak tahu sumbernya dari mana.
      Katanya sih.
      Dengar-dengar,
    `),
    tails: templates(`
      Ada yang dekat sini?
      Update dong.
      Aku nunggu kabar jelas aja.
      Semua tetangga keluar rumah.
      Percaya nggak percaya.
      Mau ketawa tapi takut.
      Tadi aku di {street} nggak lihat apa-apa.
      Kabarin kalau sudah jelas.
    `),
  },
  complaint: {
    leads: templates(`
      Selamat {partOfDay}.
      Pak, bu,
      Min,
      Halo,
      Warga {village} sini.
      Capek saya.
      Sekali lagi.
      Saya tinggal di {village}.
    `),
    tails: templates(`
      Lokasi dekat {street}.
      Terima kasih.
      Sudah dua kali saya sampaikan.
      Banyak lansia di sini.
      Fotonya saya simpan.
      Kapan ada yang datang?
      RT kami sudah tidak tahu harus ke mana.
      Jangan dibiarkan begini terus.
      Anak-anak kasihan.
    `),
  },
  criticism: {
    leads: templates(`
      Jujur ya.
      Maaf kalau kasar.
      Sebagai warga {district},
      Baru baca aturannya.
      Pikir-pikir,
      Menurutku,
      {kin} sampai ketawa.
      Dari tadi mikir.
      Gini lho.
    `),
    tails: templates(`
      Didengar syukur, tidak ya sudah.
      Ini bukan soal suka atau benci.
      Siapa yang setuju?
      Warga {village} sepakat.
      Dikaji ulang lah.
      Ingat siapa yang memilih.
      Kritik ini karena peduli.
      Catat saja nanti hasilnya.
      Saya tunggu jawabannya.
    `),
  },
  press: {
    leads: templates(`
      Barusan baca.
      Sambil ngopi,
      Akhirnya ada yang nulis.
      Menarik.
      Bagus ini.
      Dari pagi lewat di beranda.
    `),
    tails: templates(`
      Lengkap ada grafiknya.
      Nunggu lanjutannya.
      {kin} juga cerita hal yang sama.
      Penulisnya rajin turun lapangan.
      Simpan dulu buat dibaca malam.
      Diskusi yuk.
    `),
  },
};
