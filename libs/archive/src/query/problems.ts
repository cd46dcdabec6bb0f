import { queryCharactersMax, queryDepthMax, queryTermsMax } from './query.js';

interface Message {
  readonly id: string;
  readonly en: string;
}

const messages = {
  empty: { id: 'Tulis kata yang dicari.', en: 'Write a word to search for.' },
  noWords: {
    id: 'Tidak ada kata yang bisa dicari; tanda baca saja tidak diindeks.',
    en: 'There is no word to search for; punctuation alone is not indexed.',
  },
  tooLong: {
    id: `Pencarian paling panjang ${queryCharactersMax} karakter.`,
    en: `A query has at most ${queryCharactersMax} characters.`,
  },
  tooManyTerms: {
    id: `Pencarian memuat paling banyak ${queryTermsMax} kata.`,
    en: `A query has at most ${queryTermsMax} words.`,
  },
  tooDeep: {
    id: `Tanda kurung bertingkat paling banyak ${queryDepthMax}.`,
    en: `Parentheses nest at most ${queryDepthMax} deep.`,
  },
  openQuote: { id: 'Tanda kutip ini tidak ditutup.', en: 'This quotation mark is not closed.' },
  openParenthesis: { id: 'Tanda kurung ini tidak ditutup.', en: 'This parenthesis is not closed.' },
  closeParenthesis: {
    id: 'Tanda kurung tutup ini tidak punya pasangan.',
    en: 'This closing parenthesis has no partner.',
  },
  missingOperand: {
    id: 'Kata penghubung ini butuh kata di kedua sisinya.',
    en: 'This operator needs a word on both sides.',
  },
  unknownField: {
    id: 'Bidang ini tidak dikenal. Beri tanda kutip bila maksudnya kata biasa.',
    en: 'This field is not known. Put it in quotation marks if you mean the words.',
  },
  unknownValue: { id: 'Nilai ini tidak dikenal bidang itu.', en: 'The field does not know this value.' },
} as const satisfies Record<string, Message>;

export type QueryProblemCode = keyof typeof messages;

/** What is wrong with a query, and where (UTF-16 offset): shown under the search box. */
export interface QueryProblem {
  readonly code: QueryProblemCode;
  readonly position: number;
  readonly message: Message;
}

export const problemAt = (code: QueryProblemCode, position: number): QueryProblem => ({
  code,
  position,
  message: messages[code],
});
