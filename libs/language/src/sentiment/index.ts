export { type Sentiment, sentimentLabels } from './sentiment-file.js';
export { loadSentimentModel, type SentimentModel, type SentimentScore } from './sentiment-model.js';
export { type OfficialTarget, officialTargets } from './towards/official-targets.js';
export { sentimentTowards, type TargetOptions } from './towards/sentiment-towards.js';
export type { Span } from './towards/span.js';
