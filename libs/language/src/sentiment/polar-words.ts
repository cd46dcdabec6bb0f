/**
 * Words that praise or blame whatever they are said of, written by hand for this project: Indonesian (standard, colloquial and
 * complaint language), then Javanese, Sundanese and English. Other languages reach them through the NusaX lexicons. A word that
 * turns with its subject (`panas`, `murah`, `tinggi`) is left out. Derived forms are found by their stem.
 */
const praise = `
bagus baik terbaik indah cantik ganteng tampan keren hebat mantap mantab mantul ciamik apik asyik asik seru menarik memukau memikat menawan
mempesona memesona elok molek anggun elegan mewah megah istimewa spesial luar-biasa menakjubkan mengagumkan kagum takjub terpukau terpesona
senang gembira bahagia ceria riang sukacita girang lega puas memuaskan kepuasan terpuaskan menyenangkan menggembirakan membahagiakan
membanggakan bangga kebanggaan syukur bersyukur alhamdulillah hamdalah berkah berkat barokah rahmat anugerah nikmat lezat enak sedap gurih
nyaman nyaaman kenyamanan aman tenteram tentram damai tenang sejuk asri rindang hijau bersih rapi rapih tertata tertib teratur wangi harum segar
higienis sehat bugar sembuh pulih selamat ramah sopan santun ramahnya hangat baik-hati dermawan murah-hati tulus ikhlas jujur amanah bijak
bijaksana adil adilnya tegas berani pemberani tangguh gigih ulet rajin tekun disiplin profesional kompeten terampil cekatan sigap tanggap gesit
gercep responsif cerdas pintar pandai jenius cemerlang brilian kreatif inovatif inovasi inspiratif menginspirasi teladan panutan berprestasi
prestasi juara pemenang kemenangan sukses berhasil keberhasilan kesuksesan unggul unggulan berkualitas bermutu mumpuni ampuh manjur mujarab
efektif efisien praktis hemat irit terjangkau ekonomis bermanfaat manfaat berguna membantu terbantu menolong bantu-banget memudahkan mudah
dimudahkan dipermudah kemudahan lancar mulus sempurna sesuai-harapan cocok pas kekinian modern canggih mutakhir maju kemajuan berkembang
meningkat membaik makmur sejahtera kesejahteraan jaya gemilang cerah optimis optimistis harapan-baru semangat antusias dukung mendukung didukung
dukungan setuju sepakat apresiasi mengapresiasi diapresiasi salut respek hormat dihormati terhormat kagumi mengagumi dikagumi puji memuji dipuji
pujian terpuji mulia luhur suka menyukai disukai kesukaan favorit idola cinta mencintai dicintai tercinta sayang menyayangi kesayangan rindu
kangen terharu haru mengharukan romantis lucu menghibur terhibur hiburan ngangenin kangenin gemas gemes imut rekomendasi rekomen rekomended
recommended rekomendid direkomendasikan merekomendasikan wajib-coba ketagihan nagih nampol nendang maknyus maknyos yummy yumi lejat mantep manteb
mantaf joss jos josss gandos jempol jempolan top markotop oke okeh sip siip cakep cucok kece badai cetar kinclong gokil epik juwara terfavorit
terenak termurah ternyaman terindah terkeren terhebat terdepan terpercaya tepercaya dipercaya setia komplit lengkap melimpah lapang luas leluasa
strategis gratis bonus hadiah untung beruntung menguntungkan keuntungan rejeki rezeki makasih terimakasih trims tengkyu thanks nuhun amin aamiin
semoga-sukses selamat-ya terima-kasih tepat-sasaran gerak-cepat kerja-nyata tepat-waktu becus prima salute keajaiban pahlawan penyelamat solusi solutif tuntas beres terselesaikan terwujud tercapai transparan terbuka peduli
kepedulian perhatian toleran toleransi rukun guyub kompak harmonis bersatu persatuan merdeka memaafkan sabar penyabar telaten hafal kokoh kuat awet
tahan-lama empuk lembut renyah kriuk segeer mantappu gurihnya halus jernih terang bening cerahnya otentik autentik original unik khas estetik
estetis instagramable instagenic artistik kaya-rasa bersahaja sederhana-tapi setimpal sepadan worth andal handal jagoan ahli piawai mahir lihai
santuy asoy sedapnya adem ayem betah kerasan memorable berkesan mengesankan terkesan kenangan-indah tersenyum senyum tertawa bercanda kesempatan
`;
const blame = `
buruk jelek terburuk terjelek parah payah bobrok boborok rusak kerusakan hancur ancur ambruk amburadul berantakan kacau semrawut carut-marut
kumuh kotor jorok dekil bau busuk apek amis pesing anyir tengik basi hambar keasinan kemanisan gosong alot keras-sekali mentah benyek lembek
menjijikkan menjijikan jijik mual muntah eneg enek kecewa kecewakan mengecewakan dikecewakan kekecewaan nyesel menyesal penyesalan kapok jera
kesal kesel jengkel dongkol sebal sebel bete marah murka geram gemas-marah emosi ngamuk mengamuk muak bosan bosen membosankan jenuh jemu lelah
capek cape letih males malas malesin sedih sedihnya menyedihkan pilu duka berduka nestapa merana sengsara menderita penderitaan derita tersiksa
siksa menyiksa sakit kesakitan perih pedih nyeri luka terluka tewas mati-konyol meninggal korban celaka kecelakaan musibah bencana malapetaka tragedi
tragis mengerikan ngeri seram menakutkan takut ketakutan cemas khawatir was-was gelisah resah meresahkan panik trauma depresi stres stress frustrasi
frustasi putus-asa galau nangis menangis tangis miris prihatin memprihatinkan kasihan kasian ngenes mengenaskan nelangsa apes sial sialan
benci membenci dibenci kebencian dendam iri dengki hasut menghasut fitnah memfitnah difitnah bohong berbohong pembohong membohongi dibohongi
kebohongan dusta pendusta tipu menipu ditipu penipu penipuan tertipu curang kecurangan culas licik munafik khianat pengkhianat berkhianat
mengkhianati ingkar mengingkari palsu pemalsuan abal-abal hoaks hoax modus korup korupsi koruptor dikorupsi maling mencuri pencuri dicuri
rampok merampok dirampok perampok begal copet jambret garong nyolong pungli suap disuap menyuap sogok gratifikasi mafia preman calo
zalim dzalim dzolim zolim kejam sadis bengis biadab keji bejat brutal beringas jahat penjahat kejahatan kriminal pidana teror teroris
radikal intoleran rasis diskriminasi diskriminatif menindas ditindas penindasan semena-mena sewenang-wenang arogan sombong angkuh congkak belagu
songong tengil egois serakah rakus tamak pelit medit kikir jutek judes ketus galak kasar bentak membentak dibentak sinis nyinyir cuek acuh abai
mengabaikan diabaikan lalai teledor ceroboh sembrono ngawur asal-asalan sembarangan seenaknya lelet lemot lambat lamban lola ngelag nge-lag
macet mampet mandek mandeg terhambat hambatan kendala terkendala gangguan terganggu mengganggu ganggu error eror gagal kegagalan gagalnya ditolak
bermasalah trouble ribet rumit repot merepotkan susah menyusahkan sulit mempersulit dipersulit kesulitan berbelit belibet bertele-tele pusing
memusingkan bingung membingungkan ruwet sumpek pengap gerah sesak berisik bising gaduh ribut rusuh kerusuhan tawuran bentrok anarkis onar
kecele zonk ampas sampah cacat cela rongsok rongsokan bangkrut rugi merugi merugikan dirugikan kerugian boros pemborosan mubazir sia-sia percuma
mahal kemahalan mencekik memberatkan beban membebani terbebani utang hutang nunggak miskin kemiskinan melarat kelaparan kelangkaan langka-sekali
krisis anjlok merosot terpuruk keterpurukan turun-drastis lesu mangkrak terbengkalai telantar terlantar keropos lapuk bolong berlubang bocor jebol
ambles longsor amblas retak patah banjir tergenang kebanjiran rob kekeringan polusi tercemar mencemari pencemaran limbah racun keracunan beracun
bahaya berbahaya membahayakan rawan ancam mengancam terancam ancaman kritis gawat darurat-sekali minim kurang-ajar kurangajar malu memalukan
mempermalukan aib hina menghina dihina penghinaan hinaan cemooh mencemooh ejek mengejek ledek cibir mencibir caci maki memaki umpat mengumpat hujat
menghujat kecam mengecam mengutuk laknat dilaknat terkutuk protes memprotes keluhan mengeluh mengeluhkan komplain somasi gugat menuding tuding
tuduh menuduh salahkan menyalahkan kesalahan keliru menyesatkan sesat menyimpang melanggar pelanggaran melawan-hukum ilegal illegal liar-sekali
bodoh kebodohan pembodohan tolol goblok goblog bego bloon dungu idiot geblek pekok koplok otak-udang sinting gila edan sarap
anjing anjg anjir anjrit njir njing babi monyet asu bangsat bgst bajingan brengsek bangke keparat kampret kontol memek ngentot jancuk jancok
cok tai taik setan iblis dajjal kafir-semua sundal lonte pelacur banci kampungan norak alay lebay basi-banget garing krik gaje gajelas
omdo omong-kosong pencitraan pembual bual lip-service php gombal janji-palsu nyampah ngibul ngeles ngaret telat terlambat keterlambatan batal
dibatalkan pembatalan delay kehabisan kecopetan kehilangan hilang-lagi kurang-memuaskan mengada-ada dibodohi membodohi dikibuli jebakan
menjebak terjebak pemerasan memeras diperas eksploitasi pecah-belah perpecahan permusuhan musuh konflik perang bom ledakan pembunuhan dibunuh
membunuh pembunuh bunuh perkosa pemerkosaan diperkosa pelecehan melecehkan dilecehkan cabul mesum maksiat haram dosa berdosa azab neraka
terpidana tersangka ditangkap dipenjara penjara buronan ketipu ditelantarkan dipecat phk pengangguran nganggur terpaksa dipaksa memaksa keterlaluan
kebangetan ogah emoh najis amit-amit muaknya nyebelin ngeselin nyusahin nyakitin malu-maluin ngecewain ngerugiin bikin-kesal bikin-emosi boikot
suram kelam gelap-gulita hambarnya standar-saja zalimnya lemah melemah rapuh cupu ecek-ecek murahan kacangan receh-banget gagap plinplan
plin-plan mencla-mencle labil kaku buram burem pecah-pecah lecet penyok baret karatan berkarat luntur seret cepat-rusak tumpul kedaluwarsa
kadaluarsa ulat kecoak kecoa lalat tikus belatung rambut-di bercak lengket berdebu becek berlumpur tutup-mata pilih-kasih lepas-tangan cuci-tangan ugal-ugalan basa-basi jalan-di-tempat calo arogansi mubadzir
mogok tumbang roboh ambrol tersumbat menyengat mengelupas ngelupas terendam menumpuk numpuk berlendir berlumut menjuntai luber meluap
digusur sepihak berkutu membludak kewalahan berserakan pingsan hanyut keruh ditelantarkan dipingpong terkatung-katung menganga merembes rembes
kebocoran hangus ludes tertimbun tertimpa tertabrak dipersulit tutup-telinga gelap-total mati-total mati-lampu mati-listrik entah-kapan
ke-mana-saja tinggal-janji gali-lubang bungkam mati-suri setengah-hati pilih-pilih
berjam-jam berhari-hari berbulan-bulan bertahun-tahun gali-tutup dobel-bayar
`;
const javanese = {
  praise:
    'apik becik sae enak seneng bungah remen tresna ayu bagus resik murah-ati grapyak lega marem matur-nuwun pinter mathuk cespleng tentrem sumeh gayeng ngangeni eco raos',
  blame:
    'elek ala rusak reged mambu kemproh nesu mangkel gela kuciwa getun susah sedhih lara wedi isin apus-apus goroh ngapusi maling kesel bosen bubrah ajur mumet angel pait kecut sengit gething kapok',
};
const sundanese = {
  praise:
    'alus sae hade saé raoseun ngeunah bungah gumbira resep nyaah geulis kasep beresih soméah somehah hatur-nuhun marahmay jempé reugreug pinter',
  blame:
    'goréng goreng-pisan awon butut ruksak kotor bau ambek kesel nyeri peurih sedih hanjelu handeueul kaduhung sieun era ngabohong bohong licik hésé lieur cape beunghar-kotor pikasebeleun pikakeuheuleun keuheul kuciwa',
};
const english = {
  praise: `good great excellent amazing awesome wonderful fantastic perfect beautiful nice lovely delicious tasty yummy fresh clean comfortable cozy
friendly helpful polite kind happy glad pleased satisfied satisfying enjoy enjoyed love loved best better recommended worth cheap affordable smart
brilliant proud win won success successful easy fast thank thanks grateful safe fun cool interesting favorite favourite superb pleasant peaceful`,
  blame: `bad worst worse terrible horrible awful poor disappointed disappointing disappointment angry annoying annoyed sad upset hate hated disgusting
dirty smelly ugly rude slow broken fail failed failure wrong problem trouble useless waste expensive overpriced boring bored tired sick pain hurt
scam fraud lie liar lied cheat corrupt corruption stupid idiot dumb damn fuck fucking shit crap scary afraid worried unfair cruel evil unfriendly
bland stale rotten tasteless noisy crowded uncomfortable regret stolen dead died danger dangerous shame embarrassing ridiculous`,
};

/** A hyphen stands for a blank where the words are said apart (`luar biasa`). */
const wordsOf = (...lists: readonly string[]): string[] => lists.join(' ').split(/\s+/).filter(Boolean);

export const praisingWords: readonly string[] = wordsOf(
  praise,
  javanese.praise,
  sundanese.praise,
  english.praise,
);
export const blamingWords: readonly string[] = wordsOf(blame, javanese.blame, sundanese.blame, english.blame);
