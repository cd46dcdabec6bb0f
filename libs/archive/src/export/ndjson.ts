import type { CorrectedPost } from '@kentongan/contracts';

/** One post as one line of JSON, without the author's key (see csv.ts). */
export function ndjsonRow(post: CorrectedPost): string {
  const { authorKey: _, ...shown } = post;
  return `${JSON.stringify(shown)}\n`;
}
