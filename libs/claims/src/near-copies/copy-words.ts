import { stopwords, type Token } from '@kentongan/language';
import { stemOf } from '../terms/terms.js';
import { sketchOf } from './copy-sketch.js';
import { hash32, hash64Hex } from './hash.js';
import { signatureLength, signatureOf } from './min-hash.js';

/** A near-copy of a 20,000-character text shows in its first words; more would only cost time. */
const copyWordsMax = 400;

/** Words that a forwarding person or app puts before the text. Not one of them carries the message. */
const forwardMarks = new Set(
  'diteruskan forwarded forward fwd fw rt repost copas copast copy paste dari grup group sebelah wa teruskan share sharing sekedar sekadar viralkan sebarkan info broadcast bc'.split(
    ' ',
  ),
);
const forwardMarksMax = 8;

/** "setuju banget" and "gas terus pak" are written by a thousand people by themselves; they are no copies of each other. */
const wordsMin = 5;
const contentWordsMin = 4;
/** Shorter texts share their few words with strangers; only exact copies of them are told. */
const editedContentWordsMin = 8;

/** The words of a text that stay the same when it is passed on. What is made of them is worked out when first asked for. */
export class CopyWords {
  private madeKey: string | null | undefined;
  private madeHashes: Uint32Array | undefined;
  private madeSignature: Uint32Array | null | undefined;

  constructor(
    /** Stems of every word and number in order, without mentions, links, signs, emoji, hashtags at the end and forward marks. */
    readonly words: readonly string[],
    /** Those that are no stopwords. */
    readonly content: readonly string[],
  ) {}

  /** Key of texts that say the same words in the same order; null when the text is too short to be a copy of another. */
  get key(): string | null {
    if (this.madeKey === undefined) {
      const isShort = this.words.length < wordsMin || !this.hasContentWords(contentWordsMin);
      this.madeKey = isShort ? null : hash64Hex(this.words);
    }
    return this.madeKey;
  }

  /** Whether there are at least so many different content words. */
  hasContentWords(countMin: number): boolean {
    const different = new Set<string>();
    for (let i = 0; i < this.content.length && different.size < countMin; i += 1)
      different.add(this.content[i]!);
    return different.size >= countMin;
  }

  /** A hash of each content word, in order. */
  get contentHashes(): Uint32Array {
    this.madeHashes ??= Uint32Array.from(this.content, (word) => hash32(word));
    return this.madeHashes;
  }

  /** MinHash signature of the content words; null when the text is too short for an edited copy of it to be told. */
  get signature(): Uint32Array | null {
    if (this.madeSignature !== undefined) return this.madeSignature;
    this.madeSignature = null;
    if (this.hasContentWords(editedContentWordsMin)) {
      this.madeSignature = new Uint32Array(signatureLength);
      signatureOf(this.contentHashes, this.madeSignature);
    }
    return this.madeSignature;
  }

  /** The signature in 72 characters, by which the detector groups near-copies; null where there is none. */
  get sketch(): string | null {
    return this.key === null || this.signature === null ? null : sketchOf(this.signature);
  }
}

const wordKinds = new Set(['word', 'number', 'hashtag']);

/** Index after the last word that is not a trailing hashtag: hashtags at the end are decoration and change from copy to copy. */
function endOfText(tokens: readonly Token[]): number {
  let end = tokens.length;
  while (end > 0) {
    const { kind } = tokens[end - 1]!;
    if (kind === 'word' || kind === 'number') return end;
    end -= 1;
  }
  return 0;
}

/** Index of the first word of the message itself, after forward marks. */
function startOfText(words: readonly string[]): number {
  let start = 0;
  while (start < Math.min(words.length, forwardMarksMax) && forwardMarks.has(words[start]!)) start += 1;
  return start;
}

export function copyWordsOf(tokens: readonly Token[]): CopyWords {
  const all: string[] = [];
  const end = endOfText(tokens);
  for (let i = 0; i < end && all.length < copyWordsMax; i += 1) {
    const token = tokens[i]!;
    if (!wordKinds.has(token.kind)) continue;
    if (token.kind === 'hashtag') all.push(...(token.parts ?? []));
    else all.push(token.slang ?? token.norm);
  }
  const words: string[] = [];
  const content: string[] = [];
  for (let i = startOfText(all); i < all.length; i += 1) {
    const stem = stemOf(all[i]!);
    words.push(stem);
    if (!stopwords.has(all[i]!)) content.push(stem);
  }
  return new CopyWords(words, content);
}
