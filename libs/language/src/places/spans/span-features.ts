import { affixLettersMax, type SpanWords } from './span-words.js';

/** Features live in this many rows of the model; two that fall together share their weights. */
const featureRowsBits = 18;
export const featureRows = 1 << featureRowsBits;
/** Rows of one word; a short word has fewer. */
const rowsOfWordMax = 55;

/** Stands for what is before the first word and behind the last. */
const edge = 0x7777;
const capitals = 0x51ed;
const smallLetters = 0x1234;

const mixed = (hash: number, value: number): number => {
  const product = Math.imul(hash ^ value, 0x9e3779b1);
  return product ^ (product >>> 15);
};

/** Takes the features of one word, each with a number of its own, and writes their rows. */
class RowWriter {
  private template = 1;
  at = 0;
  constructor(private readonly rows: Int32Array) {}

  startWord(): void {
    this.template = 1;
  }

  /** Features with equal values are told apart by their order in the word. */
  add(first: number, second?: number, third?: number, fourth?: number): void {
    let hash = mixed(Math.imul(this.template, 0x85ebca6b), first);
    if (second !== undefined) hash = mixed(hash, second);
    if (third !== undefined) hash = mixed(hash, third);
    if (fourth !== undefined) hash = mixed(hash, fourth);
    this.rows[this.at] = (hash >>> 3) & (featureRows - 1);
    this.at += 1;
    this.template += 1;
  }

  addIf(value: number): void {
    if (value !== 0) this.add(value);
    else this.template += 1;
  }
}

const valueAt = (values: Int32Array | Uint8Array, index: number): number =>
  index < 0 || index >= values.length ? edge : values[index]!;

/** Beginning or ending of `letters` letters of a neighbour. */
const affixAt = (affixes: Int32Array, word: number, letters: number): number =>
  valueAt(affixes, word < 0 ? -1 : word * affixLettersMax + letters - 1);

function addWords({ words, endings, hasCapitals }: SpanWords, i: number, rows: RowWriter): void {
  const style = hasCapitals ? capitals : smallLetters;
  const word = words[i]!;
  const [before, behind] = [valueAt(words, i - 1), valueAt(words, i + 1)];
  const [farBefore, farBehind] = [valueAt(words, i - 2), valueAt(words, i + 2)];
  rows.add(style);
  rows.add(word);
  rows.add(word, style);
  rows.add(before);
  rows.add(behind);
  rows.add(farBefore);
  rows.add(farBehind);
  rows.add(before, word);
  rows.add(word, behind);
  rows.add(farBefore, before);
  rows.add(behind, farBehind);
  rows.add(before, behind);
  rows.add(valueAt(words, i - 3));
  rows.add(affixAt(endings, i - 1, 3), affixAt(endings, i, 3));
  rows.add(farBefore, before, word);
  rows.add(word, behind, farBehind);
  rows.add(farBefore, word);
  rows.add(word, farBehind);
}

function addNames({ words, names, shapes, world, hasCapitals }: SpanWords, i: number, rows: RowWriter): void {
  const [before, behind] = [valueAt(words, i - 1), valueAt(words, i + 1)];
  const [name, foreign, shape] = [names[i]!, world[i]!, shapes[i]!];
  const [nameBefore, nameBehind] = [valueAt(names, i - 1), valueAt(names, i + 1)];
  rows.add(name);
  rows.add(name, hasCapitals ? capitals : smallLetters);
  rows.add(nameBefore, name);
  rows.add(name, nameBehind);
  rows.add(before, name);
  rows.add(name, behind);
  rows.add(shape, name);
  rows.add(foreign);
  rows.add(valueAt(world, i - 1), foreign);
  rows.add(foreign, before);
  rows.add(foreign, behind);
  rows.add(foreign, name);
  rows.add(valueAt(names, i - 2), nameBefore, name);
  rows.add(name, nameBehind, valueAt(names, i + 2));
  rows.add(before, name, foreign, shape);
  rows.add(before, name, foreign, behind);
}

function addForm(
  { words, shapes, beginnings, endings, hasCapitals }: SpanWords,
  i: number,
  rows: RowWriter,
): void {
  const shape = shapes[i]!;
  const [shapeBefore, shapeBehind] = [valueAt(shapes, i - 1), valueAt(shapes, i + 1)];
  rows.add(shape);
  rows.add(shapeBefore, shape);
  rows.add(shape, shapeBehind);
  rows.add(shapeBefore, shape, shapeBehind);
  rows.add(shapeBefore, valueAt(words, i - 1), shape);
  rows.add(affixAt(beginnings, i - 1, 3), shape, hasCapitals ? capitals : smallLetters);
  for (let letters = 1; letters <= affixLettersMax; letters += 1) {
    rows.addIf(affixAt(beginnings, i, letters));
    rows.addIf(affixAt(endings, i, letters));
  }
}

function addCues(
  { shapes, names, world, cues, beginnings, endings, hasCapitals }: SpanWords,
  i: number,
  rows: RowWriter,
): void {
  const [name, foreign] = [names[i]!, world[i]!];
  const before = valueAt(cues, i - 1);
  rows.add(cues[i]!, before, valueAt(cues, i - 2));
  rows.add(before, name, foreign);
  rows.add(before, valueAt(cues, i + 1), name, foreign);
  rows.add(before, shapes[i]!, hasCapitals ? capitals : smallLetters);
  rows.add(affixAt(endings, i - 1, 2), name, foreign);
  rows.add(affixAt(endings, i + 1, 3), name, foreign);
  rows.add(affixAt(beginnings, i + 1, 3), name, foreign);
}

/** Rows of the model that speak for each word: those of word `i` are `rows[starts[i]]` to before `rows[starts[i + 1]]`. */
export interface SpanFeatures {
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

export function spanFeatures(words: SpanWords): SpanFeatures {
  const rows = new Int32Array(words.count * rowsOfWordMax);
  const starts = new Int32Array(words.count + 1);
  const writer = new RowWriter(rows);
  for (let i = 0; i < words.count; i += 1) {
    writer.startWord();
    addWords(words, i, writer);
    addNames(words, i, writer);
    addForm(words, i, writer);
    addCues(words, i, writer);
    starts[i + 1] = writer.at;
  }
  return { rows: rows.subarray(0, writer.at), starts };
}
