/** What the scanner needs to know about a character. Looked up in a table, so that a post costs no regular expressions. */
export const characterClass = {
  unknown: 0,
  space: 1,
  letter: 2,
  digit: 3,
  mark: 4,
  invisible: 5,
  pictograph: 6,
  flagLetter: 7,
  other: 8,
} as const;
export type CharacterClass = (typeof characterClass)[keyof typeof characterClass];

const { space, letter, digit, mark, invisible, pictograph, flagLetter, other, unknown } = characterClass;

// Zero-width characters, soft hyphen, bidi controls, variation selectors, fillers: used to hide words from filters.
const invisiblePattern = /\p{Default_Ignorable_Code_Point}/u;

function classify(codePoint: number): CharacterClass {
  const character = String.fromCodePoint(codePoint);
  if (invisiblePattern.test(character)) return invisible;
  if (/[\p{White_Space}\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Cf}]/u.test(character)) return space;
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return flagLetter;
  if (/\p{Mark}/u.test(character)) return mark;
  if (/[\p{Letter}\p{Nl}]/u.test(character)) return letter;
  if (/\p{Number}/u.test(character)) return digit;
  return /\p{Extended_Pictographic}/u.test(character) ? pictograph : other;
}

// Filled on first use: classifying all 65,536 at start would cost every process 20 ms.
const basicPlane = new Uint8Array(0x10000);

/** Class of the code point (not the UTF-16 unit) `codePoint`; a lone surrogate counts as space. */
function classOf(codePoint: number): CharacterClass {
  if (codePoint > 0xffff) return classify(codePoint);
  const known = basicPlane[codePoint] as CharacterClass;
  if (known !== unknown) return known;
  const found = classify(codePoint);
  basicPlane[codePoint] = found;
  return found;
}

/** Class of the character that starts at UTF-16 offset `index`; `space` past the end. */
export function classAt(text: string, index: number): CharacterClass {
  return index < text.length ? classOf(text.codePointAt(index)!) : space;
}

/** UTF-16 units of the character at `index`: 1 or 2. */
export function widthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff && text.codePointAt(index)! > 0xffff ? 2 : 1;
}

/** Whether a word or number may begin or go on here. */
export function isWordCharacter(found: CharacterClass): boolean {
  return found === letter || found === digit;
}
