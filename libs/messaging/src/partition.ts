/**
 * 32-bit murmur2 of `bytes`, as Kafka's Java client computes it (signed result), so that a key lands in the
 * same partition whichever adapter carries the stream.
 * Source: org.apache.kafka.common.utils.Utils.murmur2, seed 0x9747b28c.
 */
export function murmur2(bytes: Uint8Array): number {
  const multiplier = 0x5bd1e995;
  const length = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const wordsEnd = length - (length % 4);
  let hash = 0x9747b28c ^ length;
  for (let at = 0; at < wordsEnd; at += 4) {
    let word = Math.imul(view.getInt32(at, true), multiplier);
    word = Math.imul(word ^ (word >>> 24), multiplier);
    hash = Math.imul(hash, multiplier) ^ word;
  }
  const tail = length - wordsEnd;
  if (tail === 3) hash ^= (bytes[wordsEnd + 2] ?? 0) << 16;
  if (tail >= 2) hash ^= (bytes[wordsEnd + 1] ?? 0) << 8;
  if (tail >= 1) hash = Math.imul(hash ^ (bytes[wordsEnd] ?? 0), multiplier);
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}

const encoder = new TextEncoder();

/** The partition of `key`, 0 … partitions − 1: Kafka's default partitioner (`toPositive(murmur2(key)) % partitions`). */
export function partitionOf(key: string, partitions: number): number {
  return partitions === 1 ? 0 : (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions;
}
