/** "Diteruskan", "Forwarded many times", "Fwd:" on a line of its own. */
const forwardLine =
  /^(?:[\s_*~>\p{So}-]|\uFE0F){0,20}(?:diteruskan|terusan|forwarded|forward|fwd|fw)(?:\s+(?:berkali-kali|many times|dari|from)(?:\s[^\n]{0,80})?)?\s{0,5}[:：.]?[\s_*~\]]{0,10}$/iu;
/** The same before the text. */
const forwardStart =
  /^(?:[\s_*~>\p{So}[-]|\uFE0F){0,20}(?:diteruskan|forwarded|fwd|fw)(?:\s+(?:berkali-kali|many times))?[\s_*~\]]{0,5}[:：]\s{0,5}/iu;
/** A line of an exported or copied chat: `[22/11/26 13.05] Nama: `, `22/11/2026, 13.05 - Nama: `. The name must go. */
const chatStart =
  /^\s{0,5}\[?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s{1,3}\d{1,2}[.:]\d{2}(?:[.:]\d{2})?|\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s{0,2}[ap]\.?m\.?)?,\s{1,3}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?:\s{0,2}[ap]\.?m\.?)?\]?\s{0,3}[-–]?\s{0,3}[^:\n]{1,60}:\s/i;
const quoteStart = /^(?:[\s>\u27A1\u2192\u21AA\u23E9\u25B6]|\uFE0F){1,20}/u;
/** Bold, italic, struck out: `*PENTING*`. Inside a word they belong to it. */
const formatMarks = /(?<![\p{L}\p{N}])[*_~]{1,3}(?=\S)|(?<=\S)[*_~]{1,3}(?![\p{L}\p{N}])/gu;

/** The message itself, without what phones and people wrap around it when it is passed on. */
export function stripForwarding(text: string): string {
  return text
    .split('\n')
    .filter((line) => !forwardLine.test(line))
    .map((line) => line.replace(chatStart, '').replace(quoteStart, '').replace(forwardStart, ''))
    .join('\n')
    .replace(formatMarks, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim();
}
