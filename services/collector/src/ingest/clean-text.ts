/**
 * Characters that show nothing and serve tricks: C0/C1 controls but tab and newline (terminal escapes, split log
 * lines), zero-width and bidirectional controls (a text that reads otherwise than it is), soft hyphens, tags.
 */
const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\u034F/gu;
/** Joiners belong inside emoji; beside a letter, digit or sign of a handle they only hide a word. */
const joinersInWords = /(?<=[\p{L}\p{N}_@.])[\u200C\u200D]+|[\u200C\u200D]+(?=[\p{L}\p{N}_@.])/gu;
const loneSurrogates = /\p{Surrogate}/gu;
const suspicious = /[^\t\n\u0020-\u007E\u00A0-\u00AC\u00AE-\u033F]/;

/** The text as people see it; PostgreSQL and UTF-8 can hold every text that comes out. */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(loneSurrogates, '\uFFFD')
    .replace(hidden, '')
    .replace(joinersInWords, '');
}

/** For identifiers and names: cleaned, one Unicode form, one line, no outer space. */
export function cleanName(text: string): string {
  return cleanText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
}
