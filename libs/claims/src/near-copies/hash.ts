/** FNV-1a over UTF-16 units with a final mix (murmur3's), 32 bits. Not for secrets: it only has to spread. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix32(hash);
}

export function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 bits as 16 hexadecimal digits. Two million texts collide with a chance of about one in ten million. */
export function hash64Hex(text: string): string {
  const first = hash32(text);
  const second = hash32(text, 0x9747b28c);
  return first.toString(16).padStart(8, '0') + second.toString(16).padStart(8, '0');
}
