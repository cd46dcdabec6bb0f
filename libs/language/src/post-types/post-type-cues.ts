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
  | 'private'
  | 'chain';

const lists: Record<Cue, string> = {
  request: `mohon, tolong, tlg, tlong, minta, harap, dimohon, memohon, mhn, segera, sgr, dibantu, bantuannya, ditindaklanjuti, ditindak lanjuti, tindak lanjut, tindaklanjut, nyuwun,
    ditertibkan, diperbaiki, dibenahi, dibersihkan, ditinjau, tinjau, solusinya, solusi, pengajuan, mengajukan, perhatiannya, penanganan, tulung`,
  report: `lapor, melapor, melaporkan, laporan, mengadukan, pengaduan, mengadu, aduan, keluhan, mengeluhkan, komplain, menyampaikan, laporkan, dilaporkan, izin melaporkan, wadul, `,
  formalOpening: `yth, kepada yth, yang terhormat, assalamualaikum, assalamu'alaikum, dengan hormat, selamat pagi, selamat siang, selamat sore, selamat malam, bapak ibu, salam hormat, kepada, ass, wr wb`,
  formalSelf: `saya, sy, kami, kulo, warga, warga kami, anak saya, rumah saya, keluarga saya, tetangga, pelapor, pemohon`,
  informalSelf: `aku, ak, gue, gua, gw, aq, gueh, ane`,
  address: `rt, rw, gang, gg, jl, jln, kel, kec, kelurahan, kecamatan, blok, perum, perumahan, desa, dusun, depan, dekat, nomor, alamat, wilayah, lokasi, titik, sepanjang`,
  service: `halte, bus, angkot, terminal, stasiun, rsud, rumah sakit, kelurahan, kecamatan, sekolah, zebra cross, jpo, lampu merah, pipa, air pam, pam, ledeng, gorong2, wifi taman, dukcapil, dishub, dlh, dinsos, dinkes, samsat, imigrasi, kantor pos, alun2, makam, tpu, pompa air, irigasi, posyandu, ambulans, damkar, penerangan, selokan depan, peron, pju, pdam, pln, bpjs, ktp, kk, akta, akte, selokan, got, saluran, pohon, sampah, parkir, jukir, trotoar, aspal, bansos, mbr, blt, pkh, puskesmas, kabel, tiang, pipa, berkas, loket, antrian, antre, petugas,
    pelayanan, pengurusan, aplikasi, kartu, lampu, jalan rusak, air mati, rusun, taman, pengangkutan, pemangkasan, ppdb, spp, call center, customer service, refund, jadwal, seragam, bantuan, pip, kip, dtks, terdaftar, diverifikasi, verifikasi, dokumen, surat, retribusi, persyaratan, pengurus, paving, lubang, fasum, fasilitas umum, jembatan, gorong, drainase, gerobak, portal, rambu, paspor, sertifikat, rekening, tagihan, meteran, pendaftaran, permohonan, permintaan, pekerjaan, modal, beasiswa, kereta, internet, sinyal, telepon, jaringan`,
  problem: `keropos, jutek, dibentak, dibiarin, dibiarkan, licin, semrawut, ambruk, retak, jebol, karatan, putus2, kejeblos, keserempet, tertabrak, mogok, ancur, belatungan, numpuk, kubangan, dipungut, pungutan, diblokir, keblokir, ngancem, membludak, telat, mati total, ga dibenerin, gak dibenerin, ga diangkat, gak diangkat, ga dateng, ga ada petugas, ga ada tindakan, belum ada tindakan, tidak aktif, tidak sinkron, bolak balik, disuruh balik, longsor, patah, lubang, berlobang, kebocoran, keras, berisik, bising, limbah, pencemaran, merugikan, dangkal, keruh, kumuh, terbengkalai, mangkrak, pungli, tertutup, ditutup, menutup, menghalangi, melanggar, kurang, kerusakan, masalah, lama, rusak, padam, mati, bocor, buntu, mampet, tersumbat, berlubang, ambles, roboh, tumbang, hilang, lambat, macet, banjir, tergenang, menumpuk, terganggu, mengganggu, menganggu, meresahkan, membahayakan, bahaya, gelap, kotor, bau, liar,
    belum, blm, belom, tidak dapat, tdk dapat, tidak bisa, gak bisa, tidak pernah, ditolak, dipersulit, kesulitan, terkendala, gagal, error, tidak ada, bermasalah, keberatan, kecewa, dirugikan, putus, terputus, ambrol, sulit`,
  ask: `ga ya, gak ya, nggak ya, ngga ya, ga sih, ngga sih, gak sih, nggak sih, ga min, ngga min, gak min, ada ga, ada gak, ada ngga, bisa ga, bisa gak, boleh ga, boleh gak, masih ada ga, masih buka, boleh dong share, infonya dong, mohon infonya, yang tau, yg tau, ada yg tau, aya nu terang, aya nu terang, sopo ngerti, bener ga sih, mohon pencerahan, maaf mau konfirmasi, adakah, tanya, nanya, bertanya, menanyakan, mau tanya, numpang tanya, mau nanya, ijin bertanya, izin bertanya, mohon info, minta info, mohon informasi, mohon infonya, info dong, mohon penjelasan, ada yang tau, ada yang tahu, takon,
    benarkah, betulkah, apa benar, apa betul, apakah benar, benar tidak, benar nggak, benar gak, bener nggak, bener gak, bener ga, bener ngga, bener ora, beneran, tenanan, hoax gak, hoax bukan, hoaks bukan, ada yang lihat, ada yang dengar, ada yang dapat, sumbernya mana, sumbernya dari mana`,
  questionWord: `kumaha, lewat mana, dimana, dmn, nopo, apakah bisa, pinten, iraha, kapan ya, berapa ya, kenapa ya, apa, apakah, berapa, brp, kapan, dimana, di mana, kemana, mana, bagaimana, bagaimanakah, gimana, gmn, bisakah, bolehkah, adakah, siapa, caranya, syaratnya, syarat, jam berapa, kah, piye, pripun, opo, pira, kepiye, apa aja, biayanya`,
  desk: `min, mimin, admin, kak, kakak, gan, sis, sist, bang min`,
  insult: `tolol, goblok, goblog, bodoh, bego, anjing, anjg, anjir, anjrit, jancok, cok, jancuk, bangsat, kontol, kntl, tai, taik, babi, asu, setan, iblis, kampret, biadab, bajingan, bacot, dungu, idiot, njing, njir, jir, anj, anjay, bgst, gila, gblk, bangke,
    brengsek, keparat, ndasmu, matamu, koplok, pekok, sinting, edan, najis, ngibul, laknat, sampah masyarakat, sontoloyo, bejat`,
  negative: `buruk, jelek, parah, zalim, dzolim, korupsi, korup, koruptor, bohong, tipu, janji, omdo, omon, pencitraan, buang, mangkrak, percuma, rugi, sia, salah, kacau, ngawur, asal, maling, rampok, rakus, serakah, busuk, basi, pelit, curang, malu, memalukan, tega, azab, ngaco,
    kasihan, kasian, miris, sedih, muak, capek, males, benci, ancur, hancur, gagal, sengsara, susah, menyedihkan, keracunan, beban, mahal, dibodohin, bodohin, dibohongi, khianat, pengkhianatan, nyusahin, merugikan, menyalahkan, amburadul, ngeluh, heran, salahkan, bubarkan, stop, tolak, gagal paham, nggak masuk akal, gak masuk akal, gak guna, ga guna, ga jelas, gajelas, ngenes, sekarat`,
  politics: `menterinya, aturan, perda, birokrasi, camat, kades, lurah, dewan, pidato, tender, petahana, jubir, juru bicara, staf khusus, wakil rakyat, pejabate, pamarentah, rahayat, rakyate, apbdes, dana desa, musrenbang, subsidi, reklamasi, uu, ruu, undang, satpol, pungli, kementerian, menteri, bupatinya, capres, baliho, kampanye, buzzer, asn, pns, kepseknya, kadis, kepala dinas, humas, sekda, ombudsman, bpk, pemerintah, presiden, wapres, menteri, dpr, dprd, pejabat, rakyat, negara, program, kebijakan, anggaran, apbn, apbd, prabowo, gibran, jokowi, gubernur, bupati, walikota, wali kota, rezim, penguasa, pajak, menkeu, partai, politik, mbg, oknum, ormas, proyek, istana, kabinet, dinas, polri, kpk, tunjangan, pemda, pemkot, pemprov`,
  mocking: `wkwk, wkwkwk, wkwkwkwk, haha, hahaha, hadeh, hadeuh, hadeeh, halah, lah, masa, masak, malah, padahal, hanya, cuma, doang, kocak, lol, lucu, ngakak, duh, ya ampun, astaga, astagfirullah, yaelah, kok, emang, toh, mending, sok, dikira, dibilang, sih, pantes, pantas, mbok, koyok, welah, buset, kirain, mikir, dasar, plis, please, udah gitu, makanya, bukannya`,
  praise: `respect, bravo, jempol dua, mulus, terharu, ga nyesel, lega, nyaman, idola, inovasi, gokil, salutt, terbantu, dibantu, transparan, patut dicontoh, sip, luar biasa, langkah tepat, kerasa manfaatnya, sabar, baik bgt, masya allah, maju terus, seneng, senang, puji, pujian, memuji, dipuji, bukti nyata, wujud nyata, kerja nyata, peduli, berpihak, tepat sasaran, manfaat, visioner, hak anak, terima kasih pak, gas pol, respon cepat, tanggap, ramah, memuaskan, puas,
    bangga, mantap, mantul, keren, hebat, apresiasi, mengapresiasi, diapresiasi, salut, dukung, mendukung, luar biasa, terbaik, bermanfaat, sukses, setuju, bagus, gercep, cepat tanggap, jempol, alhamdulillah, top, josss, joss, jos, lanjutkan, cerdas, terobosan, komitmen, gas terus, sepakat, inspiratif, membantu, sangat baik, hormat`,
  wish: `semoga, moga, mugi, sejahtera, generasi, masa depan, sehat, maju, tumbuh, berkah, lancar, emas, harapan, impian`,
  thanks: `terima kasih, terimakasih, makasih, makasi, trims, trimakasih, suwun, matur, nuwun, thanks, thank, tks, tq, maturnuwun, trimakasi`,
  chat: `dm, cek dm, baca dm, pm, follow, folback, mutual, done, siap, oke, ok, sama-sama, baik min, wkwk ya, cek inbox, udah dm`,
  reporting: `kata, ujar, ujarnya, katanya menambahkan, jelas, jelasnya, tutur, ungkap, menyatakan, mengatakan, menjelaskan, menegaskan, mengungkapkan, imbau, mengimbau, resmikan, meresmikan, gelar, menggelar, digelar, tinjau, meninjau, kunjungi, mengunjungi, sebut, menyebut, nilai, minta,
    bakal, resmi, jadwal, klaim, ungkapkan, tegaskan, serahkan, menyerahkan, diduga, tersangka, ditangkap, dilantik, hadiri, menghadiri, dijadwalkan, rencananya, berlangsung, melalui, sebanyak, menurut, terkait, tewas, dievakuasi, lanjutnya, wacana, memimpin, dikabarkan`,
  announcement: `gratis, kuota, jadwalnya, jadwal, syarat, manfaatkan, ajak keluarga, masyarakat, patroli, penertiban, pengarahan, kerja bakti, musrenbang, peringatan, tautan bio, hut, monev, rapat koordinasi, penutupan, pemadaman terencana, pemeliharaan, pengumuman, informasi, simak, diimbau, himbauan, imbauan, ayo, yuk, mari, catat, pendaftaran, dibuka, pelaksanaan, giat, kegiatan, dalam rangka, bertempat, rakor, sosialisasi, monitoring, sambang, apel, bhabinkamtibmas, kapolsek, kapolres, babinsa, danramil, koramil, polsek, polres, tahukah, infografis, rilis, press release, siaran pers, update, sobat`,
  office: `hai kak, halo kak, selamat siang kak, selamat pagi kak, sobat taat, pelanggan yth, kami informasikan, petugas kami, sudah kami teruskan, kami teruskan, kami jadwalkan, kami imbau, kami mengimbau, kami cek, kami tindak lanjuti, mohon maaf atas ketidaknyamanannya, ketidaknyamanannya, mohon dimaklumi, terima kasih laporannya, terima kasih atas masukannya, terima kasih sudah menghubungi, silakan, silahkan, jam layanan, jam pelayanan, jadwal sim keliling, dalam rangka, s d, bebas pulsa, laman resmi, hotline, nomor tiket, rekayasa lalu lintas, penyaluran bantuan, call center pengaduan, waspada penipuan, siaga bencana, peringatan dini, warga diimbau, masyarakat diimbau, kami informasikan, diinformasikan, diberitahukan, pemberitahuan, diberitahukan kepada, layanan pengaduan, call center, hotline, sobat, sahabat, dinas mengimbau`,
  calendar: `senin, selasa, rabu, kamis, jumat, jum'at, sabtu, minggu, januari, februari, maret, april, juni, juli, agustus, september, oktober, november, desember, wib, wita, wit, tahun, tgl, tanggal, hari ini`,
  informal: `gak, ga, nggak, ngga, enggak, gk, udah, udh, aja, banget, bgt, yg, klo, kalo, kayak, kyk, gini, gitu, nih, tuh, dong, deh, lu, lo, elu, loe, emg, jd, krn, tp, dgn, sm, bkn, bikin, ngasih, ngga, ora, ndak, tak, iki, opo, wes, ngono, kowe, aing, teh, mah, dll, trus, terus, abis, kek, bang, bro, woi, woy, nya, pake, gmn, gmna, bjir, anying, cuk, sih, kan, ni, ya, yaa, lgi, blg`,
  private: `drakor, arisan, skripsi, kuis, ujian besok, kucing, ojol, kurir, paket, resep, kopi, seblak, bakso, gebetan, jomblo, jodoh, gajian, cucian, wasit, striker, gol, pelatih, klub, pemain, penalti, album, lagu, lagunya, podcast, skincare, diet, laper, lapar, ngantuk, mager, nikahan, bos, lembur, resign, restoran, resto, restonya, olshop, marketplace, giveaway, hp, laptop, motor gue, adek, kakak gue, si kakak, bungsu, anak kos, kondangan, flash sale, diskon, tiket konser, dosen, kampus, film, game, temen, teman, pacar, mantan, mama, mamah, papa, nyokap, bokap, kosan, kost, kampus, drakor, idol, konser, nonton, tidur, mimpi, bucin, crush, ultah, jajan, gabut, semoga cepat sembuh, innalillahi, cinta, sayang`,
  chain: `info penting, info valid, sebarkan, tolong sebarkan, mohon sebarkan, sebarkan ke, viralkan, tolong viralkan, teruskan ke, diteruskan, diteruskan berkali kali, copas, copas dari, copas grup, dari grup sebelah, grup sebelah, dari grup,
    kirim ke semua, bagikan ke, share ke, tolong share, jangan izinkan, jangan angkat, jangan buka, jangan klik, jangan sampai jadi korban, awas, hati hati, hati2, waspadalah, himbauan untuk semua, pesan berantai, orang dalam, sumber terpercaya, bukan hoax, bukan hoaks`,
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
