export { packSpanModel, type SpanTag } from '../places/spans/span-model.js';
export {
  type SpanTrainingOptions,
  type TaggedText,
  trainPlaceSpans,
} from '../places/spans/train-place-spans.js';
export { accuracy, type ClassScores, macroF1, macroF1Interval, scoresOf } from './metrics.js';
export { seededRandom, shuffle } from './random.js';
export { type HandledComplaint, type RankAgencies, trainAgencies } from './train-agencies.js';
export { type TextInLanguage, trainLanguage } from './train-language.js';
export { type TypedText, trainPostTypes } from './train-post-types.js';
export { type LabelledText, type TranslatedWord, trainSentiment } from './train-sentiment.js';
