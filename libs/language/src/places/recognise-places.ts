import type { PlaceMention } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { findNames, type NameRun } from './find-names.js';
import { type Gazetteer, levelDistrict } from './gazetteer.js';
import { type NamePiece, namePieces } from './name-pieces.js';
import type { OwnNames } from './own/own-names.js';
import { ownContext, withOwnPlaces } from './own/own-places.js';
import { codeOf, rowOf } from './place-codes.js';
import { cueBefore, goesOnBehind, type PlaceCue } from './place-cues.js';
import { type MarkedPost, runChances } from './place-evidence.js';
import {
  canBePlace,
  type NameScene,
  type PlaceContext,
  type Reading,
  type RootArea,
  resolveName,
} from './resolve-name.js';
import type { SpanModel } from './spans/span-model.js';

/** Of one post; further ones say nothing new. */
const mentionsMax = 20;

export interface PlaceOptions {
  /** Codes of the governed area; empty = the whole country. Unknown codes are left out. */
  readonly roots: readonly string[];
  /** Codes of where the post's source is at home; they decide between namesakes where nothing else does. */
  readonly home?: readonly string[];
  /** The trained marker, which decides what is a place. Without it the words around a name decide alone. */
  readonly marker?: SpanModel;
  /** What the region's desk lists and its officers corrected. */
  readonly ownNames?: OwnNames;
}

const none: ReadonlySet<number> = new Set();

const rowsOf = (gazetteer: Gazetteer, codes: readonly string[]): ReadonlySet<number> =>
  new Set(codes.map((code) => rowOf(gazetteer, code)).filter((row) => row >= 0));

function rootArea(gazetteer: Gazetteer, roots: readonly string[]): RootArea {
  const rows = rowsOf(gazetteer, roots);
  return { rows, isLocal: rows.size > 0 && [...rows].every((row) => gazetteer.levels[row]! > 0) };
}

/** Whether the writer uses capitals as books do: some words begin with one, most do not. */
function writesCapitals(pieces: readonly NamePiece[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const piece of pieces) {
    if (piece.inHashtag || piece.opensSentence) continue;
    words += 1;
    if (startsLarge(piece.text)) capitals += 1;
  }
  return capitals > 0 && capitals < words * 0.6;
}

const startsLarge = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit >= 65 && unit <= 90;
};

interface Sighting {
  readonly run: NameRun;
  readonly scene: NameScene;
  readonly canBePlace: boolean;
}

/** Names found, without those that cannot be places and cover nothing either. */
function sightingsOf(
  pieces: readonly NamePiece[],
  runs: readonly NameRun[],
  gazetteer: Gazetteer,
  roots: RootArea,
): Sighting[] {
  const sightings: Sighting[] = [];
  const capitals = writesCapitals(pieces);
  let cue: PlaceCue | undefined;
  let cueAt = -1;
  for (const run of runs) {
    const { first, end, entry } = run;
    if (!cue || cueAt !== first) cue = cueBefore(pieces, first);
    cueAt = first;
    const { text, inHashtag, opensSentence } = pieces[first]!;
    const large = startsLarge(text);
    const scene = {
      cue,
      capital: capitals && large && !opensSentence,
      smallLetter: capitals && !large && !inHashtag,
      inHashtag,
      goesOn: goesOnBehind(pieces, end),
      chance: undefined,
      roots,
    };
    const may = canBePlace(gazetteer, entry, scene);
    if (may || scene.goesOn) sightings.push({ run, scene, canBePlace: may });
  }
  return sightings;
}

/** Asks the marker about the names that can be places. Hashtags it has never learned from. */
function weighed(
  sightings: readonly Sighting[],
  post: MarkedPost,
  gazetteer: Gazetteer,
  marker: SpanModel | undefined,
): readonly Sighting[] {
  const asked = sightings.filter(({ canBePlace, scene }) => canBePlace && !scene.inHashtag);
  if (!marker || asked.length === 0) return sightings;
  const chances = runChances(
    post,
    asked.map(({ run }) => run),
    gazetteer,
    marker,
  );
  return sightings.map((sighting) => {
    const chance = chances.get(sighting.run);
    return chance === undefined ? sighting : { ...sighting, scene: { ...sighting.scene, chance } };
  });
}

interface Found {
  readonly sighting: Sighting;
  readonly reading: Reading;
}

/** Left to right, the longest name that holds as a place wins; what it covers is not looked at again. */
function readAll(gazetteer: Gazetteer, sightings: readonly Sighting[], context: PlaceContext): Found[] {
  const found: Found[] = [];
  let free = 0;
  for (const sighting of sightings) {
    if (sighting.run.first < free) continue;
    const { run, scene } = sighting;
    const reading = sighting.canBePlace ? resolveName(gazetteer, run.entry, scene, context) : null;
    if (!reading) {
      // "Bulak Banteng Wetan" is no place known here; its beginning "Bulak" would be a wrong one.
      if (scene.goesOn) free = run.end;
      continue;
    }
    found.push({ sighting, reading });
    free = run.end;
  }
  return found;
}

/** Adds the places that stand beyond doubt and so tell which of several namesakes a name means. */
function contextOf(gazetteer: Gazetteer, found: readonly Found[], known: PlaceContext): PlaceContext {
  const named = new Set(known.named);
  const sure = new Set(known.sure);
  for (const { sighting, reading } of found) {
    const isCued = sighting.scene.cue.kind === 'level';
    for (const row of reading.rows) {
      const level = gazetteer.levels[row]!;
      if (level < levelDistrict || (level === levelDistrict && isCued)) named.add(row);
      if (level < levelDistrict && reading.rows.length === 1) sure.add(row);
    }
  }
  return { ...known, named, sure };
}

function mentionOf(
  gazetteer: Gazetteer,
  pieces: readonly NamePiece[],
  { sighting, reading }: Found,
): PlaceMention {
  const { run, scene } = sighting;
  return {
    start: pieces[scene.cue.firstPiece]!.start,
    end: pieces[run.end - 1]!.end,
    codes: reading.rows.map((row) => codeOf(gazetteer, row)),
    confidence: Math.round(reading.confidence * 100) / 100,
  };
}

function readNames(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  { roots, marker }: PlaceOptions,
  known: PlaceContext,
): PlaceMention[] {
  const pieces = namePieces(tokens);
  const runs = findNames(gazetteer, pieces);
  const seen = sightingsOf(pieces, runs, gazetteer, rootArea(gazetteer, roots));
  if (seen.length === 0) return [];
  const sightings = weighed(seen, { tokens, pieces, runs }, gazetteer, marker);
  const alone = readAll(gazetteer, sightings, known);
  const context = contextOf(gazetteer, alone, known);
  const found = context.named.size === known.named.size ? alone : readAll(gazetteer, sightings, context);
  return found.map((each) => mentionOf(gazetteer, pieces, each));
}

/**
 * Places that a post mentions, in order. The marker and the words around a name decide whether it is a place; a name that
 * is also an ordinary word counts only behind a cue (*kelurahan Made*); villages count behind a cue, inside the desk's own
 * area, or beside their regency. Namesakes are told apart by the places the text mentions, by `roots` and by `home`, and stay
 * open (several codes, lower confidence) where nothing tells. The region's own names come before the gazetteer's.
 * Time is linear in the number of tokens.
 */
export function recognisePlaces(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  options: PlaceOptions,
): PlaceMention[] {
  const own = options.ownNames?.find(tokens) ?? [];
  const known = {
    named: ownContext(gazetteer, own),
    sure: none,
    home: rowsOf(gazetteer, options.home ?? []),
  };
  const mentions = readNames(tokens, gazetteer, options, known);
  return (own.length === 0 ? mentions : withOwnPlaces(gazetteer, mentions, own)).slice(0, mentionsMax);
}
