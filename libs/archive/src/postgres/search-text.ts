import { keyOf } from '../keys.js';
import type { Expression } from '../query/query.js';
import { type IndexedWord, lexemeCharactersMax } from '../words.js';

/** PostgreSQL keeps this many positions of one lexeme; sending more would be thrown away. */
const positionsMax = 255;

const needsEscape = /['\\]/;

/** Cut the same way when stored and when asked for. */
function quoted(lexeme: string): string {
  const cut = lexeme.length > lexemeCharactersMax ? lexeme.slice(0, lexemeCharactersMax) : lexeme;
  // Looked at first: two replacements for each of a post's words would be a tenth of the whole cost of indexing.
  return needsEscape.test(cut) ? `'${cut.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${cut}'`;
}

/** Words with their positions and keys without, as text for a cast to `tsvector`. */
export function searchVector(words: readonly IndexedWord[], keys: readonly string[]): string {
  const positions = new Map<string, number[]>();
  for (const { lexeme, position } of words) {
    const known = positions.get(lexeme);
    if (!known) positions.set(lexeme, [position]);
    else if (known.length < positionsMax) known.push(position);
  }
  const parts = keys.map(quoted);
  for (const [lexeme, at] of positions) parts.push(`${quoted(lexeme)}:${at.join(',')}`);
  return parts.join(' ');
}

/** An expression as text for a cast to `tsquery`. Everything a person wrote ends up inside quotes. */
export function searchQuery(expression: Expression): string {
  switch (expression.kind) {
    case 'phrase':
      return `(${expression.lexemes.map(quoted).join(' <-> ')})`;
    case 'field':
      return quoted(keyOf(expression.field, expression.value));
    case 'and':
      return `(${expression.parts.map(searchQuery).join(' & ')})`;
    case 'or':
      return `(${expression.parts.map(searchQuery).join(' | ')})`;
    case 'not':
      return `!(${searchQuery(expression.part)})`;
  }
}
