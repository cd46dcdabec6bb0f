export { type IdentifiedCode, type LanguageCode, languageCodes } from './language-codes.js';
export { type IdentifiedLanguage, type LanguageModel, loadLanguageModel } from './language-model.js';
