/** Why an entry of a file is no fact: a closed union, worded by the interface with what to do about it. */
export type ImportProblemCode =
  | 'badJson'
  | 'notAnObject'
  | 'entryTooLong'
  | 'unclosedQuote'
  | 'noHeader'
  | 'noId'
  | 'noTitle'
  | 'badDate'
  | 'badField'
  | 'noReview'
  | 'tooMany';

/** One entry that was not taken. */
export interface ImportProblem {
  /** Line of the file on which the entry begins, from 1. */
  readonly line: number;
  /** The entry's place in the file, from 1: a file may be a single line. */
  readonly entry: number;
  readonly code: ImportProblemCode;
  /** The value or the name of the field that was wrong, at most 100 characters. */
  readonly value?: string;
}
