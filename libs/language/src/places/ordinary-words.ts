/**
 * Written by `npm run train -- place-words`; do not edit. Ordinary words that are also names of districts or villages
 * (`yang`, `negara`, `gaji`): outside place names at least 3 times in NERP, NERGrit, SmSA, EmoT, CASA and HoASA
 * (IndoNLU, Apache-2.0), idner-news-2k and LAPOR! 2017 (MIT), or in this package's stop-word and slang lists.
 */
export const ordinaryWords = `
aan abang adam adoh adu again agak agung aib airlangga ajang akar alas alasan alat alim alur aman amis ampas
ampera andalan angan anggrek angkasa angkatan antapani antara anugerah anyar apaan apung arahan area aris
armada arus arwani asa asam asem asinan astina asuhan atap ater ati awan ayah ayam ayunan babak babat babe
bacang bacem badak bae bagi bagus bagusan bahagia bahari bahu baja bajak bakal bakalan bakat bakau bakti
bala bale balik balok balutan bambang ban bandara banding banget bangga bangkai bango bangsa bangun bangunan
banjar banjarnegara bantai bantal banter bantul banyumanik bara barang bareng barisan baru barus bas basi
baso bata batan batang batanghari batas batik batin batok batu batuan batununggal bau bawang bayang bayi
bayu bea bela belah belantara bella belle belo benda bendahara bendung bendungan bener bengkel bening bentak
bentar benteng bento benua bercak beringin berkah berkas berkat berlian berusaha besar besi beti beton biang
bias bila bina bintang biru bisa blitar blok bob bobo bocor bodi bojonegoro bojongloa bola bolong bolu
bondan bone bongsari boni bonjol bor boro boros bosen boyolali braga bruno buahan buahbatu buang buangan
buaran buat bubu bubuk budidaya buk bukti buku bulan bulu bumbu bumi bunga bungur buntu burangrang buru
butuh buyut cabang cakung campur candi cangkang cangkir cap caringin catur cemara cemerlang cempaka cendana
cianjur ciater cibadak cibiru cibiuk cicendo cideng cihaur cihideung cikarang cikawao cilandak cileungsi
cimanuk cinangka cinta cipaganti cipanas ciputat cireng ciseeng citarum ciumbuleuit condro cut dadi dagangan
dago dah dalam dalang dalil damai dana dander dapet dara darat dari darussalam data datar dateng daun day
daya debut degan deket delima della demen deng deras dewi didi dieng dikira dim dingin dorong duda dukuh
duren durian dwikora ehe ekor elo elok elu era fajar fan fase figur firdaus gabus gada gadang gading gag
gaga gagah gajah gajahmada gaji gala galak gambaran gamongan gampang ganjaran ganti gantung gantungan gara
garing garuda garut gawang gebang geger gelang gelap gelombang gembira gempol genteng genting gentong genuk
geser gilang gita gitar goal gol gong gresik gua gubuk gue guna gunawan haha hai hainam halangan hambalang
handuk hanura harap harapan harian harus hasanuddin hatta hayo hello helo hidayah hidayat hijrah hilir hulu
ibarat ibu idaman iga ikon ilir indragiri indro islam jadi jae jago jagoan jagung jak jaman jamblang jamika
jamin jamu jamuan jangka jangkung janji jarak jari jarum jasa jati jatibaru jatinegara jatuh jaya jayakarta
jebol jelambar jeli jengkol jernih jim jimbaran joglo johor jok jorok judi jufri jujun juli jumat jumpai
juragan juta kabanjahe kabar kabor kaca kacang kacung kai kala kalangan kaleng kali kalian kaligawe kalijaga
kaliki kalo kamar kamu kamuh kanan kandang kandung kangkung kantin kantor kaos kapal kapas kara karangan
karawaci kare karedok karet kartini karuan karya kasi kasih kasihan kau kauman kawan kawat kebanggan kebo
kebocoran kebonjati kebun kecap kecil kedai kedamaian kedondong kejadian kejaksaan kejayaan kelapa kemangi
kemanisan kemasan kembang kembaran kenalan kenangan kencana kepatihan kerajaan kerang keras keraton kering
keriting kerukunan kesatuan kesehatan ketitang ketulungan key khatulistiwa kilang kilat kilo kilometer kini
kira kiwi klender koja koki kolak kolam kolong komet kompas kompol kondang koper kopi kopo kopong korek
kosambi kota krecek kresek kretek kristen kubu kubur kudu kuku kukuh kuli kunci kuning kupang kuper kupu
kurnia kurun laba labu ladang lai laju laksa laksamana lalang lalap lama lambung lancar langgeng langkat
lanjut lantang lapang lapangan larangan lauk lawang layang lebih ledeng lee legian lego lekong lela lelang
lele lembah lembar lembur lemon les lesmana lestari lewat liang licin lidi limau limbung ling lintang lion
lirik lodaya loe lola lomba long lorok lorong luar luas lubis lubuk lugu lumbung lumpur lumut lurah mabuk
madani made madu madura maen magelang maharani mahendra mahu mainan majapahit maju maka makam maki makmur
mala malik mama mampir mampu man mandala mandiri mangga manggala manggis maning manis mantan manurung marga
maria mario martadinata martapura mas masing mata matang matur mau maung maya meat medali mega melati melayu
meler men mena menang menanti menawan mencolok menjalin menjelang mentok merah merangkai merantau merapi
merasa merauke merek merpati mesjid meteseh metro meutia mewek mikir mimin mini mino minta mio mira mode
moga momo motto muak muda mudik mui muka muktiharjo mulia muncul mungkin mungkur murni mustika musyawarah
mutiara nadi nakama nampan namun nanas nanggung nangka nano napa napi napitupulu nasi natal negara nelayan
ngadem ngaliyan ngapa ngarai ngumpul nila nita nopember normal nusantara nya nyamuk nyari ojolali oka oma
ori pacar pada padi pagar pagelaran pagu paguyuban pahlawan pajajaran pajangan paloh pam pamong panas
pancasila pandai pandan pandang pandangan pangeran pangestu panggang panggung pangkalan pangkat panjang
panorama pantai panti papar para parang parangtritis parit paru parung pasaman pasan pasang pasangan pasar
pasir pasokan pasteur paten patokan patriot patung paul payung pedalaman pedes pedurungan pejuang pekat
pelabuhan pelajaran pelat pelita pemalang pemanggilan pematang pembaharuan pemenang pemuda pemuka penarikan
penataan pendingin pengajaran pengalihan pengarang pengaturan penggaron peninggalan peninjauan penjuru
pensiunan penurunan per perak perbatasan perdamaian perdana perhiasan perintis perjuangan perkebunan
perkotaan perluasan permata persatuan pertahanan pertamina pertengahan perwira pesantren pesat pesen pesing
pesisir peta petang petani pete pie pilar pinang pinangan pindang pinggir pintu pirang pisan pisang pocong
pojok poko pola polo pon pong porto poto prabumulih prima proklamasi pudar puding pukul puluhan puncak
punggung punten pura purba purbasari pure purnama purwakarta purworejo puter puti putih rada raden ragi
ragunan rahayu rahmat rai raja raka rambutan ranah random rangka rata rawan rejeki rejo reka rembang rendang
rengasdengklok ria rimbun rindu rintik robek roda ruang ruko rum sabang sabu sabun sadar sago sagu saham
saing sakti salak salam sale saling salut sama sambi sambung sambutan sampe samping sampit sandi sanggar
santan sapa saparua sara sarang saray sari sasaran saud saw sawah sawang sawit sayang sea sebalik sedang
sedari see sejahtera sejati sekar sela selamat selang selangit selesai selo seluas semangat semanggi semata
semau sembab sembilan semen sementara sempurna semut sendangmulyo seneng seni sentosa sentul sepadan sepakat
sepanjang sepinggan sepotong sera serah serambi serang serangan serasi serat seraya serba serbaguna sereh
sering serpong serut setia setiabudi setiap sewu sia siaga siak siantar sie sigit sila silam silat siliwangi
siluman simalungun simatupang simpar singa sini sipayung sisi sitompul situ slamet sleman soka sokan sono
soon sorabi sorry sosial sosok sriwijaya stadion suci sudah sudi sudirman sugeng suit suka sukajadi sukarela
sulung sum sumbang sumber sumberdaya sumberejo sumberrejo sumsum surat suruh susi susu swadaya taat tabah
tahu tahunan tajuk talaga taliwang tamansari tambahan tambak tambang tambunan tampak tampan tampang tampung
tanda tandang tanduk tang tangga tangguh tanggul tanggung tanggungan tangki tangkis tanjakan tapa tari tarik
tarikan taro tasikmalaya tauk tawa tawar tawaran tebing teduh tekad teko teladan telak tembok tempe tempel
tempur temu tenang tenda tengah tengku tentang teras terasa teratas teri teriak terik terisi terjun terong
terpadu terusan tes tetap thomas tiga tigaraksa tilang timbangan tingkir tipar tiram tiri tirto tiru titik
tiu tlogosari tobat tobing toko tokoh tolak tolok tolong topi trisakti tua tuk tukang tulang tulis tulung
tumpang tumpukan tune tunggu tunjuk turangga turunan tut tutup tutur tutut ubar ubi ujung ulang ulum umar
uni upah urat urung usa usir usul uta utama waduk wahab wahai wali walo waluyo wan wanda wangi wara waras
waris warna waspada watampone wawasan wayang web were widodo yang yayasan yeni you
`.trim();

/** Names that the person spans of the tagged texts hold more often than their place spans. */
export const peopleNames = `
abi adow amar andang anin aritonang arne awang bai bao baraka berta bismo bolang budiman damar darsono derek
dragan emon fat gani ginanjar giring girsang gurung harianja hoya hutabarat hutagalung inomata jamil jandi
jia jono kama kiki kobe lana lasi lena liu luku maesa maman manaf mandalika marlo masadian memes miran mora
mori mulyasari nainggolan nakamura nelle nisa nuha olo oni pagaralam pager pasaribu pasekan pedanda pepe
sandai santosa saragih saut senting sien simbolon sir sofan sorongan sukur surbakti tae tina tohpati tukul
udar ujang uke ulin wisnu wiyono woro
`.trim();
