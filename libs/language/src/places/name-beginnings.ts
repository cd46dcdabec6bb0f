import { emptyNameHash, extendNameHash } from './name-hash.js';

/** Bits of the set: the country's names have half a million beginnings, so that about one wrong one in twenty passes. */
const beginningBits = 2 ** 23;

const bitOf = (hash: number): number => (hash ^ (hash >>> 9)) & (beginningBits - 1);

/** A bit for each beginning of each name, by its hash, the empty beginning included. */
export function indexBeginnings(keys: readonly string[]): Uint8Array {
  const bits = new Uint8Array(beginningBits / 8);
  for (const key of keys) {
    let hash = emptyNameHash;
    for (let length = 0; length <= key.length; length += 1) {
      const bit = bitOf(hash);
      bits[bit >>> 3]! |= 1 << (bit & 7);
      hash = extendNameHash(hash, key.charAt(length));
    }
  }
  return bits;
}

/** Whether a name may begin with the letters hashed. A false "yes" costs a further look, a "no" is sure. */
export function mayBeginName(beginnings: Uint8Array, hash: number): boolean {
  const bit = bitOf(hash);
  return ((beginnings[bit >>> 3]! >>> (bit & 7)) & 1) === 1;
}
