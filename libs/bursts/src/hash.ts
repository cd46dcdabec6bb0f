/**
 * Two 32-bit halves of a hash of the text's UTF-16 code units, mixed as in MurmurHash3's finaliser.
 * Not for secrets: for identities that must come out the same on every machine.
 */
export function hashPair(text: string, seed = 0): [number, number] {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    high ^= low >>> 13;
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return [high >>> 0, low >>> 0];
}

/** A number of 53 bits: one map key that needs no string. */
export function hashNumber(text: string): number {
  const [high, low] = hashPair(text);
  return (high & 0x1fffff) * 4_294_967_296 + low;
}

/** 32 bits, signed, so that V8 keeps it without a heap object. */
export function hashInteger(text: string): number {
  return hashPair(text)[0] | 0;
}

/** 128 bits as 32 hexadecimal digits. */
export function hashHex(text: string): string {
  const halves = [...hashPair(text, 0), ...hashPair(text, 0x6b656e74)];
  return halves.map((half) => half.toString(16).padStart(8, '0')).join('');
}
