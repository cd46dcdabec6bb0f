import { ownAmbiguousNames } from './ambiguous-names.js';
import { NameBeginnings } from './name-beginnings.js';
import { emptyNameHash, extendNameHash } from './name-hash.js';
import { NameKeys } from './name-keys.js';
import { ordinaryWords, peopleNames } from './ordinary-words.js';
import { placeAliases } from './place-aliases.js';
import type { PlaceLevel, PlaceRow } from './place-rows.js';

/** Rows of the country are about 92,000; a table of ten times that is a mistake. */
const rowsMax = 1_000_000;

export const levelProvince = 0;
export const levelRegency = 1;
export const levelDistrict = 2;
export const levelVillage = 3;
const levelNumbers: Record<PlaceLevel, number> = {
  province: levelProvince,
  regency: levelRegency,
  district: levelDistrict,
  village: levelVillage,
};

/** Flags of an entry's name: it is also an ordinary word, or also a person's name. */
export const nameIsWord = 1;
export const nameIsPerson = 2;

/**
 * All places by name, in about a dozen flat arrays: 92,000 objects would cost ten times the memory.
 * A *row* is a place; an *entry* is a name of a row (nicknames are further entries of the same row).
 */
export interface Gazetteer {
  readonly size: number;
  /** Joined texts with their offsets. */
  readonly codes: string;
  readonly codeStarts: Uint32Array;
  readonly names: string;
  readonly nameStarts: Uint32Array;
  /** Per row: level 0–3, the parent's row or -1, 1 when a regency is a kota. */
  readonly levels: Uint8Array;
  readonly parents: Int32Array;
  readonly isCity: Uint8Array;
  /** Open addressing by the hash of the code: row + 1, 0 = empty. */
  readonly codeSlots: Int32Array;
  /** Per entry: its row, name key and flags, next entry of the same name or -1. */
  readonly entryRows: Int32Array;
  readonly hashes: Uint32Array;
  readonly keys: string;
  readonly keyStarts: Uint32Array;
  readonly flags: Uint8Array;
  readonly nextEntry: Int32Array;
  /** Open addressing by the hash of the name: first entry + 1, 0 = empty. Length is a power of two. */
  readonly slots: Int32Array;
  /** Per first entry of a name: the highest level (smallest number) that any place of that name has. */
  readonly highestLevels: Uint8Array;
  /** The beginnings of all names, for `mayBeginName`. */
  readonly beginnings: Uint8Array;
  /** Words in the longest name that is worth trying, and characters of its key. */
  readonly nameWordsMax: number;
  readonly keyCharactersMax: number;
}

const kindWords = /^(kabupaten|kota|kab\.?)\s+(administrasi\s+|adm\.?\s+)?/i;

/** `KOTA ADMINISTRASI JAKARTA PUSAT` → `JAKARTA PUSAT`: the bare name that people write. */
const bareName = (row: PlaceRow): string =>
  row.level === 'regency' ? row.name.replace(kindWords, '') : row.name;

function pack(texts: readonly string[]): { text: string; starts: Uint32Array } {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = starts[index]! + text.length;
  });
  return { text: texts.join(''), starts };
}

interface RowTables {
  readonly codes: string[];
  readonly names: string[];
  readonly levels: number[];
  readonly parents: number[];
  readonly isCity: number[];
  /** Per entry: its row, and its name's key. */
  readonly entryRows: number[];
  readonly keys: NameKeys;
}

function readRows(rows: Iterable<PlaceRow>, keys: NameKeys): RowTables {
  const tables: RowTables = {
    codes: [],
    names: [],
    levels: [],
    parents: [],
    isCity: [],
    entryRows: [],
    keys,
  };
  const parentOf = parentFinder();
  for (const row of rows) {
    const index = tables.levels.length;
    if (index >= rowsMax) throw new RangeError(`A gazetteer holds at most ${rowsMax} places`);
    tables.parents.push(parentOf(row, index));
    tables.codes.push(row.code);
    tables.names.push(row.name);
    tables.levels.push(levelNumbers[row.level]);
    tables.isCity.push(row.level === 'regency' && /^kota /i.test(row.name) ? 1 : 0);
    if (keys.add(bareName(row))) tables.entryRows.push(index);
  }
  return tables;
}

/** Finds the row of a parent that has come. Siblings follow each other, and a village has no children to be found by. */
function parentFinder(): (row: PlaceRow, index: number) => number {
  const rowByCode = new Map<string, number>([['', -1]]);
  let [lastCode, lastRow] = ['', -1];
  return ({ code, parentCode, level }, index) => {
    if (parentCode !== lastCode) {
      const parent = rowByCode.get(parentCode);
      if (parent === undefined) throw new RangeError(`Place ${code} comes before its parent ${parentCode}`);
      [lastCode, lastRow] = [parentCode, parent];
    }
    if (level !== 'village') rowByCode.set(code, index);
    return lastRow;
  };
}

/** Nicknames point at rows by official name, so that a changed code does not break them. */
function addAliases({ levels, entryRows, keys }: RowTables): void {
  const rowsByKey = new Map<string, number[]>();
  entryRows.forEach((row, entry) => {
    if (levels[row]! > levelRegency) return;
    const key = keys.keyOf(entry);
    rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), row]);
  });
  for (const [alias, officialKey, level] of placeAliases) {
    for (const row of rowsByKey.get(officialKey) ?? [])
      if (levels[row] === levelNumbers[level] && keys.add(alias)) entryRows.push(row);
  }
}

function flagsByHash(): Map<number, number> {
  const flags = new Map<number, number>();
  for (const [names, flag] of [
    [ordinaryWords, nameIsWord],
    [ownAmbiguousNames, nameIsWord],
    [peopleNames, nameIsPerson],
  ] as const)
    for (const name of names.split(/\s+/)) {
      const hash = extendNameHash(emptyNameHash, name);
      flags.set(hash, (flags.get(hash) ?? 0) | flag);
    }
  return flags;
}

/** Twice as many slots as things, at least: chains stay short. */
const emptySlots = (things: number): Int32Array =>
  new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, things * 2))));

function indexCodes(codes: readonly string[]): Int32Array {
  const slots = emptySlots(codes.length);
  codes.forEach((code, row) => {
    let slot = extendNameHash(emptyNameHash, code) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row + 1;
  });
  return slots;
}

function indexNames({ entryRows, keys, levels }: RowTables) {
  const known = flagsByHash();
  const slots = emptySlots(keys.length);
  const nextEntry = new Int32Array(keys.length).fill(-1);
  const flags = new Uint8Array(keys.length);
  const highestLevels = new Uint8Array(keys.length);
  for (let entry = 0; entry < keys.length; entry += 1) {
    const hash = keys.hashOf(entry);
    const level = levels[entryRows[entry]!]!;
    if (level > levelRegency) flags[entry] = known.get(hash) ?? 0;
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && !keys.areEqual(slots[slot]! - 1, entry))
      slot = (slot + 1) & (slots.length - 1);
    // The newest entry goes first in the chain, which costs nothing; order is decided when a mention is resolved.
    const next = slots[slot]! - 1;
    nextEntry[entry] = next;
    highestLevels[entry] = next < 0 ? level : Math.min(level, highestLevels[next]!);
    slots[slot] = entry + 1;
  }
  return { slots, nextEntry, flags, highestLevels };
}

/**
 * Builds the index of names. Rows come parents first (see `readPlaceRows`).
 * @throws RangeError when a row names a parent that has not come yet
 */
export function buildGazetteer(rows: Iterable<PlaceRow>): Gazetteer {
  const beginnings = new NameBeginnings();
  const tables = readRows(rows, new NameKeys(beginnings));
  addAliases(tables);
  const codes = pack(tables.codes);
  const names = pack(tables.names);
  const keys = tables.keys.packed();
  return {
    size: tables.levels.length,
    codes: codes.text,
    codeStarts: codes.starts,
    names: names.text,
    nameStarts: names.starts,
    levels: Uint8Array.from(tables.levels),
    parents: Int32Array.from(tables.parents),
    isCity: Uint8Array.from(tables.isCity),
    codeSlots: indexCodes(tables.codes),
    entryRows: Int32Array.from(tables.entryRows),
    keys: keys.text,
    keyStarts: keys.starts,
    hashes: keys.hashes,
    ...indexNames(tables),
    beginnings: beginnings.bits,
    nameWordsMax: 5,
    keyCharactersMax: tables.keys.longest(),
  };
}
