/** Everything a post can be filtered by. Each is stored as a key beside the words of the post. */
export type QueryField =
  | 'source'
  | 'platform'
  | 'language'
  | 'sentiment'
  | 'postType'
  | 'subject'
  | 'place'
  | 'hashtag'
  | 'fact'
  | 'hoaxLevel'
  | 'nearCopy'
  | 'watchRule'
  | 'url'
  | 'authorKind'
  | 'author';

/** What is asked of one post's words and keys. A place holds for all places inside it. */
export type Expression =
  /** The lexemes (see words.ts) stand one after the other; one lexeme = a word. */
  | { readonly kind: 'phrase'; readonly lexemes: readonly string[] }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression };

export type Query = { readonly kind: 'everything' } | Expression;

export const everything: Query = { kind: 'everything' };

export const queryCharactersMax = 1_000;
/** Lexemes and field values of one query. */
export const queryTermsMax = 64;
/** Parentheses and negations inside one another. */
export const queryDepthMax = 20;

/** Joins parts without a needless node; null = there are none. */
export function joined(kind: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}

/** The words and phrases that a hit must or may hold: what is highlighted and ranked. Negated ones are left out. */
export function wantedPhrases(query: Query): readonly (readonly string[])[] {
  switch (query.kind) {
    case 'phrase':
      return [query.lexemes];
    case 'and':
    case 'or':
      return query.parts.flatMap(wantedPhrases);
    case 'everything':
    case 'field':
    case 'not':
      return [];
  }
}
