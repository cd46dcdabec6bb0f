import { mix32 } from './hash.js';
import { signatureLength, similarity } from './min-hash.js';

/** Rows of a band: texts of similarity s share a band of r rows with probability s^r; 32 bands of 3 find s = 0.56 in 99 of 100. */
const rows = 3;
const bands = Math.floor(signatureLength / rows);

/**
 * Signatures of the last `entriesMax` texts with locality-sensitive hashing over bands (Leskovec, Rajaraman & Ullman,
 * Mining of Massive Datasets, ch. 3). All memory is taken at the start: about 600 bytes an entry. A bucket remembers the
 * newest entry only, so look-up is `bands` comparisons whatever comes.
 */
export class SignatureBands {
  private readonly signatures: Uint32Array;
  private readonly buckets: Int32Array;
  private readonly bucketMask: number;

  constructor(readonly entriesMax: number) {
    const bucketCount = 2 ** Math.ceil(Math.log2(Math.max(2, entriesMax)));
    this.signatures = new Uint32Array(entriesMax * signatureLength);
    this.buckets = new Int32Array(bands * bucketCount).fill(-1);
    this.bucketMask = bucketCount - 1;
  }

  /** Most similar entry for which `isAlive` holds, or null when none reaches `similarityMin`. */
  find(signature: Uint32Array, similarityMin: number, isAlive: (entry: number) => boolean): number | null {
    let best: number | null = null;
    let bestSimilarity = similarityMin;
    let last = -1;
    for (let band = 0; band < bands; band += 1) {
      const entry = this.buckets[this.bucketOf(signature, band)]!;
      if (entry < 0 || entry === last || entry === best || !isAlive(entry)) continue;
      last = entry;
      const found = similarity(signature, 0, this.signatures, entry * signatureLength);
      // Equal similarity: the smaller entry, so that the answer does not hang on the order of the bands.
      if (found > bestSimilarity || (found === bestSimilarity && (best === null || entry < best))) {
        best = entry;
        bestSimilarity = found;
      }
    }
    return best;
  }

  /** Stores a signature as `entry`, over whatever stood there; stale buckets are told apart by comparing. */
  put(entry: number, signature: Uint32Array): void {
    this.signatures.set(signature, entry * signatureLength);
    for (let band = 0; band < bands; band += 1) this.buckets[this.bucketOf(signature, band)] = entry;
  }

  /** The same entries in a table with more room. */
  grown(entriesMax: number): SignatureBands {
    const larger = new SignatureBands(entriesMax);
    for (let entry = 0; entry < this.entriesMax; entry += 1) {
      const offset = entry * signatureLength;
      larger.put(entry, this.signatures.subarray(offset, offset + signatureLength));
    }
    return larger;
  }

  private bucketOf(signature: Uint32Array, band: number): number {
    let hash = band + 1;
    for (let k = band * rows; k < (band + 1) * rows; k += 1)
      hash = mix32(Math.imul(hash, 31) + signature[k]!);
    return band * (this.bucketMask + 1) + (hash & this.bucketMask);
  }
}
