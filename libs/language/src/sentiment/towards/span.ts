/** UTF-16 offsets into the post, as those of tokens. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
