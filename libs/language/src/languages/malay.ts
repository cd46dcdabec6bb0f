/**
 * Malay is told from Indonesian by words that only one of the two uses: there is no free labelled set that holds both. Written by
 * hand for this project. What Indonesian or its regional languages use too (`tak`, `awak`, `petang`, `pegawai`) is left out.
 */
const malayOnly: readonly string[] =
  `kerana sahaja macamana macammana korang diorang dorang saje sila polis seronok makcik pakcik pejabat bandaraya
isteri universiti syarikat projek parlimen dijangka isnin khamis jumaat ahad ogos disember pilihanraya peguam
mahkamah lebuhraya kakitangan pelancong ringgit tandas stesen basikal motosikal teksi bilik jururawat doktor
ubat kesihatan pesakit budak-budak camne camtu camni takde takpe xde xpe taknak bolehke apasal kenape tengok
bagitau tahniah bersara pencen kesesakan kuatkuasa dikuatkuasakan penguatkuasa iaitu kesemuanya sekiranya
maklumat dimaklumkan memaklumkan kenderaan tayar kuih-muih kasut seluar pengerusi setiausaha bendahari
timbalan sarjan koperal bomba lesen naib cukai peperiksaan perkhidmatan mesyuarat perniagaan difahamkan ape
mane siape nape camana yeke betulke dibenarkan bekalan gerai`.split(/\s+/);
const indonesianOnly: readonly string[] =
  `karena kalian bisa nggak gak ga enggak ngga engga banget sih dong kok udah gue gua lu loe aja kayak bgt gitu
gini dgn yg polisi mobil kantor uang kemarin besok senin kamis jumat minggu agustus juli desember universitas
perusahaan proyek dokter obat kesehatan pasien pria gratis cewek cowok ngomong bilang pensiun macet korban
bupati gubernur walikota kelurahan kecamatan kabupaten dinas informasi formulir truk rapat sekretaris
bendahara silakan saja gimana kenapa butuh coba ponsel hp toilet stasiun sepatu celana ban bensin nih deh loh
emang kalo klo cuma hanya pelayanan kendaraan ujian istri pengacara pengadilan pajak pajaknya pasokan`.split(
    /\s+/,
  );

const isMalay = new Map<string, boolean>([
  ...malayOnly.map((word) => [word, true] as const),
  ...indonesianOnly.map((word) => [word, false] as const),
]);

/** With fewer different Malay words a post may merely quote one. */
const malayWordsMin = 2;

/** Belief 0-1 that Indonesian-looking words are Malay; 0 when too little speaks for it. @param words `norm`s of a post */
export function malayBelief(words: readonly string[]): number {
  const malay = new Set<string>();
  const indonesian = new Set<string>();
  for (const word of words) {
    const found = isMalay.get(word);
    if (found === undefined) continue;
    (found ? malay : indonesian).add(word);
  }
  if (malay.size < malayWordsMin || malay.size <= indonesian.size) return 0;
  return malay.size / (malay.size + indonesian.size + 1);
}
