import { everydayShares } from '../terms/common-words.js';

/** What is called by the word behind it; stems as matching knows them. Our own list. */
const heads = new Set(
  'bank pt bupati gubernur kabupaten provinsi kecamatan kota kampus gunung pulau bandara stadion waduk jembatan'.split(
    ' ',
  ),
);

/** What a fact that names another one than the post loses (natural logarithm), so that the right one comes first. */
export const otherNameCost = 8;

/** `bank lampung` → bank: lampung. */
export type Names = ReadonlyMap<string, readonly string[]>;

const none: Names = new Map();

/** Who or what a text names behind a word that calls for a name. */
export function namesIn(stems: readonly string[]): Names {
  let names: Map<string, string[]> | undefined;
  for (let at = 0; at + 1 < stems.length; at += 1) {
    const head = stems[at]!;
    if (!heads.has(head)) continue;
    const name = stems[at + 1]!;
    if (name === head || everydayShares.has(name)) continue;
    names ??= new Map();
    const known = names.get(head);
    if (known) known.push(name);
    else names.set(head, [name]);
  }
  return names ?? none;
}

/**
 * Whether the post speaks of another bearer: a lottery of Bank Lampung is not the one of Bank Jatim, however alike the
 * rest is. A post that also names the fact's own bearer, in any place, speaks of it.
 * @param isName whether a name stands behind this head in some fact: "bank keliling" is no bank's name
 * @param holds whether the post holds the stem anywhere
 */
export function namesAnother(
  ofFact: Names,
  ofPost: Names,
  isName: (head: string, name: string) => boolean,
  holds: (stem: string) => boolean,
): boolean {
  for (const [head, names] of ofFact) {
    if (names.some(holds)) continue;
    if (ofPost.get(head)?.some((name) => isName(head, name))) return true;
  }
  return false;
}
