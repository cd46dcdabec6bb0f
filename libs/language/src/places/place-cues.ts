import { levelDistrict, levelProvince, levelRegency, levelVillage } from './gazetteer.js';
import type { NamePiece } from './name-pieces.js';

/** What the words before a name say about it. */
export interface PlaceCue {
  /**
   * `level`: says which kind of unit follows; `place`: says that a place follows (a preposition, *warga*);
   * `street`: a street of that name; `institution`: a hospital or school, named after its city or after anybody;
   * `person`, `thing`: not a place; `none`: says nothing.
   */
  readonly kind: 'level' | 'place' | 'street' | 'institution' | 'person' | 'thing' | 'none';
  /** For `level`: the level, and whether a kota (true) or kabupaten (false) is meant. */
  readonly level?: number;
  readonly isCity?: boolean;
  /** First piece that belongs to the mention: *Kecamatan* Rungkut, but not *camat* Rungkut. */
  readonly firstPiece: number;
}

interface LevelWord {
  readonly level: number;
  readonly isCity?: boolean;
  readonly inName: boolean;
}

const words = (list: string): string[] => list.trim().split(/\s+/);
const levelWords = new Map<string, LevelWord>();
const addLevelWords = (list: string, word: LevelWord): void => {
  for (const name of words(list)) levelWords.set(name, word);
};
addLevelWords('provinsi propinsi prov', { level: levelProvince, inName: true });
addLevelWords('kabupaten kab', { level: levelRegency, isCity: false, inName: true });
addLevelWords('kota kotamadya kodya', { level: levelRegency, isCity: true, inName: true });
addLevelWords('kecamatan kec kcmtn kecmatan distrik', { level: levelDistrict, inName: true });
addLevelWords('kelurahan kel klurahan desa ds dsa nagari gampong', { level: levelVillage, inName: true });
addLevelWords('gubernur wagub cagub pemprov polda kapolda kejati', { level: levelProvince, inName: false });
addLevelWords('bupati wabup cabup pemkab', { level: levelRegency, isCity: false, inName: false });
addLevelWords('walikota wawali pemkot wako', { level: levelRegency, isCity: true, inName: false });
addLevelWords('camat polsek kapolsek koramil danramil', { level: levelDistrict, inName: false });
addLevelWords('lurah kades', { level: levelVillage, inName: false });

const placeWords = new Set(
  words(`di ke dari asal warga wilayah daerah kawasan sekitar area masyarakat menuju arah kampung kampoeng dusun
    perumahan perum stasiun pasar terminal bandara pelabuhan polres polresta polrestabes kodim kapolres kejari
    puskesmas dprd dinsos dishub diskominfo dispendukcapil kejaksaan pengadilan stadion pantai wong arek se nang ning
    neng menyang ing teko saking puskesos gudang lapas rutan samsat imigrasi kua kapolresta polrestro metro pdam uptd`),
);
const streetWords = new Set(
  words('jl jln jalan jalanan gang gg jembatan perempatan pertigaan simpang ruas flyover tol'),
);
const streetInner = new Set(words('raya tol arteri nasional protokol'));
const institutionWords = new Set(
  words(
    'rs rsu rsud rsia rsi sakit universitas univ kampus hotel apartemen mall plaza masjid gereja yayasan pt cv ud',
  ),
);
const personWords = new Set(
  words(`pak bapak bpk bu ibu mas mbak mba bang kang gus kh kiai kyai kiyai ustad ustadz ustaz habib haji hj presiden
    wapres menteri menko jenderal jendral prof dr drs sdr sdri saudara bernama nama almarhum alm om tante kak cak raden
    sultan pangeran putri kapten kolonel mayor letjen brigjen irjen kombes akp akbp ketum ketua capres cawapres artis
    penyanyi aktor pemain striker pelatih tuan nyonya mr mrs ms si sang eyang mbah mbok pakde bude lek cik bro bosku`),
);
const thingWords = new Set(
  words(`nasi masakan masak bakso mie mi soto sate ayam gudeg coto konro pempek lumpia wingko kopi bebek batik tahu telo
    keripik jeruk apel bahasa logat dialek gulai rendang martabak kue roti teh tari wayang rujak seblak cilok siomay
    batagor es bika salak kacang telur sambal bumbu kain sarung orkes`),
);

const none = (first: number): PlaceCue => ({ kind: 'none', firstPiece: first });

function levelCue(pieces: readonly NamePiece[], at: number, word: LevelWord): PlaceCue {
  const { level, isCity } = word;
  // The *wali kota* is a person in office; the name that follows is still that of the city.
  const isOffice = pieces[at]?.norm === 'kota' && ['wali', 'wakil'].includes(pieces[at - 1]?.norm ?? '');
  const firstPiece = word.inName && !isOffice ? at : at + 1;
  return isCity === undefined
    ? { kind: 'level', level, firstPiece }
    : { kind: 'level', level, isCity, firstPiece };
}

/** Reads the cue before the name that starts at piece `at`. */
export function cueBefore(pieces: readonly NamePiece[], at: number): PlaceCue {
  const previous = pieces[at - 1];
  const current = pieces[at];
  if (!previous || !current || current.gap === 'break' || previous.inHashtag !== current.inHashtag)
    return none(at);
  const level = levelWords.get(previous.norm);
  if (level) return levelCue(pieces, at - 1, level);
  if (streetWords.has(previous.norm)) return { kind: 'street', firstPiece: at };
  // "jalan raya Darmo", and "raya Darmo" alone.
  if (streetInner.has(previous.norm)) return { kind: 'street', firstPiece: at };
  if (current.gap === 'mark') return none(at);
  if (placeWords.has(previous.norm)) return { kind: 'place', firstPiece: at };
  if (institutionWords.has(previous.norm)) return { kind: 'institution', firstPiece: at };
  if (personWords.has(previous.norm)) return { kind: 'person', firstPiece: at };
  if (thingWords.has(previous.norm)) return { kind: 'thing', firstPiece: at };
  return none(at);
}

const extensionWords = new Set(
  words(`permai indah jaya tama madya harapan megah asri regency residence estate baru lama raya sejahtera makmur mulya mulia
    elok sari asih damai mas emas kencana city town garden village hills square park mansion land`),
);

/** Whether the name goes on: `Ngagel Jaya` and `Darmo Permai` are streets and estates, not the kelurahan Ngagel or Darmo. */
export function goesOnBehind(pieces: readonly NamePiece[], end: number): boolean {
  const next = pieces[end];
  return next !== undefined && next.gap === 'blank' && !next.inHashtag && extensionWords.has(next.norm);
}
