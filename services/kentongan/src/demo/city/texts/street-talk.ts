import { templates } from '../grammar.js';

/** What people say of roads, traffic, buses, parking. */
export const trafficTalk = templates(`
  [Macet|Padat merayap|Antri panjang] [banget|parah|lagi] di {street}, dari {spot} sampai [lampu merah|pertigaan|jembatan] {minutes}{end}
  {hey} {street} arah {spot} lewat mana ya yang lancar?
  Lampu merah {spot} [durasinya pendek banget|kayaknya rusak|mati dari tadi], semrawut{end}
  Barusan ada [serempetan motor|mobil mogok|truk pecah ban|truk mogok] di {street}, untung [nggak ada yang luka|cepat dipinggirkan|jalannya belum ramai].
  Truk [besar|tronton|muatan tanah] masih lewat {street} jam sibuk, apa nggak ada aturannya?
  Hari {dayName} kok {street} malah lebih [sepi|ramai|padat] ya
  Jukir di {spot} minta [dua ribu|lima ribu] tapi nggak ngasih karcis{end}
  [Parkir|Cari parkir] di {spot} susah [banget|poll|minta ampun], muter {count} kali baru dapat
  Bus kota {partOfDay} ini [ngetem lama|penuh|sepi|AC-nya dingin], {spot} ke {district} {minutes}{end}
  Halte {street} [atapnya bocor|kursinya ilang satu|sekarang bersih], [nunggu bus sambil berdiri|semoga dirawat terus]
  Ojol ditolak {count} kali gara-gara rumahku di {village}, nasib{end}
  Orang lawan arus di {street} makin banyak, [ditegur malah galak|bahaya banget|nggak mikir orang lain]
  Berangkat kerja lewat {street} {partOfDay} ini lancar jaya, [tumben|alhamdulillah|semoga tiap hari begini]
  Info dong, kereta ke [Jakarta|Solo|Tegal|Surabaya] dari {spot} jam berapa aja?
  Ada razia knalpot di {street} [tadi malam|barusan|katanya]
  [Mau tanya|Numpang tanya], bayar pajak motor di {district} buka sampai jam berapa?
  Polisi tidur di {village} tinggi-tinggi, [mobilku mentok|motorku nyangkut] terus{end}
`);

/** Holes, works, pavements. */
export const roadTalk = templates(`
  Jalan di {village} [berlubang|bolong-bolong|bergelombang] sudah {days}, [mohon|tolong] [diperbaiki|ditambal] sebelum ada yang jatuh
  Lubang di {street} dekat [minimarket|sekolah|pertigaan|gang masuk] makin [dalam|lebar], tadi hampir jatuh{end}
  Galian kabel di {street} [nggak ditutup lagi|bekasnya ambles|bikin macet] padahal [katanya cuma seminggu|sudah {days}]
  Alhamdulillah {street} [akhirnya diaspal|mulai ditambal|sudah mulus lagi], terima kasih [pak|pak bu|yang kerja malam-malam]
  Trotoar {spot} dipakai [jualan|parkir motor|naruh pot], jalan kaki malah turun ke aspal{end}
  Paving gang kami di {village} RT [02|03|05|07] [ambles|lepas|nggak rata], lansia sering kesandung
  Habis hujan, lubang di {street} nggak kelihatan, hati-hati [lur|semuanya|yang naik motor]
  Jembatan kecil di {village} pagarnya [copot|bengkok|karatan], kapan dibetulkan ya
  Perbaikan {street} molor lagi, [target bulan lalu|papan proyeknya sudah pudar|warung sebelah sepi pembeli]
`);

/** Rubbish, drains, trees, rain and flood tides. */
export const surroundingsTalk = templates(`
  Sampah di {village} [belum diambil|numpuk] {days}, [baunya nyampe rumah|lalatnya banyak]{end}
  TPS dekat {street} [luber|penuh] lagi, [kasihan yang jualan di sebelahnya|mohon ditambah armadanya]
  Siapa sih yang buang [kasur|sofa|popok|puing] di pinggir kali {village}, nggak punya malu{end}
  Kerja bakti RW {count} {village} besok [pagi|Minggu pagi], bawa [cangkul|sapu lidi|arit] sendiri-sendiri ya
  Got depan rumah [mampet|penuh endapan], hujan dikit air naik ke teras{end}
  Hujan [deras|gerimis] di {district}, [jemuran belum diangkat|enaknya mi rebus|semoga nggak banjir]
  Panasnya {district} hari ini, [AC menyerah|jalan kaki lima menit basah kuyup|pengen nyebur Waduk Jatibarang]
  Rob di {village} naik lagi [semata kaki|selutut], [sudah biasa|motor terpaksa dititip]{end}
  Pohon di {street} [dahannya sudah miring|rimbun nutup rambu], tolong dipangkas sebelum musim angin
  Taman di {village} sekarang [bersih dan terang|banyak anak main|ayunannya patah satu]
  {hey} cuaca {district} gimana? di {village} sudah [mendung|hujan angin|terang lagi]
  Bank sampah {village} buka tiap {dayName}, [botol bekas dihargai lumayan|lumayan buat kas RT]
  Ada yang bakar sampah tiap {partOfDay} di {village}, asapnya masuk kamar bayi{end}
  Kali di {village} [airnya item|baunya nggak enak|penuh eceng gondok], dulu waktu kecil bisa buat mandi
`);

/** Lamps, electricity, tap water. */
export const networkTalk = templates(`
  Lampu jalan di {street} mati [satu|dua|tiga] titik, [lapor ke mana ya|sudah {days}|mohon dicek]
  PJU depan [gapura|masjid|pos ronda] {village} kedip-kedip terus{end}
  Listrik {village} [padam sebentar|kedip|byar pet] barusan, [untung udah simpan kerjaan|wifi ikut mati]
  Air di {village} [kecil banget|mati dari subuh|keruh], [mandinya irit|nampung dulu]{end}
  Token listrik cepat habis bulan ini, [apa gara-gara AC ya|perasaan pemakaian sama]
  Kabel [internet|fiber] di {street} semrawut [menjuntai|kendor] [hampir kena helm|kapan dirapikan]
  Sinyal di {village} [ilang-ilangan|cuma satu batang], mau meeting malah pindah ke teras
  Meteran air rumahku di {village} muter padahal keran ditutup, ada yang pernah?
  Ada pemadaman bergilir nggak ya besok? [kulkas isi dagangan|mau siapin genset|soalnya ada hajatan]
  Tukang [pompa|listrik|sumur] daerah {district} yang [jujur|nggak mahal|cepat] ada rekomendasi?
`);
