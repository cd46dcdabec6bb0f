import {
  type Gazetteer,
  knownPlaceSpans,
  markPlaceSpans,
  type SpanModel,
  type WordSpan,
} from '@kentongan/language';
import { type SpanConvention, seededRandom, type TaggedText } from '@kentongan/language/training';
import { readGazetteer, readPlaceSpanModel, readTaggedTexts } from './place-files.js';

export interface PlacesFigures {
  readonly n: number;
  readonly f1: number;
  readonly interval: readonly [number, number];
  readonly precision: number;
  readonly recall: number;
  /** Of the spans that the marker is sure of and whose name the gazetteer or the list of the world's names holds. */
  readonly lookupPrecision: number;
  readonly lookupRecall: number;
  readonly files: Readonly<Record<string, { readonly n: number; readonly f1: number }>>;
}

class SpanCounts {
  right = 0;
  found = 0;
  wanted = 0;
  compare(found: readonly WordSpan[], wanted: readonly WordSpan[]): void {
    const keys = new Set(wanted.map(({ first, end }) => `${first}-${end}`));
    this.found += found.length;
    this.wanted += wanted.length;
    for (const { first, end } of found) if (keys.has(`${first}-${end}`)) this.right += 1;
  }
  addUp(other: SpanCounts): void {
    this.right += other.right;
    this.found += other.found;
    this.wanted += other.wanted;
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

function wantedSpans({ tags }: TaggedText): WordSpan[] {
  const spans: WordSpan[] = [];
  for (let first = 0; first < tags.length; first += 1) {
    const goesOn = tags[first - 1] === 'begins' || tags[first - 1] === 'inside';
    if (tags[first] !== 'begins' && !(tags[first] === 'inside' && !goesOn)) continue;
    let end = first + 1;
    while (tags[end] === 'inside') end += 1;
    spans.push({ first, end });
  }
  return spans;
}

type Find = (text: TaggedText, model: SpanModel, gazetteer: Gazetteer) => readonly WordSpan[];

const findMarked: Find = ({ words }, model, gazetteer) => markPlaceSpans(words, gazetteer, model);

/** Fixed beforehand on the development sets: what the marker is this sure of, and a table knows the name of. */
const lookupChanceMin = 0.98;
const findKnown: Find = ({ words }, model, gazetteer) =>
  knownPlaceSpans(words, gazetteer, model, lookupChanceMin);

/** The marker as each convention has it: what a file counts as a place, its labels tell. */
class Markers {
  private readonly models = new Map<SpanConvention, SpanModel>();
  of({ convention = 'common' }: TaggedText): SpanModel {
    const model = this.models.get(convention) ?? readPlaceSpanModel(convention);
    this.models.set(convention, model);
    return model;
  }
}

interface Counted {
  readonly all: SpanCounts;
  readonly byText: readonly SpanCounts[];
}

function count(texts: readonly TaggedText[], find: Find, gazetteer: Gazetteer, markers: Markers): Counted {
  const all = new SpanCounts();
  const byText = texts.map((text) => {
    const own = new SpanCounts();
    own.compare(find(text, markers.of(text), gazetteer), wantedSpans(text));
    all.addUp(own);
    return own;
  });
  return { all, byText };
}

const draws = 1_000;
const seed = 1;

/** 95 % of F1 over sentences drawn with replacement (percentile bootstrap). */
function intervalOf(byText: readonly SpanCounts[]): readonly [number, number] {
  const random = seededRandom(seed);
  const figures = Array.from({ length: draws }, () => {
    const drawn = new SpanCounts();
    for (let i = 0; i < byText.length; i += 1) drawn.addUp(byText[Math.floor(random() * byText.length)]!);
    return drawn.f1;
  }).sort((a, b) => a - b);
  return [figures[Math.floor(draws * 0.025)]!, figures[Math.floor(draws * 0.975)]!];
}

/** Spans of places found in NER token files; a span counts when it begins and ends where the file says. */
export function evaluatePlaces(files: readonly string[]): PlacesFigures {
  if (files.length === 0) throw new Error('name token files to score');
  const gazetteer = readGazetteer();
  const markers = new Markers();
  const read = files.map((file) => ({ file, texts: readTaggedTexts(file) }));
  const all = read.flatMap(({ texts }) => texts);
  const marked = count(all, findMarked, gazetteer, markers);
  const known = count(all, findKnown, gazetteer, markers).all;
  const { wanted: n, f1, precision, recall } = marked.all;
  return {
    n,
    f1,
    interval: intervalOf(marked.byText),
    precision,
    recall,
    lookupPrecision: known.precision,
    lookupRecall: known.recall,
    files: Object.fromEntries(
      read.map(({ file, texts }) => {
        const own = count(texts, findMarked, gazetteer, markers).all;
        return [file.split('/').slice(-2).join('/'), { n: own.wanted, f1: own.f1 }];
      }),
    ),
  };
}
