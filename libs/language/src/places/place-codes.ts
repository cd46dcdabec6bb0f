import type { Gazetteer } from './gazetteer.js';
import { emptyNameHash, extendNameHash } from './name-hash.js';

/** Code of a row. */
export function codeOf(gazetteer: Gazetteer, row: number): string {
  return gazetteer.codes.slice(gazetteer.codeStarts[row]!, gazetteer.codeStarts[row + 1]!);
}

/** Row of a code; -1 for an unknown one. */
export function rowOf(gazetteer: Gazetteer, code: string): number {
  const { codeSlots } = gazetteer;
  const mask = codeSlots.length - 1;
  for (
    let slot = extendNameHash(emptyNameHash, code) & mask;
    codeSlots[slot] !== 0;
    slot = (slot + 1) & mask
  ) {
    const row = codeSlots[slot]! - 1;
    if (codeOf(gazetteer, row) === code) return row;
  }
  return -1;
}

/** Codes from the place itself up to its province; empty for an unknown code. */
export function placeAncestry(gazetteer: Gazetteer, code: string): string[] {
  const codes: string[] = [];
  for (let row = rowOf(gazetteer, code); row >= 0; row = gazetteer.parents[row]!)
    codes.push(codeOf(gazetteer, row));
  return codes;
}

const shortForms = new Set(['DKI']);

/** `KOTA SURABAYA` → `Kota Surabaya`; names that already have small letters stay. */
function titleCase(name: string): string {
  if (/[a-z]/.test(name)) return name;
  return name
    .split(' ')
    .map((word) => (shortForms.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ')
    .replace(/ Dan /g, ' dan ');
}

/** Name for people to read, as in `Kota Surabaya`; undefined for an unknown code. */
export function placeName(gazetteer: Gazetteer, code: string): string | undefined {
  const row = rowOf(gazetteer, code);
  if (row < 0) return undefined;
  return titleCase(gazetteer.names.slice(gazetteer.nameStarts[row]!, gazetteer.nameStarts[row + 1]!));
}
