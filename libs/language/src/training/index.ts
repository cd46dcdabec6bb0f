export {
  packSpanModel,
  type SpanConvention,
  type SpanTag,
  spanConventions,
  withLayer,
} from '../places/spans/span-model.js';
export {
  type SpanTrainingOptions,
  type TaggedText,
  trainPlaceSpans,
} from '../places/spans/train-place-spans.js';
export { colloquialWords } from '../tokens/slang.js';
export { accuracy, type ClassScores, macroF1, macroF1Interval, scoresOf } from './metrics.js';
export { seededRandom, shuffle } from './random.js';
export type { TranslatedWord } from './sentiment/learn-foreign-words.js';
export { type LabelledText, type ParallelText, trainSentiment } from './sentiment/train-sentiment.js';
export { type HandledComplaint, trainAgencies } from './train-agencies.js';
export { type TextInLanguage, trainLanguage, type WordOfLanguage } from './train-language.js';
export { type TypedText, trainPostTypes } from './train-post-types.js';
