import type { Gazetteer } from './gazetteer.js';
import { mayBeginName } from './name-beginnings.js';
import { emptyNameHash, extendNameHash, nameUnit } from './name-hash.js';
import type { NamePiece } from './name-pieces.js';

/** A run of pieces that is a name in the gazetteer. `entry` is the first entry of that name. */
export interface NameRun {
  readonly first: number;
  /** Piece behind the last one. */
  readonly end: number;
  readonly entry: number;
}

/** Whether the letters and digits of the pieces `first` to `end` are those of the entry's name. */
function spells(
  gazetteer: Gazetteer,
  entry: number,
  pieces: readonly NamePiece[],
  first: number,
  end: number,
): boolean {
  const { keys, keyStarts } = gazetteer;
  let at = keyStarts[entry]!;
  const keyEnd = keyStarts[entry + 1]!;
  for (let i = first; i < end; i += 1) {
    const { norm } = pieces[i]!;
    for (let j = 0; j < norm.length; j += 1) {
      const unit = nameUnit(norm.charCodeAt(j));
      if (unit === 0) continue;
      if (at >= keyEnd || keys.charCodeAt(at) !== unit) return false;
      at += 1;
    }
  }
  return at === keyEnd;
}

/** First entry of the name that the pieces spell; -1 when there is none. */
function findEntry(
  gazetteer: Gazetteer,
  hash: number,
  pieces: readonly NamePiece[],
  first: number,
  end: number,
): number {
  const { slots, hashes } = gazetteer;
  const mask = slots.length - 1;
  for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
    const entry = slots[slot]! - 1;
    if (hashes[entry] === hash && spells(gazetteer, entry, pieces, first, end)) return entry;
  }
  return -1;
}

/** A word of one or two letters may not help to build a name that is one word: `me dan` is not Medan. */
function isStitched(
  gazetteer: Gazetteer,
  pieces: readonly NamePiece[],
  { first, end, entry }: NameRun,
): boolean {
  let hasShortWord = false;
  for (let i = first; i < end; i += 1) if (pieces[i]!.norm.length < 3) hasShortWord = true;
  if (!hasShortWord || end - first < 2) return false;
  const row = gazetteer.entryRows[entry]!;
  const name = gazetteer.names.slice(gazetteer.nameStarts[row]!, gazetteer.nameStarts[row + 1]!);
  return name.split(/[\s-]+/).length < end - first;
}

/** Adds the names that start at piece `first`, the longest first; at most `nameWordsMax` of them. */
function addNamesAt(
  gazetteer: Gazetteer,
  pieces: readonly NamePiece[],
  first: number,
  into: NameRun[],
): void {
  const before = into.length;
  let hash = emptyNameHash;
  let characters = 0;
  const limit = Math.min(pieces.length, first + gazetteer.nameWordsMax);
  for (let i = first; i < limit; i += 1) {
    const piece = pieces[i]!;
    if (i > first && (piece.gap !== 'blank' || piece.inHashtag !== pieces[first]!.inHashtag)) break;
    characters += piece.norm.length;
    if (characters > gazetteer.keyCharactersMax + 8) break;
    hash = extendNameHash(hash, piece.norm);
    // Most words end here: nothing is called what they and the words behind them spell.
    if (!mayBeginName(gazetteer.beginnings, hash)) break;
    const entry = findEntry(gazetteer, hash, pieces, first, i + 1);
    if (entry < 0) continue;
    const run = { first, end: i + 1, entry };
    if (!isStitched(gazetteer, pieces, run)) into.push(run);
  }
  if (into.length - before > 1) into.push(...into.splice(before).reverse());
}

/** All runs of pieces that are names, by where they start, the longest first. */
export function findNames(gazetteer: Gazetteer, pieces: readonly NamePiece[]): NameRun[] {
  const found: NameRun[] = [];
  for (let first = 0; first < pieces.length; first += 1) addNamesAt(gazetteer, pieces, first, found);
  return found;
}
