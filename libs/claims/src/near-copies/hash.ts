const firstSeed = 0x811c9dc5;
const secondSeed = 0x9747b28c;
const prime = 0x01000193;
const blank = 0x20;

/** FNV-1a over UTF-16 units with a final mix (murmur3's), 32 bits. Not for secrets: it only has to spread. */
export function hash32(text: string): number {
  let hash = firstSeed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return mix32(hash);
}

export function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 bits of words joined by blanks, as 16 hexadecimal digits. Two million texts collide with a chance of about one in ten million. */
export function hash64Hex(words: readonly string[]): string {
  let [first, second] = [firstSeed, secondSeed];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (at > 0) {
      first = Math.imul(first ^ blank, prime);
      second = Math.imul(second ^ blank, prime);
    }
    for (let i = 0; i < word.length; i += 1) {
      const unit = word.charCodeAt(i);
      first = Math.imul(first ^ unit, prime);
      second = Math.imul(second ^ unit, prime);
    }
  }
  return hexadecimal(mix32(first)) + hexadecimal(mix32(second));
}

const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');
