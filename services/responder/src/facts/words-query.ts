const wordsMax = 12;
const wordCharactersMax = 60;

/**
 * What a person typed as a PostgreSQL text query: all words, in any order, each the beginning of a word. Null for
 * nothing to look for. Only letters and digits get through, so nothing typed is an operator.
 */
export function wordsQuery(typed: string): string | null {
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const query = words.slice(0, wordsMax).map((word) => `${word.slice(0, wordCharactersMax)}:*`);
  return query.length === 0 ? null : query.join(' & ');
}
