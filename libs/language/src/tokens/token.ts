export type TokenKind = 'word' | 'number' | 'hashtag' | 'mention' | 'link' | 'emoji' | 'punctuation';

/** One piece of a post. Blanks, controls and lone surrogates between tokens belong to no token. */
export interface Token {
  readonly kind: TokenKind;
  /** As written: `source.slice(start, end)`. */
  readonly text: string;
  /**
   * The form to compare: lower case, NFKC, without invisible characters, lengthened letters and stacked accents;
   * `anak2` and `anak²` become `anak-anak`. Hashtags and mentions keep their sign, a run of one punctuation mark is one mark.
   * At most `normCharactersMax` characters of the token are looked at.
   */
  readonly norm: string;
  /** UTF-16 offset into the source text. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
  /** The standard form of a colloquial word (may be several words), where the slang table knows it. */
  readonly slang?: string;
  /** The words of a hashtag: `#BanjirSemarang` → `banjir`, `semarang`. */
  readonly parts?: readonly string[];
}
