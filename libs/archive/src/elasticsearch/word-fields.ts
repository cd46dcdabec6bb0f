import { createHash } from 'node:crypto';
import { type IndexedWord, lexemeCharactersMax } from '../words.js';

/**
 * A word may have several forms at one position (slang and its standard words), but a text sent to Elasticsearch has
 * one word at each. So each form has a field, all with the same positions; a phrase is looked for across the fields.
 * The longest entry of the slang table has six forms.
 */
export const wordFields = ['words', 'words2', 'words3', 'words4', 'words5', 'words6'] as const;

/** Stands where a field has no form. No text holds it as a word. */
const filler = '.';

/** The analyzer cuts at blanks and after 255 characters. */
const tokenCharactersMax = 200;

/** A lexeme as one word of a text field, the same when stored and when asked for. */
export function tokenOf(lexeme: string): string {
  if (lexeme.length <= tokenCharactersMax && !/\s/.test(lexeme)) return lexeme;
  return `~${createHash('sha256').update(lexeme).digest('base64url').slice(0, 32)}`;
}

/** A lexeme or key as it stands in the field `terms`. */
export const termOf = (lexeme: string): string =>
  lexeme.length > lexemeCharactersMax ? lexeme.slice(0, lexemeCharactersMax) : lexeme;

/** The values of the word fields; a field that no word needs is absent. */
export function wordFieldsOf(words: readonly IndexedWord[]): Record<string, string> {
  const columns: string[][] = [];
  for (const { lexeme, position } of words) {
    const form = formsAt(columns, position);
    if (form >= wordFields.length) continue;
    columns[form] ??= [];
    const column = columns[form];
    while (column.length < position - 1) column.push(filler);
    column[position - 1] = tokenOf(lexeme);
  }
  return Object.fromEntries(columns.map((column, i) => [wordFields[i]!, column.join(' ')]));
}

/** How many forms already stand at a position: a hashtag's whole comes after its parts, but at the first one's place. */
function formsAt(columns: readonly string[][], position: number): number {
  let forms = 0;
  while (columns[forms]?.[position - 1] !== undefined && columns[forms]![position - 1] !== filler) forms += 1;
  return forms;
}
