/** Letters of other scripts that look like Latin ones; they stand in Latin words only to hide them from a search. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ѕ', 's'],
  ['ј', 'j'],
  ['һ', 'h'],
  ['ԁ', 'd'],
  ['к', 'k'],
  ['м', 'm'],
  ['т', 't'],
  ['в', 'b'],
  ['н', 'h'],
  ['ո', 'n'],
  ['ս', 'u'],
  ['ɡ', 'g'],
  ['α', 'a'],
  ['ο', 'o'],
  ['ν', 'v'],
  ['ρ', 'p'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['τ', 't'],
  ['υ', 'u'],
  ['ε', 'e'],
  ['η', 'n'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
]);
const lookalike = new RegExp(`[${[...lookalikes.keys()].join('')}]`, 'gu');

/** Latin letters for lookalikes, in a word that has a Latin letter too: a wholly Cyrillic or Greek word stays. */
export function withoutLookalikes(folded: string): string {
  if (!/[a-z]/.test(folded)) return folded;
  return folded.replace(lookalike, (letter) => lookalikes.get(letter) ?? letter);
}

const letterOfDigit: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  $: 's',
};
const sign = /[013457$]/g;
/** A sign between two letters; at the end of a word digits are a number (`covid19`, `jalan2`). */
const disguised = /^[a-z]+[013457$]+[a-z][a-z013457$]*$/;
/** A number behind one of these is a number, whatever follows: `rt04rw05`, `smpn1bawen`. */
const numberedFirst =
  /^(?:rt|rw|km|jl|jln|no|blok|kav|sd|sdn|smp|smpn|sma|sman|smk|smkn|mi|mts|man|tk|tol|gg|dapil|type|tipe)\d/;
const lettersMin = 4;

/** `b4nj1r` → `banjir`, `korup$i` → `korupsi`: signs in the place of letters, where a word that can be spoken comes out. */
export function withoutSigns(folded: string): string {
  if (folded.length < lettersMin || !disguised.test(folded) || numberedFirst.test(folded)) return folded;
  const signs = folded.match(sign)?.length ?? 0;
  if (signs > folded.length - signs) return folded;
  const word = folded.replace(sign, (found) => letterOfDigit[found] ?? found);
  return /[aiueo]/.test(word) && !/[^aiueo]{4}|^[^aiueo]{3}/.test(word) ? word : folded;
}

const separators = new Set([...'.-_*·•~|/ ']);
/** `a.n` is an abbreviation of its own kind; two letters hide nothing. */
const spacedLettersMin = 3;
/** Single letters between blanks are initials or a list; four of them spell. */
const blankLettersMin = 4;
const spacedLettersMax = 30;

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
/** Also everything beyond ASCII, which may be a letter of another script. */
const isWordUnit = (unit: number): boolean => isLetter(unit) || isDigit(unit) || unit > 127;

/** Whether a letter, or a digit that can stand for one, is alone at `index`. */
function isSpeltAlone(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  const isSpelt = isLetter(unit) || '013457'.includes(text[index] ?? 'none');
  return isSpelt && !isWordUnit(text.charCodeAt(index + 1));
}

/**
 * End of a word spelt out letter by letter with one and the same separator (`h.o.a.x`, `B A N J I R`) that starts at `start`, or
 * `start`. Looks ahead by a bounded distance.
 */
export function endOfSpacedWord(text: string, start: number): number {
  const separator = text[start + 1];
  if (separator === undefined || !separators.has(separator) || !isLetter(text.charCodeAt(start)))
    return start;
  let end = start + 1;
  let letters = 1;
  let plain = 1;
  while (letters < spacedLettersMax && text[end] === separator && isSpeltAlone(text, end + 1)) {
    if (isLetter(text.charCodeAt(end + 1))) plain += 1;
    letters += 1;
    end += 2;
  }
  // A word with the same sign before it goes on: `a.b.contoh` is no word spelt out.
  if (separator !== ' ' && text[end] === separator && isWordUnit(text.charCodeAt(end + 1))) return start;
  const needed = separator === ' ' ? blankLettersMin : spacedLettersMin;
  return letters >= needed && plain * 2 >= letters ? end : start;
}

/** The letters of such a word together: `h.0.a.x` → `h0ax`. */
export function withoutSeparators(folded: string): string {
  const separator = folded[1];
  if (separator === undefined || !separators.has(separator)) return folded;
  const letters = folded.split(separator);
  return letters.length >= spacedLettersMin && letters.every((letter) => letter.length === 1)
    ? letters.join('')
    : folded;
}
