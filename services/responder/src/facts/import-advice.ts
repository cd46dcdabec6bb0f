import type { ImportProblemCode } from '@kentongan/claims';

/** What is wrong with an entry and what to do about it, for the terminal. */
const advice: Readonly<Record<ImportProblemCode | 'ownClarification' | 'otherRegion', string>> = {
  badJson: 'this is not complete JSON: check brackets, commas and quotes',
  notAnObject: 'an entry is an object with fields: put {"id": …, "title": …}',
  entryTooLong: 'the entry is over 250,000 characters: shorten it or split the file',
  unclosedQuote: 'a quote opens and never closes: close it, or double quotes inside a cell',
  noHeader: 'the first line names the columns, for instance id, title: add it',
  noId: 'the entry has no id: add a column id',
  noTitle: 'the entry has no title: add what is claimed in a column title',
  badDate: 'this is no date: write it as 2026-11-22',
  badField: 'the field is too long, too short or of the wrong kind: correct it',
  noReview: 'there is no ClaimReview in this entry',
  tooMany: 'the file holds more facts than one import takes: split it',
  ownClarification: 'ids that begin with own: belong to clarifications of this desk: rename it',
  otherRegion: 'a fact of another region has this id: give another source',
};

export function adviceOn(code: keyof typeof advice, value?: string): string {
  return value === undefined ? advice[code] : `${advice[code]} (${value})`;
}
