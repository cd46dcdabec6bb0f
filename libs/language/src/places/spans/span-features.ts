import { findNames } from '../find-names.js';
import { type Gazetteer, nameIsWord } from '../gazetteer.js';
import { emptyNameHash } from '../name-hash.js';
import type { NamePiece } from '../name-pieces.js';
import { worldPhrases, worldPhraseWordsMax, worldWords } from './world-names.js';

/** Features live in this many rows of the model; two that fall together share their weights. */
export const featureRows = 1 << 17;

/** What the features of one word are made of, for all words of a text. */
interface Surroundings {
  readonly low: readonly string[];
  readonly shapes: readonly string[];
  /** Where a gazetteer name begins (B) or goes on (I), its highest level, w = also a word, m = of several words. */
  readonly names: readonly string[];
  /** The same for names of the world. */
  readonly world: readonly string[];
  /** Texts without a single capital are another language to the model: every feature comes once for both and once for its kind. */
  readonly kind: 'small' | 'cased';
}

const wordCharactersMax = 40;

/** `Surabaya` → `Xx`, `2024` → `dddd`, `KPK` → `XXX`; at most six signs. */
function shapeOf(word: string): string {
  let shape = '';
  for (let i = 0; i < Math.min(12, word.length) && shape.length < 6; i += 1) {
    const unit = word.charCodeAt(i);
    const small = unit >= 97 && unit <= 122;
    const sign = small ? 'x' : unit >= 65 && unit <= 90 ? 'X' : unit >= 48 && unit <= 57 ? 'd' : word[i]!;
    if (!small || !shape.endsWith('x')) shape += sign;
  }
  return shape;
}

function namesOf(words: readonly string[], low: readonly string[], gazetteer: Gazetteer): string[] {
  const pieces = words.map(
    (text, index): NamePiece => ({
      text,
      norm: low[index]!,
      start: 0,
      end: 0,
      inHashtag: false,
      gap: /^[A-Za-z0-9]/.test(text) ? 'blank' : 'break',
      opensSentence: index === 0,
    }),
  );
  const marks: string[] = new Array(words.length).fill('-');
  let free = 0;
  for (const run of findNames(gazetteer, pieces)) {
    if (run.first < free) continue;
    free = run.end;
    let level = 4;
    for (let entry = run.entry; entry >= 0; entry = gazetteer.nextEntry[entry]!)
      level = Math.min(level, gazetteer.levels[gazetteer.entryRows[entry]!]!);
    const isWord = (gazetteer.flags[run.entry]! & nameIsWord) !== 0;
    const tail = `${level}${isWord ? 'w' : ''}${run.end - run.first > 1 ? 'm' : ''}`;
    for (let i = run.first; i < run.end; i += 1) marks[i] = `${i === run.first ? 'B' : 'I'}${tail}`;
  }
  return marks;
}

function worldNamesOf(low: readonly string[]): string[] {
  const marks: string[] = new Array(low.length).fill('-');
  for (let i = 0; i < low.length; i += 1) {
    if (marks[i] === '-' && worldWords.has(low[i]!)) marks[i] = 'C';
    for (let length = worldPhraseWordsMax; length > 1; length -= 1) {
      if (i + length > low.length || !worldPhrases.has(low.slice(i, i + length).join(' '))) continue;
      for (let k = 0; k < length; k += 1) marks[i + k] = k === 0 ? 'D' : 'I';
      break;
    }
  }
  return marks;
}

function surroundingsOf(words: readonly string[], gazetteer: Gazetteer): Surroundings {
  const cut = words.map((word) => word.slice(0, wordCharactersMax));
  const low = cut.map((word) => word.toLowerCase());
  return {
    low,
    shapes: cut.map(shapeOf),
    names: namesOf(cut, low, gazetteer),
    world: worldNamesOf(low),
    kind: cut.some((word) => /[A-Z]/.test(word)) ? 'cased' : 'small',
  };
}

function hashText(start: number, text: string): number {
  let value = start;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}

const rowOf = (hash: number): number => ((hash ^ (hash >>> 15)) >>> 0) & (featureRows - 1);

const edge = '<>';
const at = (list: readonly string[], index: number): string => list[index] ?? edge;

/** Names and values of the features of word `i`; a name tells features with equal values apart. */
function describe({ low, shapes, names, world }: Surroundings, i: number): string[] {
  const word = low[i]!;
  const [before, behind] = [at(low, i - 1), at(low, i + 1)];
  const [name, shape, foreign] = [names[i]!, shapes[i]!, world[i]!];
  const features = [
    'bias',
    `w ${word}`,
    `p ${before}`,
    `n ${behind}`,
    `pp ${at(low, i - 2)}`,
    `nn ${at(low, i + 2)}`,
    `pw ${before} ${word}`,
    `wn ${word} ${behind}`,
    `ppp ${at(low, i - 2)} ${before}`,
    `nnn ${behind} ${at(low, i + 2)}`,
    `pn ${before} ${behind}`,
    `p3 ${at(low, i - 3)}`,
    `ends ${before.slice(-3)} ${word.slice(-3)}`,
    `g ${name}`,
    `gp ${at(names, i - 1)} ${name}`,
    `gn ${name} ${at(names, i + 1)}`,
    `gpw ${before} ${name}`,
    `gnw ${name} ${behind}`,
    `s ${shape}`,
    `sp ${at(shapes, i - 1)} ${shape}`,
    `sn ${shape} ${at(shapes, i + 1)}`,
    `spn ${at(shapes, i - 1)} ${shape} ${at(shapes, i + 1)}`,
    `sg ${shape} ${name}`,
    `spw ${at(shapes, i - 1)} ${before} ${shape}`,
    `c ${foreign}`,
    `cp ${at(world, i - 1)} ${foreign}`,
    `cw ${foreign} ${before}`,
    `cn ${foreign} ${behind}`,
    `cg ${foreign} ${name}`,
  ];
  for (let length = 1; length <= 4 && length < word.length; length += 1)
    features.push(`b${length} ${word.slice(0, length)}`, `e${length} ${word.slice(-length)}`);
  return features;
}

/** Rows of the model that speak for each word of a text: about 70 a word. */
export function spanFeatures(words: readonly string[], gazetteer: Gazetteer): Int32Array[] {
  const surroundings = surroundingsOf(words, gazetteer);
  const kindHash = hashText(emptyNameHash, surroundings.kind);
  return words.map((_, i) => {
    const features = describe(surroundings, i);
    const rows = new Int32Array(features.length * 2);
    features.forEach((feature, index) => {
      rows[index * 2] = rowOf(hashText(emptyNameHash, feature));
      rows[index * 2 + 1] = rowOf(hashText(kindHash, feature));
    });
    return rows;
  });
}
