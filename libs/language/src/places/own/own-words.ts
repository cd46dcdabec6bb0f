import type { Token } from '../../tokens/token.js';

/** A word or number of a post that may be part of a region's own name. */
export interface OwnWord {
  /** Letters and digits, abbreviations written out: `jl.` and `jalan` are one word. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether it goes on from the word before it, with nothing but blanks or an abbreviation's dot between. */
  readonly goesOn: boolean;
}

const written: ReadonlyMap<string, string> = new Map(
  `jalan jl jln jlan; gang gg; kecamatan kec kcmtn kecmatan; kelurahan kel klurahan; desa ds dsa; kabupaten kab; dusun dsn;
  kampung kp kpg; perumahan perum prum; rumahsakit rs; universitas univ; sekolah sklh; masjid mesjid msjd; jembatan jmbtn;
  terminal trmnl; stasiun sta; puskesmas pkm; komplek komp kompleks`
    .split(';')
    .flatMap((line) => {
      const [full = '', ...short] = line.trim().split(/\s+/);
      return short.map((word) => [word, full] as const);
    }),
);

const levelWords = new Set([
  'kecamatan',
  'kelurahan',
  'desa',
  'kabupaten',
  'kota',
  'provinsi',
  'kampung',
  'dusun',
]);

/** A word that says which kind of unit its name is. */
export const isLevelWord = (key: string): boolean => levelWords.has(key);

const keyOf = (norm: string): string => {
  const letters = norm.toLowerCase().replace(/[^a-z0-9]/g, '');
  return written.get(letters) ?? letters;
};

function pushWord(words: OwnWord[], { norm, start, end }: Token, goesOn: boolean): void {
  for (const [at, part] of norm.split('-').entries()) {
    const key = keyOf(part);
    if (key !== '') words.push({ key, start, end, goesOn: goesOn || at > 0 });
  }
}

/** Words and numbers of a post in order; both halves of a hyphenated word and all parts of a hashtag have its offsets. */
export function ownWords(tokens: readonly Token[]): OwnWord[] {
  const words: OwnWord[] = [];
  let goesOn = false;
  for (const token of tokens) {
    if (token.kind === 'word' || token.kind === 'number') {
      pushWord(words, token, goesOn);
      goesOn = true;
    } else if (token.kind === 'hashtag') {
      const { start, end, parts = [] } = token;
      words.push(...parts.map((part, at) => ({ key: keyOf(part), start, end, goesOn: at > 0 })));
      goesOn = false;
    } else goesOn = token.kind === 'punctuation' && token.norm === '.' && isAbbreviation(words.at(-1), token);
  }
  return words;
}

/** The dot of `jl.` belongs to it; any other ends what came before. */
function isAbbreviation(word: OwnWord | undefined, dot: Token): boolean {
  return word !== undefined && word.end === dot.start && word.key.length > word.end - word.start;
}
