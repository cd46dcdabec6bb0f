/** Words that look affixed and are not; taking off the affix would mix them with other words. Our own list. */
export const wholeWords: ReadonlySet<string> = new Set(
  `
  adalah ialah sekolah setelah masalah jumlah makalah majalah hadiah celaka kendala kepala keluarga kereta kecewa kelapa kelola
  kemarin kemudian ketika ketua kenapa kelas kelompok kemeja kencang keras kerabat kesan ketat keliru kentang kelambu kemarau
  keramik keranjang keringat keramat keriput kelinci kelabu kecapi kecambah kepiting ketupat kedelai kelurga kejora
  berapa beberapa berita beranda berani beras bersih besok benteng bencana belanja belanda bendera bernas berlian
  bermuda berkah berkas berkat perintis perawan perak perkara peristiwa persen perempuan permisi permai pertama percaya perkasa
  perdana perisai periksa perunggu persis peranti perihal periode permata perdata perangkat perusahaan
  terima terlalu tertentu ternyata terminal terutama terompet terigu terong teratai terjun terlantar terampil
  direktur direksi diskusi disiplin dimensi dinamika diploma distribusi divisi diare diabetes dilema diagnosa disabilitas digital
  dinasti dialog diameter diskon diesel distrik
  media medis meriam menteri mesin meskipun mereka meninggal menara mentega mentimun menjangan mengkudu mempelai
  merdeka memang mencret menado mengapa meteran metropolitan
  pemuda pemilu pendapa penduduk pengantin penghulu penjara pensiun pentas penyakit penyu peluru pelabuhan peta petani pesawat
  pecahan pemkab pemkot pemprov pelangi pelita pelosok perigi pekerti pelanggan pendeta penguin
  daratan selatan kawasan lautan ribuan jutaan taburan jembatan kecamatan kabupaten angkutan pakaian halaman makanan minuman lapangan
  bantuan bangunan pasukan tentara kegiatan
  kasihan kendaraan gerakan lembaran pelayanan korban tuhan kelurahan perjalanan pasaran kuburan
  islami alami ekonomi demokrasi polisi provinsi televisi informasi organisasi generasi imunisasi vaksinasi evakuasi korupsi
  komisi transportasi kondisi posisi situasi produksi konsumsi investasi energi teknologi strategi industri menteri bupati
  sendiri pribadi pagi lagi nanti hati mati kami matahari negeri bidari juli juni mengerti kopi santri kiai sunami tsunami
  hakiki manusiawi duniawi asasi administrasi operasi lokasi reaksi aksi sanksi saksi redaksi koalisi partisipasi kompetisi
  beku buku kuku paku saku suku kelaku tamu ilmu jamu kamu semu temu perilaku pelaku berlaku
  hanya punya tanya misalnya akhirnya biasanya karenanya rupanya sebaiknya seharusnya khususnya umumnya
  walaupun meskipun ataupun namun maupun himpun ampun kebun tekun
  beri perintah pemerintah kembali nyata nyala nyawa nyaman nyanyi nyamuk nikmat nilai makan masak milik mohon muat mulai musuh
  naik nama terap tengah maaf malu manfaat nyaring natal nikah masalah minta mandat
  kabinet indonesia internasional nasional regional
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Roots whose first k falls after meng- and peng- (kirim → mengirim). Without the root nothing tells them from vowel roots. */
export const rootsInK: ReadonlySet<string> = new Set(
  `
  abar abul abung aji alah alkulasi alibrasi ampanye andung antuk arang arantina asih ata atakan awal awin ayuh ebut ecam
  eceh ecil ecewa ecoh ecuali edepan ejar ejut elabu elilingi elola eluar eluh elupas emas embali embang emudi emuka enal enang
  enakan encang endali endara epak epal epul epung erah eras erja erjakan eruk erumun eruntuh etahui etik etuk hianat hawatir irim
  iris isah itar olam ombinasi omentar omunikasi onfirmasi onsumsi ontrol onversi oordinasi oreksi orban orek orupsi osong
  otori ritik riminal uak uasai uat uatir ubur uliah ulik umpul umandang unci uncup unjung unyah upas uras urang urung usut utip utuk
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Roots in k that would lose it to the ending -kan: kebijakan is bijak + an. */
export const rootsEndingInK: ReadonlySet<string> = new Set(
  `
  ajak anak balik banyak bentuk bengkak bijak cetak didik duduk gerak gelak galak jejak jebak kotak letak lonjak luluk masak masuk
  naik pihak rusak sibuk tampak tanjak tarik tembak tolak tunggak tunjuk ledak cantik baik milik selidik petik usik
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
