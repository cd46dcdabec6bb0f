/**
 * Malay is told from Indonesian by words that only one of the two uses: there is no free labelled set that holds both. Written by
 * hand for this project. A word that stands in the free Indonesian or regional sets more than now and then is left out (`tak`,
 * `pejabat`, `mahkamah`) or among those that need company.
 */
const words = (list: string): readonly string[] => list.split(/\s+/).filter(Boolean);

/** One of them is enough in a short post. */
const malayOnly = words(`
kerana sahaja iaitu bahawa kesemuanya manakala justeru pelbagai kepelbagaian berbeza beza menerusi berikutan ekoran berpunca mahu mahukan
mencuba bagitau bagitahu dimaklumkan memaklumkan maklumat difahamkan dijangka menafikan sokong menyokong sokongan sesiapa sempena
tarikh tempoh minit julai ogos disember isnin khamis jumaat tengahari baharu rosak kerosakan membaiki dibaiki baiki pembaikan teruk kesihatan
ubat-ubatan perubatan doktor jururawat pesakit jangkitan dijangkiti denggi kuarantin wad jiran kejiranan encik makcik pakcik cikgu
kitorang diorang dorang takde takpe xde xpe xnak taknak takyah camne camtu camni macamana macammana nape kenape apasal siape mane
camana yeke jom jer jelah pastu lepastu kejap lepak awek hensem bebudak seronoknya comel hodoh kedekut atuk pape
kakitangan pengarah timbalan pengerusi setiausaha bendahari naib jawatankuasa elaun caruman pencen bersara pesara persaraan
syarikat projek parlimen pilihanraya pengundi peguam enakmen kuatkuasa dikuatkuasakan penguatkuasa penguatkuasaan mesyuarat tergempar
perbincangan kempen belanjawan bajet kewangan akaun insurans ansuran caj cukai-pintu perniagaan peniaga perkhidmatan perbandaran bandaraya tempatan
peperiksaan universiti kolej fakulti pensyarah biasiswa yuran markah kualiti aktiviti fasiliti komuniti identiti prioriti kapasiti
lebuhraya lebuh persiaran jejantas jambatan stesen kenderaan motosikal basikal teksi lori treler tayar enjin brek lesen kaunter tandas longkang lif
lifnya bomba polis askar konstabel sarjan koperal jenayah penjenayah siasatan menyiasat disyaki suspek rompakan merompak reman rogol pampasan
wabak penternak jerebu loji amaran notis poskod emel sesawang mesej bimbit televisyen filem muzik muzium aiskrim pelancongan
sukarelawan kejohanan pingat jurulatih merasmikan dirasmikan perasmian ditangguhkan penangguhan selewat-lewatnya tahniah kuih kuih-muih
kasut seluar turap diturap kesesakan pangsapuri basuh ianya kitar darjah ringgit putrajaya
`);
/** Rare in Indonesian; two of them count as one that is never used there. */
const malayMostly = words(`
korang jem bising kilang isteri cuba dicuba pelancong ubat dibenarkan sekiranya seronok pembangkang majikan sekejap kanak-kanak sihat ape
bekalan sila bilik esok petang nak kat je jugak tu ni tengok tengoklah bercakap sikit budak budak-budak kereta kedai bapa tentera wang
majlis hujung selepas sebarang hendaklah bayaran kerja-kerja aduan telefon petrol hospital kad talian bil rangkaian laluan pemandu kemalangan
cedera perlawanan kebangsaan lelaki lembu belia awam semak bermula tamat beritahu berjumpa semasa adakah arahan punca dijumpai tular
perhimpunan kerajaan jabatan dah macam macam-macam pokok pusing bimbang saman undi mengundi sukan bas komuter
ahad mukim cadangan cadangkan menaik dinasihatkan longgokan merata-rata awak cuti
dinaiki berjimat serta-merta bersetuju mcm nk tgk sbb ckp dkt mne
`);
const indonesianOnly = words(`
karena bahwa berbeda beda kalian bisa nggak gak ga enggak ngga engga banget sih dong kok udah gue gua lu loe aja kayak bgt gitu gini dgn yg polisi
mobil kantor uang kemarin besok senin kamis jumat minggu agustus juli desember universitas perusahaan proyek dokter obat kesehatan sehat pasien pria
gratis cewek cowok ngomong bilang pensiun macet korban bupati gubernur walikota wali kelurahan kecamatan kabupaten kota dinas informasi formulir truk
rapat sekretaris bendahara silakan saja gimana kenapa butuh coba ponsel toilet stasiun sepatu celana ban bensin nih deh loh emang kalo klo cuma
hanya pelayanan kendaraan ujian istri pengacara pengadilan pajak pajaknya pasokan mau bapak tentara rusak telepon sopir pabrik warung loket
pemkot pemkab pemda rt rw puskesmas rsud ktp jokowi prabowo indonesia jakarta rupiah rp kereta-api peringatan tetangga selokan
`);

const weights = new Map<string, number>([
  ...malayMostly.map((word) => [word, 1] as const),
  ...malayOnly.map((word) => [word, 2] as const),
  ...indonesianOnly.map((word) => [word, -1.5] as const),
]);

/** What speaks for Malay must outweigh what speaks against it by so much; in a longer post one foreign word may be a quotation. */
const surplusMin = 2;
const surplusMinLong = 3;
const longWordsMin = 14;
/** Of a post that reads as a regional language, which shares words with Malay. */
const surplusMinRegional = 5;

/**
 * Belief 0-1 that Indonesian-looking words are Malay; 0 when too little speaks for it.
 * @param postWords `norm`s of a post
 * @param isRegional the post reads as a regional language
 */
export function malayBelief(postWords: readonly string[], isRegional = false): number {
  let [malay, indonesian] = [0, 0];
  const seen = new Set<string>();
  for (const word of postWords) {
    const weight = weights.get(word);
    if (weight === undefined || seen.has(word)) continue;
    seen.add(word);
    if (weight > 0) malay += weight;
    else indonesian -= weight;
  }
  const needed = isRegional
    ? surplusMinRegional
    : postWords.length >= longWordsMin
      ? surplusMinLong
      : surplusMin;
  if (malay - indonesian < needed) return 0;
  return malay / (malay + indonesian + 1);
}
