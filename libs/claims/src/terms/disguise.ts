/** Digits and signs that stand for a letter in texts written to slip past filters: `rus4k`, `P3merint4h`. */
const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
};

const mixed = /^(?=.*\d)(?=.*\p{L})[\p{L}\p{N}]+$/u;
const isName = /^(?:\p{L}{1,3}\d+|\d+\p{L}{1,4}|\p{L}+\d{2,})$/u;

/**
 * Reads digits inside a word as the letters they stand for. Words where the digit is a number are left alone:
 * `3kg`, `g20`, `covid19`, `u17`.
 */
export function undisguise(word: string): string {
  if (!mixed.test(word) || isName.test(word)) return word;
  return word.replace(/\d/g, (digit) => letterOf[digit] ?? digit);
}
