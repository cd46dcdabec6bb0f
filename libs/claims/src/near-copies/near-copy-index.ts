import type { Token } from '@kentongan/language';
import { copyWordsOf } from './copy-words.js';
import { signatureLength, signatureOf } from './min-hash.js';
import { SignatureBands } from './signature-bands.js';

/** Of words and pairs of words: two changed words in fourteen leave 0.58 of them, which is 0.7 of the words alone. */
const similarityMin = 0.56;
/** Shorter texts share their few words with strangers; only exact copies of them are grouped. */
const contentWordsMin = 8;

export interface NearCopyLimits {
  /** Texts remembered; the oldest is forgotten first. About 700 bytes each, taken at the start. */
  readonly entriesMax: number;
  /** A group nobody added to for this long is closed; a later copy opens a new one. */
  readonly silenceHoursMax: number;
}

const defaultLimits: NearCopyLimits = { entriesMax: 100_000, silenceHoursMax: 48 };

/**
 * Groups near-copies in a stream of posts: the key of a group is the key of its first text. Only first texts are
 * remembered, so a chain of small edits cannot drift into another message. The same posts in the same order give the
 * same groups.
 */
export class NearCopyIndex {
  private readonly bands: SignatureBands;
  private readonly keys: string[] = [];
  private readonly seenAt: Float64Array;
  private readonly signature = new Uint32Array(signatureLength);
  private readonly silenceMilliseconds: number;
  private next = 0;

  constructor(private readonly limits: NearCopyLimits = defaultLimits) {
    this.bands = new SignatureBands(limits.entriesMax);
    this.seenAt = new Float64Array(limits.entriesMax);
    this.silenceMilliseconds = limits.silenceHoursMax * 3_600_000;
  }

  /**
   * @param timeMilliseconds event time of the post
   * @returns the group's key (16 hexadecimal digits), or null when the text is too short to be a copy of another
   */
  groupOf(tokens: readonly Token[], timeMilliseconds: number): string | null {
    const copyWords = copyWordsOf(tokens);
    const { key } = copyWords;
    if (key === null || !copyWords.hasContentWords(contentWordsMin)) return key;
    signatureOf(copyWords.contentHashes, this.signature);
    const entry = this.bands.find(
      this.signature,
      similarityMin,
      (each) => Math.abs(timeMilliseconds - this.seenAt[each]!) <= this.silenceMilliseconds,
    );
    if (entry === null) return this.open(key, timeMilliseconds);
    this.seenAt[entry] = Math.max(this.seenAt[entry]!, timeMilliseconds);
    return this.keys[entry]!;
  }

  private open(key: string, timeMilliseconds: number): string {
    this.bands.put(this.next, this.signature);
    this.keys[this.next] = key;
    this.seenAt[this.next] = timeMilliseconds;
    this.next = (this.next + 1) % this.limits.entriesMax;
    return key;
  }
}
