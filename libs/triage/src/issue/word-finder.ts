/** Most texts looked at; a statement brings seven. */
const textsMax = 12;
/** A word that stands in one of many posts says little about the event. */
const textShareMin = 1 / 3;

/** Endings that leave the word what it is: `tanggulnya`, `racunkah`. */
const endings = ['', 'nya', 'an', 'lah', 'kah', 'pun'];

/** Small letters, one space between words, a space at both ends: a word then begins after a space. */
function spaced(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/**
 * Finds whole words and phrases of a list in texts, also with an ending (`racunnya`); beginnings change the word
 * (`beracun`), so the lists name them.
 * @param texts posts' excerpts, titles; copies of one text count once
 * @returns the entries of the list that stand in at least a third of the texts, in the order of the list
 */
export function wordsFoundIn(texts: readonly string[], list: readonly string[]): string[] {
  const distinct = distinctOf(texts);
  if (distinct.length === 0) return [];
  return list.filter((word) => {
    const forms = endings.map((ending) => ` ${word}${ending} `);
    const holding = distinct.filter((text) => forms.some((form) => text.includes(form))).length;
    return holding / distinct.length >= textShareMin;
  });
}

/** How many of the texts, copies once, hold any entry of the list: a way of speaking has many words for itself. */
export function textsHolding(
  texts: readonly string[],
  list: readonly string[],
): { readonly holding: number; readonly share: number } {
  const distinct = distinctOf(texts);
  const holding = distinct.filter((text) => list.some((word) => text.includes(` ${word}`))).length;
  return { holding, share: distinct.length === 0 ? 0 : holding / distinct.length };
}

function distinctOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map(spaced))].filter((text) => text.trim() !== '').slice(0, textsMax);
}
