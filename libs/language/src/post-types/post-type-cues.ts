/** What a word can speak for. */
export type Cue =
  | 'request'
  | 'report'
  | 'formalOpening'
  | 'formalSelf'
  | 'informalSelf'
  | 'address'
  | 'service'
  | 'problem'
  | 'ask'
  | 'questionWord'
  | 'desk'
  | 'insult'
  | 'negative'
  | 'politics'
  | 'mocking'
  | 'praise'
  | 'wish'
  | 'thanks'
  | 'chat'
  | 'reporting'
  | 'announcement'
  | 'office'
  | 'calendar'
  | 'informal'
  | 'private';

const lists: Record<Cue, string> = {
  request: `mohon, tolong, tlg, tlong, minta, harap, dimohon, memohon, mhn, segera, sgr, dibantu, bantuannya, ditindaklanjuti, ditindak lanjuti, tindak lanjut, tindaklanjut, nyuwun,
    ditertibkan, diperbaiki, dibenahi, dibersihkan, ditinjau, tinjau, solusinya, solusi, pengajuan, mengajukan, perhatiannya, penanganan, tulung`,
  report: `lapor, melapor, melaporkan, laporan, mengadukan, pengaduan, mengadu, aduan, keluhan, mengeluhkan, komplain, menyampaikan, laporkan, dilaporkan, izin melaporkan, wadul, `,
  formalOpening: `yth, kepada yth, yang terhormat, assalamualaikum, assalamu'alaikum, dengan hormat, selamat pagi, selamat siang, selamat sore, selamat malam, bapak ibu, salam hormat, kepada, ass, wr wb`,
  formalSelf: `saya, sy, kami, kulo, warga, warga kami, anak saya, rumah saya, keluarga saya, tetangga, pelapor, pemohon`,
  informalSelf: `aku, ak, gue, gua, gw, aq, gueh, ane`,
  address: `rt, rw, gang, gg, jl, jln, kel, kec, kelurahan, kecamatan, blok, perum, perumahan, desa, dusun, depan, dekat, nomor, alamat, wilayah, lokasi, titik, sepanjang`,
  service: `pju, pdam, pln, bpjs, ktp, kk, akta, akte, selokan, got, saluran, pohon, sampah, parkir, jukir, trotoar, aspal, bansos, mbr, blt, pkh, puskesmas, kabel, tiang, pipa, berkas, loket, antrian, antre, petugas,
    pelayanan, pengurusan, aplikasi, kartu, lampu, jalan rusak, air mati, rusun, taman, pengangkutan, pemangkasan, ppdb, spp, call center, customer service, refund, jadwal, seragam, bantuan, pip, kip, dtks, terdaftar, diverifikasi, verifikasi, dokumen, surat, retribusi, persyaratan, pengurus, paving, lubang, fasum, fasilitas umum, jembatan, gorong, drainase, gerobak, portal, rambu, paspor, sertifikat, rekening, tagihan, meteran, pendaftaran, permohonan, permintaan, pekerjaan, modal, beasiswa, kereta, internet, sinyal, telepon, jaringan`,
  problem: `longsor, patah, lubang, berlobang, kebocoran, keras, berisik, bising, limbah, pencemaran, merugikan, dangkal, keruh, kumuh, terbengkalai, mangkrak, pungli, tertutup, ditutup, menutup, menghalangi, melanggar, kurang, kerusakan, masalah, lama, rusak, padam, mati, bocor, buntu, mampet, tersumbat, berlubang, ambles, roboh, tumbang, hilang, lambat, macet, banjir, tergenang, menumpuk, terganggu, mengganggu, menganggu, meresahkan, membahayakan, bahaya, gelap, kotor, bau, liar,
    belum, blm, belom, tidak dapat, tdk dapat, tidak bisa, gak bisa, tidak pernah, ditolak, dipersulit, kesulitan, terkendala, gagal, error, tidak ada, bermasalah, keberatan, kecewa, dirugikan, putus, terputus, ambrol, sulit`,
  ask: `tanya, nanya, bertanya, menanyakan, mau tanya, numpang tanya, mau nanya, ijin bertanya, izin bertanya, mohon info, minta info, mohon informasi, mohon infonya, info dong, mohon penjelasan, ada yang tau, ada yang tahu, takon,
    benarkah, betulkah, apa benar, apa betul, apakah benar, benar tidak, benar nggak, benar gak, bener nggak, bener gak, bener ga, bener ngga, bener ora, beneran, tenanan, hoax gak, hoax bukan, hoaks bukan, ada yang lihat, ada yang dengar, ada yang dapat, sumbernya mana, sumbernya dari mana`,
  questionWord: `apa, apakah, berapa, brp, kapan, dimana, di mana, kemana, mana, bagaimana, bagaimanakah, gimana, gmn, bisakah, bolehkah, adakah, siapa, caranya, syaratnya, syarat, jam berapa, kah, piye, pripun, opo, pira, kepiye, apa aja, biayanya`,
  desk: `min, mimin, admin, kak, kakak, gan, sis, sist, bang min`,
  insult: `tolol, goblok, goblog, bodoh, bego, anjing, anjg, anjir, anjrit, jancok, cok, jancuk, bangsat, kontol, kntl, tai, taik, babi, asu, setan, iblis, kampret, biadab, bajingan, bacot, dungu, idiot, njing, njir, jir, anj, anjay, bgst, gila, gblk, bangke,
    brengsek, keparat, ndasmu, matamu, koplok, pekok, sinting, edan, najis, ngibul, laknat, sampah masyarakat, sontoloyo, bejat`,
  negative: `buruk, jelek, parah, zalim, dzolim, korupsi, korup, koruptor, bohong, tipu, janji, omdo, omon, pencitraan, buang, mangkrak, percuma, rugi, sia, salah, kacau, ngawur, asal, maling, rampok, rakus, serakah, busuk, basi, pelit, curang, malu, memalukan, tega, azab, ngaco,
    kasihan, kasian, miris, sedih, muak, capek, males, benci, ancur, hancur, gagal, sengsara, susah, menyedihkan, keracunan, beban, mahal, dibodohin, bodohin, dibohongi, khianat, pengkhianatan, nyusahin, merugikan, menyalahkan, amburadul, ngeluh, heran, salahkan, bubarkan, stop, tolak, gagal paham, nggak masuk akal, gak masuk akal, gak guna, ga guna, ga jelas, gajelas, ngenes, sekarat`,
  politics: `pemerintah, presiden, wapres, menteri, dpr, dprd, pejabat, rakyat, negara, program, kebijakan, anggaran, apbn, apbd, prabowo, gibran, jokowi, gubernur, bupati, walikota, wali kota, rezim, penguasa, pajak, menkeu, partai, politik, mbg, oknum, ormas, proyek, istana, kabinet, dinas, polri, kpk, tunjangan, pemda, pemkot, pemprov`,
  mocking: `wkwk, wkwkwk, wkwkwkwk, haha, hahaha, hadeh, hadeuh, hadeeh, halah, lah, masa, masak, malah, padahal, hanya, cuma, doang, kocak, lol, lucu, ngakak, duh, ya ampun, astaga, astagfirullah, yaelah, kok, emang, toh, mending, sok, dikira, dibilang, sih, pantes, pantas, mbok, koyok, welah, buset, kirain, mikir, dasar, plis, please, udah gitu, makanya, bukannya`,
  praise: `puji, pujian, memuji, dipuji, bukti nyata, wujud nyata, kerja nyata, peduli, berpihak, tepat sasaran, manfaat, visioner, hak anak, terima kasih pak, gas pol, respon cepat, tanggap, ramah, memuaskan, puas,
    bangga, mantap, mantul, keren, hebat, apresiasi, mengapresiasi, diapresiasi, salut, dukung, mendukung, luar biasa, terbaik, bermanfaat, sukses, setuju, bagus, gercep, cepat tanggap, jempol, alhamdulillah, top, josss, joss, jos, lanjutkan, cerdas, terobosan, komitmen, gas terus, sepakat, inspiratif, membantu, sangat baik, hormat`,
  wish: `semoga, moga, mugi, sejahtera, generasi, masa depan, sehat, maju, tumbuh, berkah, lancar, emas, harapan, impian`,
  thanks: `terima kasih, terimakasih, makasih, makasi, trims, trimakasih, suwun, matur, nuwun, thanks, thank, tks, tq, maturnuwun, trimakasi`,
  chat: `dm, cek dm, baca dm, pm, follow, folback, mutual, done, siap, oke, ok, sama-sama, baik min, wkwk ya, cek inbox, udah dm`,
  reporting: `kata, ujar, ujarnya, katanya menambahkan, jelas, jelasnya, tutur, ungkap, menyatakan, mengatakan, menjelaskan, menegaskan, mengungkapkan, imbau, mengimbau, resmikan, meresmikan, gelar, menggelar, digelar, tinjau, meninjau, kunjungi, mengunjungi, sebut, menyebut, nilai, minta,
    bakal, resmi, jadwal, klaim, ungkapkan, tegaskan, serahkan, menyerahkan, diduga, tersangka, ditangkap, dilantik, hadiri, menghadiri, dijadwalkan, rencananya, berlangsung, melalui, sebanyak, menurut, terkait, tewas, dievakuasi, lanjutnya, wacana, memimpin, dikabarkan`,
  announcement: `pengumuman, informasi, simak, diimbau, himbauan, imbauan, ayo, yuk, mari, catat, pendaftaran, dibuka, pelaksanaan, giat, kegiatan, dalam rangka, bertempat, rakor, sosialisasi, monitoring, sambang, apel, bhabinkamtibmas, kapolsek, kapolres, babinsa, danramil, koramil, polsek, polres, tahukah, infografis, rilis, press release, siaran pers, update, sobat`,
  office: `warga diimbau, masyarakat diimbau, kami informasikan, diinformasikan, diberitahukan, pemberitahuan, diberitahukan kepada, layanan pengaduan, call center, hotline, sobat, sahabat, dinas mengimbau`,
  calendar: `senin, selasa, rabu, kamis, jumat, jum'at, sabtu, minggu, januari, februari, maret, april, juni, juli, agustus, september, oktober, november, desember, wib, wita, wit, tahun, tgl, tanggal, hari ini`,
  informal: `gak, ga, nggak, ngga, enggak, gk, udah, udh, aja, banget, bgt, yg, klo, kalo, kayak, kyk, gini, gitu, nih, tuh, dong, deh, lu, lo, elu, loe, emg, jd, krn, tp, dgn, sm, bkn, bikin, ngasih, ngga, ora, ndak, tak, iki, opo, wes, ngono, kowe, aing, teh, mah, dll, trus, terus, abis, kek, bang, bro, woi, woy, nya, pake, gmn, gmna, bjir, anying, cuk, sih, kan, ni, ya, yaa, lgi, blg`,
  private: `film, game, temen, teman, pacar, mantan, mama, mamah, papa, nyokap, bokap, kosan, kost, kampus, drakor, idol, konser, nonton, tidur, mimpi, bucin, crush, ultah, jajan, gabut, semoga cepat sembuh, innalillahi, cinta, sayang`,
};

export const cues = Object.keys(lists) as readonly Cue[];

/** What a word speaks for, and the words that go on from it to a longer phrase. A phrase may speak for several things. */
export interface CueWord {
  /** Indexes in `cues`. */
  readonly cues: readonly number[];
  readonly next?: ReadonlyMap<string, CueWord>;
}

interface GrowingCueWord {
  readonly cues: number[];
  next?: Map<string, GrowingCueWord>;
}

function grow(words: Map<string, GrowingCueWord>, word: string): GrowingCueWord {
  const found = words.get(word) ?? { cues: [] };
  words.set(word, found);
  return found;
}

/** First words of all words and phrases in the lists. */
export const cueWords: ReadonlyMap<string, CueWord> = (() => {
  const first = new Map<string, GrowingCueWord>();
  Object.values(lists).forEach((list, cue) => {
    for (const phrase of list.split(',').map((part) => part.trim())) {
      const [word = '', ...rest] = phrase.split(' ');
      let at = grow(first, word);
      for (const further of rest) {
        at.next ??= new Map();
        at = grow(at.next, further);
      }
      at.cues.push(cue);
    }
  });
  return first;
})();
