import {
  type Gazetteer,
  levelDistrict,
  levelRegency,
  levelVillage,
  nameIsPerson,
  nameIsWord,
} from './gazetteer.js';
import { chanceFloor, chanceFloors, temperedConfidence } from './marker-chance.js';
import { isLevelWord } from './own/own-words.js';
import type { PlaceCue } from './place-cues.js';
import { isAbroad } from './spans/world-names.js';
import { verbLikeRegencies, wordLikeRegencies } from './word-like-names.js';

/** A mention names at most this many places; beyond that nothing is known. */
const codesMax = 8;

/** What is known about the text around a name. */
export interface NameScene {
  readonly cue: PlaceCue;
  /** A capital that says something: inside a sentence of a text that uses small letters too. */
  readonly capital: boolean;
  /** A small first letter in a text that writes other names with capitals. */
  readonly smallLetter: boolean;
  readonly inHashtag: boolean;
  /** Words behind make it a longer name that the gazetteer does not know. */
  readonly goesOn: boolean;
  /** How likely the words are part of a place's name, by the trained marker; undefined where none was asked. */
  readonly chance: number | undefined;
  readonly roots: RootArea;
}

/** Rows of places that speak for one namesake or another. */
export interface PlaceContext {
  /** What the text mentions; of namesakes all. */
  readonly named: ReadonlySet<number>;
  /** What the text mentions without namesakes. */
  readonly sure: ReadonlySet<number>;
  /** Where its source is at home. */
  readonly home: ReadonlySet<number>;
}

/** The area that the desk governs. */
export interface RootArea {
  readonly rows: ReadonlySet<number>;
  /** A city or regency, where village names are few enough to be known by everybody. */
  readonly isLocal: boolean;
}

/** Rows that a name may mean, best first, and how sure that is. */
export interface Reading {
  readonly rows: readonly number[];
  readonly confidence: number;
}

interface Candidate {
  readonly row: number;
  readonly level: number;
  readonly inRoots: boolean;
  /** How much speaks for this row: a district named beside it 4, a regency or itself 3, the desk's area 2, a province or the source's home 1. */
  readonly support: number;
}

function supportOf(
  gazetteer: Gazetteer,
  row: number,
  scene: NameScene,
  context: PlaceContext,
): { inRoots: boolean; support: number } {
  let inRoots = scene.roots.rows.has(row);
  let isHome = context.home.has(row);
  let support = context.sure.has(row) ? 3 : 0;
  for (let up = gazetteer.parents[row]!; up >= 0; up = gazetteer.parents[up]!) {
    inRoots ||= scene.roots.rows.has(up);
    isHome ||= context.home.has(up);
    if (!context.named.has(up)) continue;
    const level = gazetteer.levels[up];
    support += level === levelDistrict ? 4 : level === levelRegency ? 3 : 1;
  }
  return { inRoots, support: support + (inRoots ? 2 : 0) + (isHome ? 1 : 0) };
}

function candidatesOf(
  gazetteer: Gazetteer,
  entry: number,
  scene: NameScene,
  context: PlaceContext,
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = entry; at >= 0; at = gazetteer.nextEntry[at]!) {
    const row = gazetteer.entryRows[at]!;
    found.push({ row, level: gazetteer.levels[row]!, ...supportOf(gazetteer, row, scene, context) });
  }
  // Cities before regencies of the same name: who writes only "Tegal" more often means the city.
  return found.sort(
    (a, b) =>
      b.support - a.support ||
      a.level - b.level ||
      gazetteer.isCity[b.row]! - gazetteer.isCity[a.row]! ||
      a.row - b.row,
  );
}

/** Only those with the most support; a name that is borne by too many places alike means none of them. */
function reading(candidates: readonly Candidate[], confidence: number): Reading | null {
  const best = candidates[0];
  if (!best) return null;
  const rows = candidates.filter((candidate) => candidate.support === best.support).map(({ row }) => row);
  if (rows.length > codesMax) return null;
  return { rows, confidence: rows.length === 1 ? confidence : confidence * 0.7 };
}

function keyOf(gazetteer: Gazetteer, entry: number): string {
  return gazetteer.keys.slice(gazetteer.keyStarts[entry]!, gazetteer.keyStarts[entry + 1]!);
}

/** Behind *kecamatan*, *desa*, *bupati* …: the level is known. */
function readByLevel(
  gazetteer: Gazetteer,
  candidates: Candidate[],
  isWord: boolean,
  scene: NameScene,
): Reading | null {
  const { level, isCity } = scene.cue;
  const sameLevel = candidates.filter((candidate) => candidate.level === level);
  const sameKind =
    isCity === undefined
      ? sameLevel
      : sameLevel.filter(({ row }) => (gazetteer.isCity[row] === 1) === isCity);
  const fitting = sameKind.length > 0 ? sameKind : sameLevel;
  const supported = fitting.filter((candidate) => candidate.support > 0);
  // "desa yang", "kota besar": grammar, not names, though both names exist.
  if (isWord && level! >= levelDistrict)
    return scene.capital || supported.length > 0 ? reading(supported, 0.75) : null;
  if (fitting.length > 0) return reading(fitting, 0.95);
  if (level! < levelDistrict && !scene.roots.isLocal) return null;
  return reading(
    candidates.filter((candidate) => candidate.level >= levelDistrict && candidate.support > 1),
    0.6,
  );
}

const isSure = ({ chance }: NameScene): boolean => chance !== undefined && chance >= chanceFloors.sure;

/** A province or regency, without a word that says so. All of that name stay open. */
function readLarge(
  candidates: Candidate[],
  large: Candidate[],
  key: string,
  scene: NameScene,
): Reading | null {
  const isOurs = large.some(({ inRoots }) => inRoots);
  // "smg" is Semarang to its desk, and *semoga* to everybody.
  if (wordLikeRegencies.has(key) && scene.chance !== undefined && scene.chance < chanceFloors.elsewhere)
    return null;
  const isLikely = scene.capital || isOurs || isSure(scene);
  if (verbLikeRegencies.has(key) && !isLikely) return null;
  if (wordLikeRegencies.has(key) && !isLikely && scene.cue.kind !== 'place') return null;
  const local = candidates.filter(({ level, inRoots }) => level >= levelDistrict && inRoots);
  if (scene.roots.isLocal && local.length > 0 && !isOurs)
    return { rows: [...local, ...large].slice(0, codesMax).map(({ row }) => row), confidence: 0.5 };
  // Namesakes (Tegal) come with the most support first: one that has more than the next is meant.
  const [best, next] = large;
  if (best && (!next || best.support > next.support))
    return { rows: [best.row], confidence: next ? 0.75 : 0.9 };
  return { rows: large.slice(0, codesMax).map(({ row }) => row), confidence: 0.65 };
}

function readDistrict(candidates: Candidate[], keyLength: number, scene: NameScene): Reading | null {
  const districts = candidates.filter(({ level }) => level === levelDistrict);
  const supported = districts.filter(({ support }) => support > 1);
  const cued = scene.cue.kind === 'place';
  if (supported.length > 0) return reading(supported, cued || scene.capital ? 0.85 : 0.75);
  if (scene.smallLetter || scene.inHashtag || districts.length === 0) return null;
  if (districts.length > (isSure(scene) ? codesMax : 2)) return null;
  // Whoever writes to the desk of a city means the village next door, not a district of that name an island away.
  if (scene.roots.isLocal && candidates.some(({ inRoots }) => inRoots)) return null;
  return keyLength >= 6 && (cued || scene.capital) ? reading(districts, 0.5) : null;
}

function readVillage(candidates: Candidate[], scene: NameScene): Reading | null {
  const cued = scene.cue.kind === 'place';
  const isNear = ({ inRoots, support }: Candidate): boolean =>
    support >= (inRoots ? 5 : 3) || (inRoots && (scene.roots.isLocal || cued));
  const near = candidates.filter((candidate) => candidate.level === levelVillage && isNear(candidate));
  return reading(near, cued || scene.capital ? 0.7 : 0.6);
}

/** A street is named after anything; only a name of the desk's own area is worth a guess. */
function readStreet(candidates: Candidate[]): Reading | null {
  return reading(
    candidates.filter(({ level, inRoots }) => level >= levelDistrict && inRoots),
    0.45,
  );
}

/**
 * Whether the name can be a place here at all, whatever else the text mentions. Most names found are everyday words in
 * everyday places; they go before any of their namesakes is looked at.
 */
export function canBePlace(gazetteer: Gazetteer, entry: number, scene: NameScene): boolean {
  const { kind } = scene.cue;
  if (kind === 'person' || kind === 'thing') return false;
  if (kind === 'level') return true;
  const flags = gazetteer.flags[entry]!;
  const isWord = (flags & nameIsWord) !== 0;
  if (kind === 'street') return !isWord && !scene.goesOn && scene.roots.isLocal;
  if (gazetteer.highestLevels[entry]! <= levelRegency) return true;
  if (scene.goesOn || kind === 'institution') return false;
  const key = keyOf(gazetteer, entry);
  if (isLevelWord(key) || isAbroad(key)) return false;
  if (isWord && !(scene.capital && kind === 'place')) return false;
  if ((flags & nameIsPerson) !== 0 && kind !== 'place') return false;
  return !scene.smallLetter || scene.roots.isLocal;
}

/** What the name `entry`, which can be a place, means where it stands, or null when it is not a place here. */
export function resolveName(
  gazetteer: Gazetteer,
  entry: number,
  scene: NameScene,
  context: PlaceContext,
): Reading | null {
  const candidates = candidatesOf(gazetteer, entry, scene, context);
  const isOurs = candidates.some(({ inRoots }) => inRoots);
  if (scene.chance !== undefined && scene.chance < chanceFloor(scene.cue.kind === 'level', isOurs))
    return null;
  const read = readCandidates(gazetteer, entry, scene, candidates);
  return read && { ...read, confidence: temperedConfidence(read.confidence, scene.chance) };
}

/** An everyday word is a place only in the own area or beside its regency, and where the marker does not speak against it. */
const isOurWord = (candidates: readonly Candidate[], { chance }: NameScene): boolean =>
  candidates.some(({ inRoots, support }) => inRoots || support >= 3) &&
  (chance === undefined || chance >= chanceFloors.everydayWord);

function readCandidates(
  gazetteer: Gazetteer,
  entry: number,
  scene: NameScene,
  candidates: Candidate[],
): Reading | null {
  const isWord = (gazetteer.flags[entry]! & nameIsWord) !== 0;
  if (scene.cue.kind === 'level') return readByLevel(gazetteer, candidates, isWord, scene);
  if (scene.cue.kind === 'street') return readStreet(candidates);
  const large = candidates.filter(({ level }) => level <= levelRegency);
  const key = keyOf(gazetteer, entry);
  if (large.length > 0) return readLarge(candidates, large, key, scene);
  if (isWord && !isOurWord(candidates, scene)) return null;
  return readDistrict(candidates, key.length, scene) ?? readVillage(candidates, scene);
}
