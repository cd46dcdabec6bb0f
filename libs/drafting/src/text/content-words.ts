import { stem, stopwords, tokenize } from '@kentongan/language';

/** Words that frame a claim and are no part of it. */
const frameWords = new Set(
  'hoaks hoax salah benar keliru palsu bohong fakta klaim kabar informasi narasi pesan unggahan video foto beredar viral cek periksa'.split(
    ' ',
  ),
);
const wordKinds = new Set(['word', 'number', 'hashtag']);

/** The stems that carry a text's meaning: no stopwords, no words that only say that something is claimed. */
export function contentStems(text: string): Set<string> {
  const stems = new Set<string>();
  for (const token of tokenize(text)) {
    if (!wordKinds.has(token.kind)) continue;
    for (const word of token.parts ?? (token.slang ?? token.norm).split(' '))
      if (!stopwords.has(word) && !frameWords.has(word)) stems.add(stem(word));
  }
  return stems;
}

/** Share of the stems of `part` that `whole` holds, 0 to 1; 0 when `part` says nothing. */
export function shareHeld(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  let held = 0;
  for (const each of part) if (whole.has(each)) held += 1;
  return held / part.size;
}
