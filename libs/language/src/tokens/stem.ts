import { rootsEndingInK, rootsInK, wholeWords } from './stem-exceptions.js';

/** Below this many letters or two syllables what is left is not a root (makan is not mak + an). */
const rootLettersMin = 4;
const stemLettersMax = 40;

const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aiueo'.includes(letter);

/** No Indonesian root starts like this: kerja is not ke + rja. */
const impossibleStart = /^(?:[rlwyhmn][^aiueogy]|[bcdfgjkptvz][^aiueorlyhws]|s[^aiueotpkylrmwn])/;

function isRoot(word: string): boolean {
  if (word.length < rootLettersMin || impossibleStart.test(word)) return false;
  let syllables = 0;
  for (const letter of word) if (isVowel(letter)) syllables += 1;
  return syllables >= 2;
}

/** Endings that belong to the root: masalah, sekolah, tanya. */
const rootEnd = /(?:masalah|sekolah|jumlah|sedekah|belah|llah|olah|salah|langkah|tanya|punya|hanya|banyak)$/;
const endings = ['kan', 'an', 'i', 'in'] as const;

function withoutEnding(word: string, hadPrefix: boolean): string {
  const last = word.at(-2);
  if (word.endsWith('i') && (!hadPrefix || last === 'a')) return word;
  if (word.endsWith('in') && isVowel(word.at(-3))) return word;
  return without(word, endings);
}

function without(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (ending === 'kan' && rootsEndingInK.has(`${rest}k`)) return `${rest}k`;
    if (isRoot(rest) || rootsEndingInK.has(rest)) return rest;
  }
  return word;
}

/** `meng`/`peng` and their kin take the first consonant of the root with them: menulis ← tulis, memukul ← pukul. */
function afterNasal(rest: string): string {
  if (wholeWords.has(rest) || wholeWords.has(without(rest, endings))) return rest;
  const next = rest[1];
  if (rest.startsWith('ny') && isVowel(rest[2])) return `s${rest.slice(2)}`;
  if (rest.startsWith('ngg') || rest.startsWith('ngh')) return rest.slice(2);
  if (rest.startsWith('ng')) {
    const root = rest.slice(2);
    return rootsInK.has(root) || rootsInK.has(without(root, endings)) ? `k${root}` : root;
  }
  if (rest.startsWith('m'))
    return isVowel(next) ? `p${rest.slice(1)}` : 'bfpv'.includes(next ?? ' ') ? rest.slice(1) : rest;
  if (rest.startsWith('n'))
    return isVowel(next) ? `t${rest.slice(1)}` : 'cdjstz'.includes(next ?? ' ') ? rest.slice(1) : rest;
  return rest;
}

function withoutNasalPrefix(word: string): string {
  const rest = word.slice(2);
  if ('lrwy'.includes(rest[0] ?? ' ')) return rest;
  return afterNasal(rest);
}

function withoutPrefix(word: string): string {
  if (wholeWords.has(word) || wholeWords.has(without(word, endings))) return word;
  const rest = /^(?:ber|ter|per)/.test(word)
    ? word.slice(3)
    : word.startsWith('me') || word.startsWith('pe')
      ? withoutNasalPrefix(word)
      : /^nge[^aiueo]/.test(word)
        ? word.slice(3)
        : /^ng[aiueo]/.test(word) || /^ny[aiueo]/.test(word)
          ? afterNasal(word)
          : word.startsWith('di') || word.startsWith('ke')
            ? word.slice(2)
            : word;
  return isRoot(rest) ? rest : word;
}

function stemPart(word: string, isProtected: (word: string) => boolean): string {
  if (isProtected(word) || wholeWords.has(word)) return word;
  const bare = rootEnd.test(word) ? word : without(without(word, ['lah', 'kah', 'pun']), ['nya', 'ku', 'mu']);
  if (isProtected(bare) || wholeWords.has(bare)) return bare;
  let root = withoutPrefix(bare);
  // A second prefix stands only behind di-, ke-, me- and pe-: dipermalukan, memberhentikan, keberatan.
  if (root !== bare && /^(?:di|ke|me|pe)/.test(bare) && /^(?:ber|per|ter)/.test(root))
    root = withoutPrefix(root);
  if (isProtected(root) || wholeWords.has(root)) return root;
  return withoutEnding(root, root !== bare);
}

const nothingProtected: ReadonlySet<string> = new Set();

/**
 * A shared form for the inflections of an Indonesian word (membersihkan, kebersihan, dibersihkan → bersih), for search and matching.
 * A light stripper without a dictionary: the result is a key, not always a root. Repetitions keep one half (anak-anaknya → anak).
 * @param norm a token's `norm`; anything but Latin letters and hyphens comes back unchanged
 * @param protectedTerms names (places, people) that must come back whole
 */
export function stem(norm: string, protectedTerms: ReadonlySet<string> = nothingProtected): string {
  if (norm.length < 5 || norm.length > stemLettersMax || !/^[a-z]+(?:-[a-z]+)?$/.test(norm)) return norm;
  const isProtected = (word: string) => protectedTerms.has(word);
  if (isProtected(norm)) return norm;
  const hyphen = norm.indexOf('-');
  if (hyphen < 0) return stemPart(norm, isProtected);
  const first = stemPart(norm.slice(0, hyphen), isProtected);
  const second = stemPart(norm.slice(hyphen + 1), isProtected);
  if (first === second || second.startsWith(first)) return first;
  return /^(?:di|ke|se)$/.test(first) ? second : `${first}-${second}`;
}
