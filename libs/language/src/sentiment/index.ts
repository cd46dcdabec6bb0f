export { type Sentiment, sentimentLabels } from './sentiment-file.js';
export { loadSentimentModel, type SentimentModel, type SentimentScore } from './sentiment-model.js';
