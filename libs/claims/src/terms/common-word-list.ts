/**
 * Written by `npm run train -- common-words`; do not edit. How often stems occur in reviews, posts and press texts alike,
 * per million words (the middle one of the three genres); `=1448` stands before the stems that do so about 1,448 times.
 * From SmSA, EmoT, NERP and NERGrit (IndoNLU, Apache-2.0) and idner-news-2k (MIT).
 */
export const commonWordList = `
=23170 dan di yang =16384 saya tidak =11585 ini =8192 ada dengan untuk =5793 buat dari itu jadi juga =4096
banget bisa kalau karena ke saja sama sudah tapi =2896 adalah akan bagi baik banyak dia kita lain lebih
mereka nya orang pada rasa teman =2048 anak atau baru dalam dapat diri hanya hari harus iya jalan kali kota
lagi masih mau pas saat salah sampai satu semua seperti suka =1448 apa beberapa begitu benar beri besar dulu
gratis indonesia kami kata lihat makan masuk naik namun oleh paling pilih rumah sekali selalu sih tahu tahun
tak waktu =1024 1 2 aku anda atas beli belum buka bukan cari coba deh hal harga ikut ingin jam jangan jika
ketika lalu lama langsung luar malam memang pakai pasti pernah pertama sangat sekarang selain setelah sini
tempat ternyata tewas turut uang warga =724 3 akhir apalagi awal bagai bahwa bandung barat bawa beda berada
biasa bulan daerah datang dunia enak foto guna habis harap hasil hati jakarta jauh jelas jokowi kamu kenal
kerja kok ku kurang lagu laku main mana masa milik minta mulai mungkin nama negara pak penjara presiden pun
rupa sayang sebagai sebelum secara sedang sekitar sekolah sendiri sering serta setiap tengah tentang terima
terus tetap the =512 4 5 a agar air akhirnya api bagus bahkan bicara bilang boleh cepat cinta cukup dekat
demokrat depan dukung ganti hubung indah ingat islam jawa jual juang kampus kantor katanya kecil keluarga
kemarin kembali korupsi kunjung letak lupa macam malah mampu marah masalah masing minggu nyata pagi para
partai pasang penting penuh perlu punya ribu sambil sana sebut sehat sehingga sejak selama seluruh sempat
seorang siang siap soal susah telah temu terlalu tetapi tinggi tiongkok tuju tulis ubah udara usaha wanita
=362 10 2018 acara agak agama alam alas ambil and anggap antara apakah asik bagaimana banding bangun bareng
bawah bayar begini biar biasanya bukti d daftar dasar desa dua duduk film gubernur hadap hampir hidup hingga
i ia jawab juara kabar kalah kan kayak kelas kemudian kenapa kendara keras kuat lanjut lepas lewat lokasi
maka makin manusia media motor muda mudah muncul musik nanti nikmat obrol otak padahal panjang pemilu pokok
politik produk pusat putus ramai sakit sebuah sedia sedikit sesuai si sidang siswa sosial suara sulit
tanggal tanpa tanya tarik tentu tinggal tugas turun tutup ucap ulang umum urus utama walaupun yaitu yakin
=256 20 30 6 7 ajak al aman an arah arti asal asli atur baca badan bakal balik bangsa bangunan bantu bapak
barang belakang berasa bila bingung bodoh buah butuh calon cantik cara cita dahulu daripada dong drama gara
gila grup he henti hilang hujan hukum ibu in jabat jatuh jenis jepang kadang kaki kasus kau kepala keren
khas khusus kira kirim kopi korban kumpul lahir lawan layan libur lindung lo luas mahasiswa makanan manis
masak mata maupun mbak menit menteri meskipun minum negeri nilai no nomor nyaman of paket panas pandang
pasar pdi pekan pemerintah per percaya pergi pihak pikir pimpin polisi pria pula pulang raya ruang sahabat
sebelah sebenar selamat selesai semak sembuh serah siapa sma sore sukses sungguh super tangan tenang tepat
tiap tiba tiga to tolong tua tunggu ukur untung video walau x =181 100 12 2019 9 adanya ahok akses alami
amat amp aneh angan anggota angkat area ayam bahan bahas bahasa bali bangga bank batas belajar belanja
beliau benci bentuk berat berita bersih berte berupa betul bohong bongkar bu buku buruk campur capai cerita
cipta cocok daging damai darah dengar desain doang dpr dr eh eropa fasilitas gambar gaya gede gedung gemar
goreng gunung guru h hotel hutan ikan ilmu isi istri jaga janji jelek justru juta kampung kawasan kecewa
kedua kena ketua khawatir kosong kpk kursi lambat lampu langkah lapor lebar lengkap loh lokal lucu luka
lulus macet maju malu mantan mas menang mending merah meski mu mulut mundur nasi nyanyi oke pacar padang
parah pelanggan perjalanan perut pesan pindah pintu prabowo pribadi program putih rata riau roti s sabar
sang saran sby sebab segera semoga senang sengaja sepi setuju sikap sisi solo status suami t tadi takut
taman tampil tanah tanggung tata tawar terasa terutama tiket tim tingkat toko tolak u usah wajib wakil warna
wisata zaman =128 11 15 18 2017 24 50 8 adaan adik aduh ajar akun alat album alias alir anies anjing antar
arab awat ayah ayat ayo b bangkit bau bebas bekerja bela belanda berani berdua bidang bijak bintang bisnis
bola bosan buang bubar bunuh bupati cek contoh danau data day demi didik dingin dki dokter e ekonomi entah
es fokus for gagal ganggu gempa gereja gerindra gojek golkar ha hadir hai hak hancur hitam hitung hormat
internet istana istimewa it izin jadwal jalur jamin jarang jaring jiwa juli juni jurus kabupaten kader kamar
kangen karya kawan kaya kebun kegiatan kendaraan kesan kini kisah km komentar kondisi konsep korea kualitas
kuasa kuota la laksana lancar langgar larang lari latih layak ledak lelah lemah lima lingkung live lukan
maaf mah mahal maksud malang malas manfaat mari masjid mie minyak mirip model mohon muka murah nah nikah
nkri non nongkrong nusantara oh olah on one order paham paksa panggil pantas parkir pegang pelaku pks pohon
posisi potong proses puasa pukul punyai putri ragu ramah rambut rekan rencana romantis rt rugi rusak sadar
saji sambut sampah samping sangka sapi saudara sd sebagi segala sehari seharusnya sejarah semangat sementara
sempurna senin sepanjang serang serius seru sesat setengah sistem situ smp sok staf stasiun suatu sungai
surabaya surat susu tagih tanda tangkap tawa telepon tema tempo tentara timbang timur tinda tindak tipu
tokoh tol tolol tonton tunjuk twitter umat unik usia usung utara via wah wujud =91 0 2014 2015 22 25 40 abu
aceh agam ah aksi aktif akui ali all allah alternatif andal angin anti apabila apapun aplikasi asia asing
ataupun bahagia bahaya baju bandara bangsat batal batu bayang bayi best biaya bukit bumbu bumi bunga buru c
cabang catat celaka cemburu citra cual cuci damping dana darurat daya demokrasi diam diisi dikit dosen
driver efek empat era fisik fitnah g gabung gaji galau game gampang gantung gawat gelap gerak goda golong
google hadiah halal halaman hawa hebat heran hewan hidang hina info informasi inggris internasional inti
istirahat itulah jaksa jaman jarak jelang jumat jumlah k ka kacang kafir kaget kait kakak kala kalang kamera
kapal kapan kartu kasihan kaum kelompok keluar kembang kereta ketahu koalisi kompleks kristen ktp kue
kuliner lantai lapangan lembut level lezat lho listrik love lulu lumay m mandiri mantap materi mayoritas
menga mengapa mengisi meni merdeka minuman miskin miss modal modern music musim n normal not novel online
organisasi padat padu pain pakaian pakar pantai papua pasuk pd pecat pelayanan pendek penyakit perang
periode perkara persis pinjam pisah pki poin positif puas pulsa puncak ramadh rapat rapi real rela relatif
rendah ri ribuan rilis ringan rokok sabtu saing saling santai sari sate sawah sederhana sedih sejenis
sekaligus sela seni sentuh sepakat seri sesuatu setahun setia sibuk sifat sila simpan sisa sombong sopan
sosok standar strategis suasana sukai sumpah supaya suruh tampak tamu tangga tanggap target teh tekan telur
tepung tertentu tidur top tradisional transfer triliun tubuh tuduh tuhan tukang tulang tumbuh tumpang tunda
tv ujung umah umur undang unggul up us usai versi wajah wajar wali warung with wow you =64 14 150 19 200
2016 80 90 adem agung agus ahli akibat aktivis alhamdulillah alih alun angka antri anugerah asian at awas
back balas banjir bantuan bbm bca bekas bekasi berapa berisi berkat beserta besok betah blokir bodo bogor
boy bri budaya budi bule burung bus but cabut cafe cahaya capek capres cebong center cerdas curi dagang
dalem dampak daun debat dewan dewasa dompet doyan duga duli ekspektasi enai fadli fakta favorit gang gawai
gelar gelas generasi genggam gilir hahaha halo hargai hemat hendak hias hibur hits hm hoaks hot hti hut ide
ikat ikhlas imam indosat inilah instagram iri is isu italia itb jago jahat jajan jalin jasa jaya jerman
jijik jk jogja judul jujur kaca kaji kak kanan karyaw kecamatan kejar kelapa kelola kering kinerja kiri koar
kocok kotak kotor kulit kuning lah lahan lantas laut lelaki lempar libat luang ma maklum mal maling mandi
medan menu mesti mi mikir milih misalnya momen muak munafik my nampak nasional negatif niat nonton nu o
olahraga out p pajak palembang pan panggung paris parpol patung payah pecah pemimpin pengaruh peran periksa
perintah persib pesawat pesta pinggir pintar plus poko politisi pondok pop prof provinsi proyek pulau puluh
pura putar rada raih raja rancang ratus rekening rekomendasi resmi respon restor riah ribet rindu risma
rombong sah saking saksi saus say sayur se sebanyak seenak segi sejahtera sejauh sekelas seki selanjut
selasa selatan selera semacam semarang sempit sensasi senyum serba sesama seseorang setan setidak sewaktu
sial sija singkat sinyal situasi solusi special studio suci sudut surga susul syarat syukur taat tanding
tari tegas teknologi teliti telkomsel tempuh terang teriak terminal thailand timbul tipe tong transaksi
tukar ulas utang van vari w wilayah world xiaomi yuk =45 70 abang ac amin bang cuaca detik fans gb green
gula hangat hijau ibunya inspiras kelaku kisar konsumen kucing lautan legendaris maksimal mental omong oris
pasien pasir pt rendang sambung sebaiknya sertai simpul sudirm tantang trans was zon
`.trim();
