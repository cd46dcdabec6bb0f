import type { CorrectedPost } from '@kentongan/contracts';

/** Tells spreadsheet programs that the file is UTF-8. */
export const byteOrderMark = '\ufeff';

// Full-width signs count: spreadsheet programs in East Asian locales read them as the plain ones. Leading quotes are
// part of the pattern, so that taking one quote off gives back every text exactly.
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

type Cell = string | number | null | undefined;

const columns: readonly (readonly [name: string, cell: (post: CorrectedPost) => Cell])[] = [
  ['postId', (post) => post.postId],
  ['createdAt', (post) => post.createdAt],
  ['fetchedAt', (post) => post.fetchedAt],
  ['platform', (post) => post.platform],
  ['sources', (post) => post.foundBy.join(' ')],
  ['url', (post) => post.url],
  ['text', (post) => post.text],
  ['authorKind', (post) => post.authorKind],
  ['authorName', (post) => post.authorName],
  ['language', (post) => post.analysis.language.code],
  ['sentiment', (post) => post.analysis.sentiment.label],
  ['postType', (post) => post.analysis.postType.label],
  ['correctedParts', (post) => partsOf(post).join(' ')],
  ['subjects', (post) => post.analysis.subjects.join(' ')],
  ['places', (post) => post.analysis.places.map((mention) => mention.codes[0]).join(' ')],
  ['hashtags', (post) => post.analysis.hashtags.join(' ')],
  ['similarFactId', (post) => post.analysis.hoaxMatch?.factId],
  ['similarityLevel', (post) => post.analysis.hoaxMatch?.level],
  ['likes', (post) => post.likes],
  ['retweets', (post) => post.retweets],
  ['replies', (post) => post.replies],
  ['views', (post) => post.views],
  ['revision', (post) => post.revision],
];

/** Parts that a person corrected: a table of labels has to say whose they are. */
const partsOf = ({ corrections }: CorrectedPost): string[] => [
  ...new Set(corrections?.labels.map(({ part }) => part)),
];

/** The author's key stays behind: it would let two exports be joined into one person's profile. */
export const csvHeader = csvLine(columns.map(([name]) => name));

export const csvRow = (post: CorrectedPost): string => csvLine(columns.map(([, cell]) => cell(post)));

/** One line as RFC 4180 has it; a cell that a spreadsheet would run as a formula gets a leading quote (ASVS 1.2.10). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
