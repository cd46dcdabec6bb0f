import {
  type Gazetteer,
  markPlaceSpans,
  placeAncestry,
  placeName,
  recognisePlaces,
  type SpanModel,
  tokenize,
} from '@kentongan/language';
import type { SpanConvention, TaggedText } from '@kentongan/language/training';
import { readGazetteer, readLocatedComplaints, readPlaceSpanModel, readTaggedTexts } from './place-files.js';

export interface PlacesFigures {
  readonly n: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** The same spans by names of the gazetteer alone, which holds Indonesia's administrative units and nothing else. */
  readonly lookupPrecision: number;
  readonly lookupRecall: number;
  readonly files: Readonly<Record<string, { readonly n: number; readonly f1: number }>>;
}

export interface DistrictFigures {
  readonly n: number;
  readonly precision: number;
  readonly coverage: number;
}

/** Spans as `first-end` by characters of the words joined with blanks. */
type Spans = ReadonlySet<string>;
type Find = (text: TaggedText) => Spans;

class SpanCounts {
  right = 0;
  found = 0;
  wanted = 0;
  add(found: Spans, wanted: Spans): void {
    this.found += found.size;
    this.wanted += wanted.size;
    for (const span of found) if (wanted.has(span)) this.right += 1;
  }
  get precision(): number {
    return this.found === 0 ? 0 : percent(this.right / this.found);
  }
  get recall(): number {
    return this.wanted === 0 ? 0 : percent(this.right / this.wanted);
  }
  get f1(): number {
    return percent((2 * this.right) / Math.max(1, this.found + this.wanted));
  }
}

const percent = (value: number): number => Math.round(value * 10_000) / 100;

function wordStarts(words: readonly string[]): number[] {
  let at = 0;
  return words.map((word) => {
    const start = at;
    at += word.length + 1;
    return start;
  });
}

function characterSpan(
  words: readonly string[],
  starts: readonly number[],
  first: number,
  end: number,
): string {
  return `${starts[first]}-${starts[end - 1]! + words[end - 1]!.length}`;
}

function wantedSpans({ words, tags }: TaggedText): Spans {
  const starts = wordStarts(words);
  const spans = new Set<string>();
  for (let i = 0; i < tags.length; i += 1) {
    if (
      tags[i] !== 'begins' &&
      !(tags[i] === 'inside' && tags[i - 1] !== 'begins' && tags[i - 1] !== 'inside')
    )
      continue;
    let end = i + 1;
    while (tags[end] === 'inside') end += 1;
    spans.add(characterSpan(words, starts, i, end));
  }
  return spans;
}

/** The marker as each convention has it: what a file counts as a place, its labels tell. */
function findByModel(gazetteer: Gazetteer): Find {
  const models = new Map<SpanConvention, SpanModel>();
  return ({ words, convention = 'common' }) => {
    const model = models.get(convention) ?? readPlaceSpanModel(convention);
    models.set(convention, model);
    const starts = wordStarts(words);
    return new Set(
      markPlaceSpans(words, gazetteer, model).map(({ first, end }) =>
        characterSpan(words, starts, first, end),
      ),
    );
  };
}

const findByName =
  (gazetteer: Gazetteer): Find =>
  ({ words }) =>
    new Set(
      recognisePlaces(tokenize(words.join(' ')), gazetteer, { roots: [] }).map(
        ({ start, end }) => `${start}-${end}`,
      ),
    );

function count(texts: readonly TaggedText[], find: Find): SpanCounts {
  const counts = new SpanCounts();
  for (const text of texts) counts.add(find(text), wantedSpans(text));
  return counts;
}

/** Spans of places found in NER token files; a span counts when it begins and ends where the file says. */
export function evaluatePlaces(files: readonly string[]): PlacesFigures {
  const gazetteer = readGazetteer();
  const find = findByModel(gazetteer);
  const read = files.map((file) => ({ file, texts: readTaggedTexts(file) }));
  const all = read.flatMap(({ texts }) => texts);
  const marked = count(all, find);
  const named = count(all, findByName(gazetteer));
  return {
    n: marked.wanted,
    f1: marked.f1,
    precision: marked.precision,
    recall: marked.recall,
    lookupPrecision: named.precision,
    lookupRecall: named.recall,
    files: Object.fromEntries(
      read.map(({ file, texts }) => {
        const { wanted, f1 } = count(texts, find);
        return [file.split('/').slice(-2).join('/'), { n: wanted, f1 }];
      }),
    ),
  };
}

const surabayaCode = '35.78';
const districtCodeLength = '35.78.01'.length;

/** The one district of the area that the surest mention claims, if it claims one. */
function claimedDistrict(text: string, gazetteer: Gazetteer): string | undefined {
  const claims = recognisePlaces(tokenize(text), gazetteer, { roots: [surabayaCode] }).flatMap((mention) => {
    const districts = new Set(
      mention.codes.map((code) =>
        placeAncestry(gazetteer, code).find(({ length }) => length === districtCodeLength),
      ),
    );
    const [district] = districts;
    const isOne = districts.size === 1 && district?.startsWith(`${surabayaCode}.`);
    return isOne && district ? [{ district, confidence: mention.confidence }] : [];
  });
  return claims.sort((a, b) => b.confidence - a.confidence)[0]?.district;
}

/** Letters of a name; files and tables differ in blanks and in single letters (Pabean Cantian, Pabean Cantikan). */
const nameLetters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 9);

/** How often the district claimed for a complaint sent to Surabaya is the one in which it was filed. */
export function evaluateDistrict(file: string): DistrictFigures {
  const gazetteer = readGazetteer();
  const complaints = readLocatedComplaints(file);
  let claimed = 0;
  let right = 0;
  for (const { text, district } of complaints) {
    const code = claimedDistrict(text, gazetteer);
    if (code === undefined) continue;
    claimed += 1;
    if (nameLetters(placeName(gazetteer, code) ?? '') === nameLetters(district)) right += 1;
  }
  return {
    n: complaints.length,
    precision: percent(right / Math.max(1, claimed)),
    coverage: percent(claimed / Math.max(1, complaints.length)),
  };
}
