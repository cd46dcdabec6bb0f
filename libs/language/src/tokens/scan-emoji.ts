import { characterClass, classAt, widthAt } from './character-class.js';

const joiner = 0x200d;
const keycap = 0x20e3;
const emojiSelector = 0xfe0f;

const isModifier = (codePoint: number): boolean =>
  codePoint === emojiSelector ||
  codePoint === keycap ||
  (codePoint >= 0x1f3fb && codePoint <= 0x1f3ff) ||
  (codePoint >= 0xe0020 && codePoint <= 0xe007f);

function afterModifiers(text: string, index: number): number {
  let end = index;
  while (end < text.length && isModifier(text.codePointAt(end)!)) end += widthAt(text, end);
  return end;
}

/**
 * End of the emoji that starts at `start`, or `start` when there is none. A flag, a skin tone, a family joined with
 * zero-width joiners and a keycap are each one emoji.
 */
export function scanEmoji(text: string, start: number): number {
  const found = classAt(text, start);
  if (found === characterClass.flagLetter) {
    const second = start + 2;
    return classAt(text, second) === characterClass.flagLetter ? second + 2 : second;
  }
  if (found === characterClass.digit) return scanKeycap(text, start);
  if (found !== characterClass.pictograph) return start;
  let end = afterModifiers(text, start + widthAt(text, start));
  while (text.charCodeAt(end) === joiner && classAt(text, end + 1) === characterClass.pictograph)
    end = afterModifiers(text, end + 1 + widthAt(text, end + 1));
  return end;
}

function scanKeycap(text: string, start: number): number {
  const sign = text.charCodeAt(start + 1) === emojiSelector ? start + 2 : start + 1;
  return text.charCodeAt(sign) === keycap ? sign + 1 : start;
}

// Longest first, so that `:'(` is not read as `:`.
const emoticons = [
  ":'(",
  ':-)',
  ':-(',
  '^_^',
  '-_-',
  ':)',
  ':(',
  ':D',
  ';)',
  '=)',
  '=(',
  ':*',
  '<3',
  ':v',
  ':P',
  ':p',
  'T_T',
];
const emoticonStarts = new Set(emoticons.map((emoticon) => emoticon.charCodeAt(0)));

/** End of the typed face (`:)`, `<3`) that starts at `start`, or `start`. */
export function scanEmoticon(text: string, start: number): number {
  if (!emoticonStarts.has(text.charCodeAt(start))) return start;
  for (const emoticon of emoticons) {
    if (!text.startsWith(emoticon, start)) continue;
    const end = start + emoticon.length;
    const next = classAt(text, end);
    if (next !== characterClass.letter && next !== characterClass.digit) return end;
  }
  return start;
}
