import { stem } from '@kentongan/language';

/**
 * Words that a claim and its fact-check use for the same thing: Indonesian, colloquial, Javanese and English. Each line
 * becomes its first word on both sides, so that a claim told in another word or language still meets its fact.
 *
 * Our own list. A word that means two things stays out: the English "air" is Indonesian
 * water, "as" would make every English post American.
 */
const lines = `
lowongan loker lowker rekrutmen rekrut recruitment vacancy
undi gebyar doorprize lotre undian lottery
hadiah giveaway prize
uang duit fulus dhuwit artos money cash
polisi polri kapolri kapolres kapolda polres polda polsek police
presiden president
wakil cawapres wapres
mundur resign undur
tewas ninggal meninggal wafat mati gugur dead died dies death sedo pejah
bunuh kill killed murder
tangkap ciduk ringkus borgol bekuk arrested
pecat copot fired
sembuh obat ampuh khasiat cure tamba
kanker cancer
vaksin imunisasi vaccine vaccination
virus korona corona covid coronavirus
gempa earthquake guncang lindu
banjir flood bandang
api bakar hangus kobong
ledak explode explosion bom bomb
perang war tempur
serang attack attacked gempur
pesawat plane aircraft
kapal ship
tentara tni prajurit army soldier soldiers militer military
israel zionis
palestina gaza palestine
amerika usa america
tiongkok china cina
rusia russia
yaman yemen houthi
masjid mosque mesjid
gereja church
islam muslim moslem
pemilu pilpres pilkada election elections coblos
suara vote votes
curang fraud
dukung support
menang win wins
kalah lose
gratis free cuma
bagi sebar kasih
daftar registrasi register
bantu bansos blt subsidi
kampus kuliah universitas
ijazah skripsi
siswa pelajar murid student students
anak child children bocah lare
wanita perempuan cewek woman women gadis
pria laki cowok
warga rakyat masyarakat penduduk people
rumah house omah griya
kendara mobil
motor sepeda
harga tarif price rega
naik tambah munggah
turun anjlok mudhun
pinjam kredit kur
dokter doctor
makan santap konsumsi food mangan
minum drink ngombe
water banyu toya
buah fruit
hewan binatang animal kewan
nyamuk mosquito mosquitoes
ular snake
hilang raib missing ilang
culik kidnap
korupsi suap gratifikasi
sidang hakim adil court
penjara tahan lapas bui jail prison
larang ban banned
tutup lockdown closed
hapus deleted
bongkar kuak ungkap skandal
menteri menko mentri minister
gubernur governor
bupati walikota
kota city kutha
desa village dusun
gunung erupsi letus volcano
baru new anyar
`;

/** Short forms that a claim uses where the fact-check writes the name out; one word becomes several. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  pdip: ['pdi', 'juang'],
  ikn: ['ikn', 'kota', 'negara'],
  ojk: ['otoritas', 'jasa', 'uang'],
  mk: ['mahkamah', 'konstitusi'],
  medsos: ['media', 'sosial'],
};

const standardOf: ReadonlyMap<string, readonly string[]> = new Map([
  ...lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [standard = '', ...others] = line.split(' ').map((word) => stem(word));
      return others.map((word): [string, readonly string[]] => [word, [standard]]);
    }),
  ...Object.entries(shortForms).map(([word, stems]): [string, readonly string[]] => [
    stem(word),
    stems.map((each) => stem(each)),
  ]),
]);

/** The stems that stand for `stem` in matching; nearly always the stem itself. */
export function standardStemsOf(stem: string): readonly string[] | undefined {
  return standardOf.get(stem);
}
