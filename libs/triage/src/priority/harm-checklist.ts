import { wordsFoundIn } from '../issue/word-finder.js';

/** What may come of it if people believe it and act on it. */
const harmKinds = ['health', 'disaster', 'money', 'groups', 'children', 'serviceStop'] as const;
type HarmKind = (typeof harmKinds)[number];

interface HarmItem {
  /** Of 5, when its words stand in the posts. */
  readonly weight: number;
  readonly words: readonly string[];
  /** Subjects that point to it; alone they weigh less than words, because a subject is no claim. */
  readonly subjects: readonly string[];
}

/** Our own checklist, after the questions of the ARTT guide: who is hurt, how badly, how soon. Version with the rubric. */
const harmChecklist: Readonly<Record<HarmKind, HarmItem>> = {
  health: {
    weight: 3,
    words: [
      'racun',
      'beracun',
      'keracunan',
      'wabah',
      'virus',
      'menular',
      'penularan',
      'vaksin',
      'kanker',
      'obat palsu',
      'obat berbahaya',
      'makanan basi',
      'sakit perut',
      'diare',
      'demam berdarah',
      'rumah sakit penuh',
      'zat berbahaya',
      'bahan berbahaya',
    ],
    subjects: ['health', 'covid', 'pollution'],
  },
  disaster: {
    weight: 3,
    words: [
      'gempa',
      'tsunami',
      'banjir bandang',
      'banjir besar',
      'longsor',
      'jebol',
      'tanggul jebol',
      'bendungan jebol',
      'pintu air dibuka',
      'letusan',
      'erupsi',
      'ledakan',
      'meledak',
      'kebakaran',
      'puting beliung',
      'evakuasi',
      'mengungsi',
    ],
    subjects: ['disaster', 'flooding', 'fire'],
  },
  money: {
    weight: 3,
    words: [
      'transfer',
      'rekening',
      'saldo',
      'pinjol',
      'hadiah',
      'undian',
      'klik link',
      'klik tautan',
      'link pendaftaran',
      'link daftar',
      'daftar di sini',
      'kode otp',
      'kuota gratis',
      'bansos cair',
      'bantuan cair',
      'investasi bodong',
      'biaya pendaftaran',
      'penipuan',
    ],
    subjects: ['moneyScams'],
  },
  groups: {
    weight: 3,
    words: [
      'pribumi',
      'isu sara',
      'etnis',
      'suku lain',
      'kafir',
      'masjid dibakar',
      'gereja dibakar',
      'diserang warga',
      'serangan massa',
      'bentrok',
      'penjarahan',
      'menjarah',
      'tawuran',
      'diusir',
      'pengungsi asing',
      'orang asing',
    ],
    subjects: ['religion'],
  },
  children: {
    weight: 3,
    words: [
      'culik',
      'penculik',
      'penculikan',
      'menculik',
      'diculik',
      'anak hilang',
      'siswa keracunan',
      'murid keracunan',
      'jual organ',
      'penjualan organ',
      'pelecehan anak',
    ],
    subjects: ['schools', 'freeMeals'],
  },
  serviceStop: {
    weight: 2,
    words: [
      'tutup total',
      'ditutup',
      'berhenti beroperasi',
      'dihentikan',
      'air mati',
      'tidak mengalir',
      'listrik padam',
      'pemadaman',
      'mogok',
      'tidak melayani',
      'layanan lumpuh',
      'diliburkan',
      'kelangkaan',
      'langka',
    ],
    subjects: ['water', 'electricity', 'transport', 'civilRegistry', 'fuel'],
  },
};

const severeWords: readonly string[] = [
  'meninggal',
  'tewas',
  'korban',
  'beracun',
  'keracunan',
  'racun',
  'diculik',
  'penculikan',
  'jebol',
  'meledak',
  'ledakan',
  'tsunami',
  'dibakar',
  'mematikan',
];

export const harmScoreMax = 5;
const subjectWeight = 1;

export interface Harm {
  /** 0 (none) to 5. */
  readonly score: number;
  readonly kinds: readonly HarmKind[];
  readonly words: readonly string[];
}

/**
 * What the checklist finds. The gravest kind counts in full, each further one adds 1, words of death and ruin add 1.
 * @returns null when there is nothing to look at
 */
export function harmOf(texts: readonly string[], subjects: readonly string[]): Harm | null {
  if (texts.length === 0 && subjects.length === 0) return null;
  const found = harmKinds.map((kind) => {
    const item = harmChecklist[kind];
    const words = wordsFoundIn(texts, item.words);
    const isSubject = item.subjects.some((subject) => subjects.includes(subject));
    return { kind, words, weight: words.length > 0 ? item.weight : isSubject ? subjectWeight : 0 };
  });
  const hit = found.filter(({ weight }) => weight > 0);
  const byWords = hit.filter(({ words }) => words.length > 0);
  const severe = byWords.length > 0 ? wordsFoundIn(texts, severeWords) : [];
  const gravest = Math.max(0, ...hit.map(({ weight }) => weight));
  const score = Math.min(
    harmScoreMax,
    gravest + Math.max(0, byWords.length - 1) + (severe.length > 0 ? 1 : 0),
  );
  return {
    score,
    kinds: hit.map(({ kind }) => kind),
    words: [...new Set([...byWords.flatMap(({ words }) => words), ...severe])],
  };
}
