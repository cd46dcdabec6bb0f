import { characterClass, classAt, isWordCharacter, widthAt } from './character-class.js';

const { letter, digit, mark, invisible } = characterClass;

// Join two halves of one word: anak-anak, Jum'at, di‑PHK; the underscore of user names; the dollar sign that hides a letter.
const connectors = new Set([..."-'’‐‑_$"].map((character) => character.charCodeAt(0)));

const dollar = 36;

/** Index after marks and invisible characters: a word hidden with zero-width spaces is still one word. */
function skipAttached(text: string, index: number): number {
  let at = index;
  while (at < text.length) {
    const found = classAt(text, at);
    if (found !== mark && found !== invisible) return at;
    at += widthAt(text, at);
  }
  return at;
}

function goesOn(text: string, index: number, lettersOnly: boolean): boolean {
  const found = classAt(text, index);
  return found === letter || (found === digit && !lettersOnly);
}

const isPlainLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
/** Blank, line break, comma. */
const isPlainEnd = (unit: number): boolean => unit === 32 || unit === 10 || unit === 44;

/**
 * End of a word of nothing but the letters a to z before a blank, a comma or the text's end, or `start`. Most words are
 * such, and none can be the beginning of a link, an amount or a typed face: no other rule need be tried.
 */
export function endOfPlainWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPlainLetter(text.charCodeAt(end))) end += 1;
  return end === text.length || isPlainEnd(text.charCodeAt(end)) ? end : start;
}

/**
 * End of the word that starts at `start` (a letter or digit).
 * @param joinDigits whether a connector may be followed by a digit: `ke-2` is one word, `2020-2021` are two numbers
 */
export function scanWord(text: string, start: number, joinDigits = true): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    if (isWordCharacter(classAt(text, at))) {
      end = at + widthAt(text, at);
      at = end;
      continue;
    }
    const after = skipAttached(text, at);
    if (after > at) {
      // Accents belong to their letter even at the end of a word; invisible characters at the end do not.
      if (classAt(text, at) === mark) end = after;
      at = after;
      if (isWordCharacter(classAt(text, at))) continue;
    }
    const unit = text.charCodeAt(at);
    if (at < text.length && connectors.has(unit) && goesOn(text, at + 1, !joinDigits || unit === dollar)) {
      at += 1;
      continue;
    }
    break;
  }
  return end;
}

/** End of the number at `start` (a digit): separators inside (1.000.000, 07:30), a unit behind (10rb, 5jt-an, 12%). */
export function scanNumber(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const found = classAt(text, end);
    if (found === digit) end += widthAt(text, end);
    else if (isSeparator(text.charCodeAt(end)) && classAt(text, end + 1) === digit) end += 1;
    else break;
  }
  if (text.charCodeAt(end) === 37) return end + 1;
  return classAt(text, end) === letter || connectors.has(text.charCodeAt(end))
    ? Math.max(end, scanWord(text, end - 1, false))
    : end;
}

function isSeparator(unit: number): boolean {
  return unit === 46 || unit === 44 || unit === 58;
}

/** End of the handle or hashtag body at `start`: letters, digits, underscores; handles of e-mail-like networks keep inner dots. */
export function scanName(text: string, start: number, withDots: boolean): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    const found = classAt(text, at);
    const unit = text.charCodeAt(at);
    if (isWordCharacter(found) || unit === 95 || found === mark) {
      at += widthAt(text, at);
      end = at;
    } else if (found === invisible || (withDots && unit === 46)) {
      at += 1;
    } else break;
  }
  return end;
}
