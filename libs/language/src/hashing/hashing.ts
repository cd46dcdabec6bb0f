/** FNV-1a over UTF-16 units, 32 bit. Features are hashed: the model needs no vocabulary and a look-up is one array read. */
export function hashOf(text: string, salt = 0): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Joins two hashes; order matters. */
export function joined(first: number, second: number): number {
  return Math.imul(first ^ (second + 0x9e3779b9 + (first << 6) + (first >>> 2)), 0x85ebca6b) >>> 0;
}

/** A hash with FNV's weak low bits spread: its uppermost bits are its bucket. */
export function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** The bucket of a hash among 2^bits. */
export function bucketOf(hash: number, bits: number): number {
  return spread(hash) >>> (32 - bits);
}
