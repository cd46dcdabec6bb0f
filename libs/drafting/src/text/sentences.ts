/** A longer text is looked at up to here; what follows adds nothing that a clarification could hold. */
const textCharactersMax = 20_000;
/** After these a full stop ends no sentence. */
const abbreviations =
  /(?:^|[\s("“])(?:dr|drs|dra|prof|ir|h|hj|jl|jln|no|tgl|hlm|st|kab|kec|kel|rp|s\.d|a\.n|d\.a|dll|dsb|dkk|mr|mrs|[A-Z])$/i;
const sentenceEnd = /[.!?…]+["”’')\]]*(?=\s|$)/g;

/** The sentences of a text in order, each with its closing sign. A line break ends a sentence, too. */
export function sentencesOf(text: string): string[] {
  return text
    .slice(0, textCharactersMax)
    .split(/\n+/)
    .flatMap(sentencesOfLine)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

function sentencesOfLine(line: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const match of line.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    const isAbbreviation =
      match[0] === '.' && abbreviations.test(line.slice(Math.max(from, match.index - 12), match.index));
    if (isAbbreviation) continue;
    sentences.push(line.slice(from, end));
    from = end;
  }
  sentences.push(line.slice(from));
  return sentences;
}

/**
 * As many whole sentences from the start as fit; when not even the first does, its words, ended by `…`.
 * @param charactersMax UTF-16 units of the result; below 20 nothing is cut, the result is empty
 */
export function cutAtSentence(text: string, charactersMax: number): string {
  const whole = text.trim();
  if (whole.length <= charactersMax) return whole;
  if (charactersMax < 20) return '';
  let cut = '';
  for (const sentence of sentencesOf(whole)) {
    const longer = cut === '' ? sentence : `${cut} ${sentence}`;
    if (longer.length > charactersMax) break;
    cut = longer;
  }
  return cut === '' ? cutAtWord(whole.replace(/\s+/g, ' '), charactersMax) : cut;
}

/** Whole words, ended by `…`; a single endless word is cut where it must be, never inside a character. */
export function cutAtWord(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text;
  const room = text.slice(0, charactersMax - 1);
  const lastBlank = room.lastIndexOf(' ');
  const kept = lastBlank > charactersMax / 2 ? room.slice(0, lastBlank) : room;
  return `${kept.replace(/[\uD800-\uDBFF]$/, '').replace(/[\s,;:–-]+$/, '')}…`;
}
