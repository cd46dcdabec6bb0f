import { hashOf } from '../../hashing/hashing.js';
import { remembered } from '../../memory/remembered.js';
import type { NameRun } from '../find-names.js';
import { type Gazetteer, nameIsWord } from '../gazetteer.js';
import { cueMark } from './cue-words.js';
import { worldMarks } from './world-names.js';

/** The longest beginnings and endings of a word that are looked at. */
export const affixLettersMax = 4;
const wordCharactersMax = 40;

/** What is known of each word of a text before its neighbours are looked at, as numbers that features are made of. */
export interface SpanWords {
  readonly count: number;
  readonly words: Int32Array;
  readonly shapes: Int32Array;
  /** `affixLettersMax` of each a word, 0 where the word is not longer. */
  readonly beginnings: Int32Array;
  readonly endings: Int32Array;
  /** Where a gazetteer name begins or goes on, its highest level, whether it is also a word and has several words; 0 = none. */
  readonly names: Int32Array;
  /** The same for names of the world. */
  readonly world: Int32Array;
  readonly cues: Uint8Array;
  /** Texts without a single capital are another language to the model. */
  readonly hasCapitals: boolean;
}

const isSmall = (unit: number): boolean => unit >= 97 && unit <= 122;
const isLarge = (unit: number): boolean => unit >= 65 && unit <= 90;
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** `Surabaya` → `Xx`, `2024` → `dddd`, `KPK` → `XXX`; at most six signs of the first twelve characters, as a hash. */
function shapeOf(word: string): number {
  let shape = 0;
  let signs = 0;
  let last = 0;
  for (let i = 0; i < word.length && i < 12 && signs < 6; i += 1) {
    const unit = word.charCodeAt(i);
    const sign = isSmall(unit) ? 1 : isLarge(unit) ? 2 : isDigit(unit) ? 3 : unit;
    if (sign === 1 && last === 1) continue;
    shape = Math.imul(shape ^ sign, 0x01000193) + 1;
    last = sign;
    signs += 1;
  }
  return shape;
}

/** What a word is by itself. */
interface WordForm {
  readonly low: string;
  readonly hash: number;
  readonly shape: number;
  /** `affixLettersMax` of each, 0 where the word is not longer. */
  readonly beginnings: Int32Array;
  readonly endings: Int32Array;
  readonly cue: number;
}

function formOfWord(word: string): WordForm {
  const low = word.slice(0, wordCharactersMax).toLowerCase();
  const beginnings = new Int32Array(affixLettersMax);
  const endings = new Int32Array(affixLettersMax);
  for (let letters = 1; letters <= Math.min(affixLettersMax, low.length - 1); letters += 1) {
    beginnings[letters - 1] = hashOf(low.slice(0, letters));
    endings[letters - 1] = hashOf(low.slice(-letters));
  }
  return { low, hash: hashOf(low), shape: shapeOf(word), beginnings, endings, cue: cueMark(low) };
}

const formsRememberedMax = 8_192;
const formOf = remembered(formsRememberedMax, formOfWord);

/** Marks of gazetteer names (`findNames`) for `count` words: the first one that begins at a word, the longest of these. */
export function nameMarks(runs: readonly NameRun[], count: number, gazetteer: Gazetteer): Int32Array {
  const marks = new Int32Array(count);
  let free = 0;
  for (const { first, end, entry } of runs) {
    if (first < free) continue;
    free = end;
    const isWord = (gazetteer.flags[entry]! & nameIsWord) !== 0;
    const mark = 4 + gazetteer.highestLevels[entry]! * 8 + (isWord ? 2 : 0) + (end - first > 1 ? 1 : 0);
    for (let i = first; i < end; i += 1) marks[i] = i === first ? mark : mark + 4;
  }
  return marks;
}

/**
 * @param names as `nameMarks` gives them, one a word
 * @param hasCapitals whether the whole text has some, of which `texts` may be a part
 */
export function spanWords(texts: readonly string[], names: Int32Array, hasCapitals: boolean): SpanWords {
  const count = texts.length;
  const forms = texts.map(formOf);
  const beginnings = new Int32Array(count * affixLettersMax);
  const endings = new Int32Array(count * affixLettersMax);
  forms.forEach((form, i) => {
    beginnings.set(form.beginnings, i * affixLettersMax);
    endings.set(form.endings, i * affixLettersMax);
  });
  return {
    count,
    words: Int32Array.from(forms, ({ hash }) => hash),
    shapes: Int32Array.from(forms, ({ shape }) => shape),
    beginnings,
    endings,
    names,
    world: worldMarks(forms.map(({ low }) => low)),
    cues: Uint8Array.from(forms, ({ cue }) => cue),
    hasCapitals,
  };
}

export const hasCapital = (texts: readonly string[]): boolean => texts.some((text) => /[A-Z]/.test(text));
