import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import {
  buildGazetteer,
  type Gazetteer,
  readPlaceRows,
  readSpanModel,
  type SpanModel,
} from '@kentongan/language';
import { type SpanConvention, type SpanTag, type TaggedText, withLayer } from '@kentongan/language/training';

function readText(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** All of Indonesia, from the tables of the npm package (ODbL; read at run time, never copied into the product). */
export function readGazetteer(): Gazetteer {
  const require = createRequire(import.meta.url);
  const table = (name: string): string =>
    readFileSync(require.resolve(`idn-area-data/data/${name}.csv`), 'utf8');
  return buildGazetteer(
    readPlaceRows({
      provinces: table('provinces'),
      regencies: table('regencies'),
      districts: table('districts'),
      villages: table('villages'),
    }),
  );
}

/** Where `npm run train -- place-spans` leaves the model, and what each way of annotating adds to it. */
export function spanModelPath(convention: SpanConvention): URL {
  const name = convention === 'common' ? 'place-spans' : `place-spans-${convention}`;
  return new URL(`../../../../libs/language/models/${name}.bin.gz`, import.meta.url);
}

function readModel(convention: SpanConvention): SpanModel {
  const path = spanModelPath(convention);
  if (!existsSync(path))
    throw new Error('There is no place-span model yet: npm run train -- place-spans --data DIR');
  return readSpanModel(new Uint8Array(gunzipSync(readFileSync(path))));
}

/** @throws Error when no model has been trained */
export function readPlaceSpanModel(convention: SpanConvention): SpanModel {
  const common = readModel('common');
  return convention === 'common' ? common : withLayer(common, readModel(convention));
}

const placeNames = new Set(['PLC', 'PLACE', 'LOC', 'LOCATION', 'GPE']);
const personNames = new Set(['PPL', 'PERSON', 'PER']);

/** The labels of a file tell how it was annotated. */
const conventionOfLabel: Readonly<Record<string, SpanConvention>> = {
  PLC: 'nerp',
  PLACE: 'nergrit',
  LOC: 'idner',
};

function conventionOf(tags: readonly string[]): SpanConvention {
  for (const tag of tags) {
    const convention = conventionOfLabel[tag.slice(2)];
    if (convention) return convention;
  }
  return 'common';
}

function spanTag(tag: string): SpanTag {
  const [position, name = ''] = tag.split('-');
  if (placeNames.has(name)) return position === 'I' ? 'inside' : 'begins';
  if (personNames.has(name)) return 'person';
  return tag === 'O' ? 'outside' : 'otherName';
}

/** Token files: `word<TAB or blank>tag` a line, a blank line between sentences (NERP, NERGrit, idner-news-2k). */
export function readTaggedTexts(path: string): TaggedText[] {
  const sentences = readText(path)
    .split(/\r?\n\s*\r?\n/)
    .map((sentence) =>
      sentence
        .split(/\r?\n/)
        .map((line) => line.trim().split(/\s+/))
        .filter((cells) => cells.length > 1),
    )
    .filter((lines) => lines.length > 0);
  const convention = conventionOf(sentences.flat().map((cells) => cells.at(-1)!));
  return sentences.map((lines) => ({
    words: lines.map((cells) => cells[0]!),
    tags: lines.map((cells) => spanTag(cells.at(-1)!)),
    convention,
  }));
}

export interface LocatedComplaint {
  readonly text: string;
  readonly district: string;
}

/** NDJSON with `text` and `district`; lines without a district cannot be judged and are left out. */
export function readLocatedComplaints(path: string): LocatedComplaint[] {
  return readText(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { text?: string; district?: string | null })
    .flatMap(({ text, district }) => (text && district ? [{ text, district }] : []));
}

/** Rows of a TSV with a header, by column name. */
export function readTable(path: string): Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readText(path).split(/\r?\n/);
  const names = header.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? String(at), cell])));
}

export function readLines(path: string): string[] {
  return readText(path).split(/\r?\n/);
}
