/**
 * Names are compared by their letters and digits alone: `Gunung Anyar`, `Gununganyar` and `Gunung-anyar` are one name,
 * because posts write them all. The hash is FNV-1a over those characters, so that it can be carried from word to word
 * without building a string.
 */
export const emptyNameHash = 0x811c9dc5;

/** `unit` as a lower-case letter or digit, or 0 when it does not count. */
export function nameUnit(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit;
  if (unit >= 65 && unit <= 90) return unit + 32;
  return unit >= 48 && unit <= 57 ? unit : 0;
}

/** One letter or digit further. */
export const stepNameHash = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193) >>> 0;

/** Goes on hashing from `hash` with `text`; at most `charactersMax` characters are looked at. */
export function extendNameHash(hash: number, text: string, charactersMax = 128): number {
  let value = hash;
  const end = Math.min(text.length, charactersMax);
  for (let i = 0; i < end; i += 1) {
    const unit = nameUnit(text.charCodeAt(i));
    if (unit !== 0) value = Math.imul(value ^ unit, 0x01000193);
  }
  return value >>> 0;
}
