/** What follows a figure, in full: hoaxes write 50jt where the fact-check writes Rp50 juta. */
const unitOf: Readonly<Record<string, string>> = {
  jt: 'juta',
  jta: 'juta',
  rb: 'ribu',
  m: 'miliar',
  t: 'triliun',
};
const magnitudes = [
  [1e12, 'triliun'],
  [1e9, 'miliar'],
  [1e6, 'juta'],
  [1e3, 'ribu'],
] as const;

const figure = /^(?:rp|idr)?(\d[\d.,]{0,30})([a-z]{0,12})$/;
/** Names, not figures with a unit: `3g`, `2nd`. */
const isName = /^\d+(?:st|nd|rd|th|g|k)$/;
const grouped = /^\d{1,3}(?:[.,]\d{3})+$/;
const namedNumber = /^([a-z]{4,20})(\d{1,4})$/;
const currencies = new Set(['rp', 'idr']);

/** `5.000.000` → 5, juta: both spellings of a sum must meet. */
function termsOfAmount(digits: string): string[] {
  if (!grouped.test(digits)) return [digits.replace(',', '.')];
  const amount = Number(digits.replace(/[.,]/g, ''));
  for (const [size, name] of magnitudes)
    if (amount >= size && amount % size === 0) return [String(amount / size), name];
  return [String(amount)];
}

/**
 * The terms of a word that holds a figure: `rp50jt` → 50, juta; `covid19` → covid, 19; the currency itself says nothing
 * and gives none. Null: the word is an ordinary one.
 */
export function numberTermsOf(word: string): string[] | null {
  if (currencies.has(word)) return [];
  if (word === 'jt') return ['juta'];
  if (isName.test(word)) return null;
  const match = figure.exec(word);
  if (match) {
    const [, digits = '', unit = ''] = match;
    const amount = termsOfAmount(digits.replace(/[.,]+$/, ''));
    return unit === '' ? amount : [...amount, unitOf[unit] ?? unit];
  }
  const named = namedNumber.exec(word);
  return named ? [named[1]!, named[2]!] : null;
}
