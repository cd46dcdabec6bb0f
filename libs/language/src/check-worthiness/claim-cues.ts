/** What a word says about whether a statement is worth a check. Our own lists; phrases are words side by side. */
export type ClaimCue =
  | 'many'
  | 'event'
  | 'authority'
  | 'counted'
  | 'place'
  | 'date'
  | 'experience'
  | 'prediction'
  | 'opinion'
  | 'asking';

const lists: Record<ClaimCue, string> = {
  many: `warga, masyarakat, semua, seluruh, ribuan, ratusan, puluhan, belasan, siswa, murid, pasien, penumpang, pedagang, petani, nelayan, buruh, penerima, keluarga, rumah tangga, pelanggan, guru, bayi, anak, desa, kelurahan, kecamatan, kabupaten, se kota, se kabupaten,
    sekota, sekabupaten, publik, rakyat, pemilih, jamaah, mahasiswa, penduduk, orang, korban, lansia, orang tua`,
  event: `tewas, meninggal, terluka, luka, keracunan, dirawat, opname, lumpuh, mati, hilang, jebol, roboh, retak, runtuh, terbakar, meledak, bocor, tercemar, terendam, padam, tutup, ditutup, menutup, dibuka, dihentikan, berhenti, menghentikan, dihapus, menghapus, mencabut, dicabut, dipotong, memotong,
    dicoret, mencoret, diblokir, ditangkap, menangkap, menahan, ditahan, diculik, penculik, penculikan, naik, turun, wajib, didenda, denda, digratiskan, gratis, diliburkan, dibagikan, beredar, mengandung, menyebabkan, membuat, menular, terserang, menyembuhkan, dijual, menjual, menerima uang, menandatangani, memalsukan,
    menolak, kehabisan, kosong, dikosongkan, digusur, dipakai, memakai, belum digaji, dipecat, phk, tergusur, melanda, melarang, dilarang, mewajibkan, dikurangi, dialihkan, cair, disuruh, mengungsi, menemukan, ditemukan, palsu, kedaluwarsa, putus, menyetrum, longsor, berubah, razia, resmi, tidak bisa, bercampur, berlaku`,
  authority: `menurut, surat edaran, edaran, surat dari, kata dokter, kata orang, kata petugas, bmkg, bpom, dinkes, kemenkes, kpu, polisi, wali kota, walikota, bupati, gubernur, camat, kades, presiden, menteri, dprd, dpr, pemkot, pemkab, pemerintah, dinas, pdam, pln, rsud, puskesmas, sekolah, kantor, pejabat, perusahaan, pabrik, bank, kpk, tni, polres, polda, bansos, bpjs, pajak, vaksin, imunisasi`,
  counted: `persen, juta, ribu, miliar, triliun, orang, jiwa, siswa, rumah, kios, meter, kilometer, hektare, kilo, kg, bulan, minggu, hari, jam, kasus, kali, desa, pasien, keluarga, buruh, bayi, murid, anak, kecamatan, rb, jt, rumah tangga, pekerja, sumur, petugas, peternak`,
  place: `jalan, jl, desa, kelurahan, kecamatan, kabupaten, kota, pasar, sungai, kali, jembatan, tol, stadion, terminal, stasiun, bandara, sd, smp, sma, perumahan, bendungan, gunung, tpa, pantai, waduk, rusunawa`,
  date: `mulai, sejak, besok, kemarin, malam ini, hari ini, tadi malam, subuh, pukul, per, januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november, desember, senin, selasa, rabu, kamis, jumat, sabtu, minggu, bulan depan, tahun ini, lebaran`,
  experience: `aku, gue, gua, gw, saya, ku, tadi aku, tadi saya, barusan, capek, kesel, sebel, pusing, kangen, takut, males, malas, nangis, rasanya, perasaan, baper, seneng, senang, sedih, bahagia, gemes, anakku, rumahku, ibuku, bapak saya, adikku, enak, enaknya, lucu, wkwk, wkwkwk, haha, mantap, keren, mantan, kucing, kopi, bakso`,
  prediction: `semoga, moga, mudah mudahan, mudah-mudahan, insyaallah, kayaknya, kira kira, kira-kira, mungkin, prediksi, prediksiku, bakal, nanti, siapa tahu, tahun depan, yakin, gue rasa, pasti, kalau saya jadi, pengen, rencananya, harapan`,
  opinion: `menurutku, menurut saya, bagiku, pendapat, harusnya, seharusnya, mestinya, mending, lebih baik, payah, jelek, bagus, hebat, ganteng, setuju, adil, tidak adil, muak, omong kosong, percuma, peduli, coba deh, cocok, keren, salut, cuma janji, janji, hobinya, peduli`,
  asking: `mau tanya, apa saja, kapan, gimana, bagaimana, syarat, syaratnya, tolong, mohon, minta, ada rekomendasi, dm, terima kasih, selamat pagi, selamat, assalamualaikum, semangat, jangan lupa, jual, nego, yuk, siapa yang`,
};

export const claimCues = Object.keys(lists) as readonly ClaimCue[];

/** First word → the phrases that begin with it, longest first. */
export const claimPhrases: ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly cue: ClaimCue }[]
> = (() => {
  const first = new Map<string, { words: string[]; cue: ClaimCue }[]>();
  for (const cue of claimCues)
    for (const phrase of new Set(lists[cue].split(',').map((part) => part.trim()))) {
      const words = phrase.split(' ');
      const known = first.get(words[0]!) ?? [];
      known.push({ words, cue });
      first.set(words[0]!, known);
    }
  for (const phrases of first.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return first;
})();
