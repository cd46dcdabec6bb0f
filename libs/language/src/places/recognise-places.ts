import type { PlaceMention } from '@kentongan/contracts';
import type { Token } from '../tokens/token.js';
import { findNames, type NameRun } from './find-names.js';
import { type Gazetteer, levelDistrict } from './gazetteer.js';
import { type NamePiece, namePieces } from './name-pieces.js';
import { codeOf, rowOf } from './place-codes.js';
import { cueBefore, goesOnBehind, type PlaceCue } from './place-cues.js';
import {
  canBePlace,
  type NameScene,
  type PlaceContext,
  type Reading,
  type RootArea,
  resolveName,
} from './resolve-name.js';

/** Of one post; further ones say nothing new. */
const mentionsMax = 20;

export interface PlaceOptions {
  /** Codes of the governed area; empty = the whole country. Unknown codes are left out. */
  readonly roots: readonly string[];
}

function rootArea(gazetteer: Gazetteer, roots: readonly string[]): RootArea {
  const rows = roots.map((code) => rowOf(gazetteer, code)).filter((row) => row >= 0);
  return { rows: new Set(rows), isLocal: rows.length > 0 && rows.every((row) => gazetteer.levels[row]! > 0) };
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
function sightingsOf(pieces: readonly NamePiece[], gazetteer: Gazetteer, roots: RootArea): Sighting[] {
  const sightings: Sighting[] = [];
  const runs = findNames(gazetteer, pieces);
  if (runs.length === 0) return sightings;
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
      roots,
    };
    const may = canBePlace(gazetteer, entry, scene);
    if (may || scene.goesOn) sightings.push({ run, scene, canBePlace: may });
  }
  return sightings;
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

/** Places that stand beyond doubt and so tell which of several namesakes a smaller name means. */
function contextOf(gazetteer: Gazetteer, found: readonly Found[]): Set<number> {
  const context = new Set<number>();
  for (const { sighting, reading } of found) {
    const isCued = sighting.scene.cue.kind === 'level';
    for (const row of reading.rows) {
      const level = gazetteer.levels[row]!;
      if (level < levelDistrict || (level === levelDistrict && isCued)) context.add(row);
    }
  }
  return context;
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

/**
 * Places that a post mentions, in order. A name that is also an ordinary word counts only behind a cue (*kelurahan Made*);
 * villages count behind a cue, inside the desk's own area, or beside their regency; namesakes are told apart by the places
 * the text mentions and by `roots`, and stay open (several codes, lower confidence) where nothing tells.
 * Time is linear in the number of tokens.
 */
export function recognisePlaces(
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  options: PlaceOptions,
): PlaceMention[] {
  const pieces = namePieces(tokens);
  const sightings = sightingsOf(pieces, gazetteer, rootArea(gazetteer, options.roots));
  if (sightings.length === 0) return [];
  const alone = readAll(gazetteer, sightings, new Set());
  const context = contextOf(gazetteer, alone);
  return (context.size === 0 ? alone : readAll(gazetteer, sightings, context))
    .slice(0, mentionsMax)
    .map((found) => mentionOf(gazetteer, pieces, found));
}
