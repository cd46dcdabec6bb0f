import { emptyNameHash } from './name-hash.js';

/** Bits of the set: the country's names have half a million beginnings, so that about one wrong one in twenty passes. */
const beginningBits = 2 ** 23;

const bitOf = (hash: number): number => (hash ^ (hash >>> 9)) & (beginningBits - 1);

/** A bit for each beginning of each name, by its hash, the empty beginning included. */
export class NameBeginnings {
  readonly bits = new Uint8Array(beginningBits / 8);

  constructor() {
    this.add(emptyNameHash);
  }

  add(hash: number): void {
    const bit = bitOf(hash);
    this.bits[bit >>> 3]! |= 1 << (bit & 7);
  }
}

/** Whether a name may begin with the letters hashed. A false "yes" costs a further look, a "no" is sure. */
export function mayBeginName(beginnings: Uint8Array, hash: number): boolean {
  const bit = bitOf(hash);
  return ((beginnings[bit >>> 3]! >>> (bit & 7)) & 1) === 1;
}
