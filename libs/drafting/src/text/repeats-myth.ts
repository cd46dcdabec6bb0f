import { contentStems, shareHeld } from './content-words.js';
import { sentencesOf } from './sentences.js';

/** So much of the myth, or of the other text, in common is the myth told again. */
const sharedMin = 0.8;
/** Below this many words of meaning two texts have a name in common rather than a claim. */
const stemsMin = 2;

/**
 * Whether a short text (a headline) says what the myth says. A negation does not help: "air PDAM tidak beracun" makes
 * people remember "air PDAM beracun" (Debunking Handbook 2020, page 12).
 */
export function repeatsMyth(text: string, myth: string): boolean {
  const stems = contentStems(text);
  const mythStems = contentStems(myth);
  if (mythStems.size < stemsMin || stems.size < stemsMin) return false;
  return shareHeld(mythStems, stems) >= sharedMin || shareHeld(stems, mythStems) >= sharedMin;
}

/** Whether one sentence of a longer text holds the words of the whole myth. */
export function echoesMyth(text: string, myth: string): boolean {
  const mythStems = contentStems(myth);
  if (mythStems.size < stemsMin) return false;
  return sentencesOf(text).some((sentence) => shareHeld(mythStems, contentStems(sentence)) >= sharedMin);
}

/** How often the myth stands in a text word for word; signs, case and blanks do not matter. */
export function verbatimMentions(text: string, myth: string): number {
  const wanted = plain(myth);
  if (wanted.length < 8) return 0;
  return plain(text).split(wanted).length - 1;
}

/** Where the myth's own words end in a text, or -1. */
export function endOfMyth(text: string, myth: string): number {
  const at = myth.trim() === '' ? -1 : text.toLowerCase().indexOf(bare(myth));
  return at === -1 ? -1 : at + bare(myth).length;
}

const bare = (myth: string): string =>
  myth
    .toLowerCase()
    .trim()
    .replace(/[\p{P}\s]+$/u, '')
    .replace(/^[\p{P}\s]+/u, '');

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
