interface Span {
  readonly start: number;
  readonly end: number;
}

const spansMax = 200;

/** Where whole words stand in a text, capitals or not; in the order of the text. */
export function spansOfWords(text: string, words: readonly string[]): Span[] {
  const wanted = new Set(words.map((word) => word.toLowerCase()));
  const spans: Span[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (spans.length >= spansMax) break;
    if (wanted.has(match[0].toLowerCase()))
      spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

const titleCharactersMax = 120;
/** A shout (“Awas!”) is no title. */
const titleCharactersMin = 15;

/** A title for an issue that a person opens from a text: its first sentence, cut between words. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const sentence = line.split(/(?<=[.!?])\s/)[0] ?? line;
  const chosen = sentence.length >= titleCharactersMin ? sentence : line;
  if (chosen.length <= titleCharactersMax) return chosen;
  const cut = chosen.slice(0, titleCharactersMax);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > titleCharactersMin ? blank : titleCharactersMax)} …`;
}
