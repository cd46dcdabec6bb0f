import { withoutLookalikes, withoutSeparators, withoutSigns } from './disguise.js';

/** A longer token is compared by its beginning: no word is this long, and sorting 100,000 stacked accents takes minutes. */
export const normCharactersMax = 128;

const hidden = /\p{Default_Ignorable_Code_Point}/gu;
const stackedAccents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const lengthened = /(\p{L})\1{2,}/u;
const lengthenedEverywhere = /(\p{L})\1{2,}/gu;
/** `viii` is a number, not a lengthened `vi`. */
const romanNumeral = /^x{0,3}(?:ix|iv|v?i{0,3})$/;

function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 126) return false;
  return true;
}

/** Lower case, NFKC, without invisible characters and stacked accents. */
export function fold(text: string): string {
  const head = text.length > normCharactersMax ? text.slice(0, normCharactersMax) : text;
  if (isPlain(head)) return head.toLowerCase();
  // Emphasised letters (𝗵𝗼𝗮𝗸𝘀) and full-width ones are compatibility forms; NFKC makes them plain.
  const plain = head
    .replace(hidden, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(stackedAccents, '')
    .replace(/[’‘`´]/g, "'");
  return withoutLookalikes(plain).slice(0, normCharactersMax);
}

/** `baguuuss` → `bagus`: a letter three or more times becomes one, and then a doubled last letter does too. */
function shorten(folded: string): string {
  if (!lengthened.test(folded)) return folded;
  return folded.replace(lengthenedEverywhere, '$1').replace(/(\p{L})\1$/u, '$1');
}

// `sma2` is a school's number, `co2` a gas: not a repeated word.
const numbered = new Set(
  'sdn smp sma smk smpn sman smkn mts man tol ver blok jilid seri part fase vol'.split(' '),
);
const repeated = /^(\p{L}{3,40})2(nya|an|ku|mu|lah|kah|in|e)?$/u;

/** `jalan2` → `jalan-jalan`, `anak2nya` → `anak-anaknya`. */
function unfoldRepetition(folded: string): string {
  if (!folded.includes('2')) return folded;
  const match = repeated.exec(folded);
  const base = match?.[1];
  if (!base || numbered.has(base) || !/[aiueo]/.test(base)) return folded;
  return base === 'ber' ? 'berdua' : `${base}-${base}${match[2] ?? ''}`;
}

/** The comparable form of a word; the form of a form is itself. */
export function normOfWord(text: string): string {
  const folded = withoutSigns(withoutSeparators(fold(text)));
  return romanNumeral.test(folded) ? folded : unfoldRepetition(shorten(folded));
}
