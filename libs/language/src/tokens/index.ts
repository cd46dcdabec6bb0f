export { standardForm } from './slang.js';
export { stem } from './stem.js';
export { stopwords } from './stopwords.js';
export type { Token, TokenKind } from './token.js';
export { tokenize } from './tokenize.js';
