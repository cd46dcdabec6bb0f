import { mkdirSync, writeFileSync } from 'node:fs';
import { trainSentiment } from '@kentongan/language/training';
import { ownSet } from '../measure/own-sets.js';
import { evaluateSentimentDevelopment, evaluateSentimentFiles } from './eval-sentiment.js';
import { modelPath } from './language-models.js';
import { parallelTexts, readLexicon, readSmsa } from './language-sets.js';
import { sentimentCard } from './model-cards.js';
import { ownSentimentRows } from './own-sentiment-rows.js';

/** Trains the shipped sentiment model on SmSA and NusaX, training and validation rows, and our own posts; writes it with its card. */
export function trainSentimentModel(data: string): Record<string, unknown> {
  const indonesian = [...readSmsa(data, 'train'), ...readSmsa(data, 'valid')];
  const own = ownSentimentRows();
  const others = [...parallelTexts(data, 'train'), ...parallelTexts(data, 'valid')];
  const bytes = trainSentiment([...indonesian, ...own], others, readLexicon(data));
  mkdirSync(modelPath('.'), { recursive: true });
  writeFileSync(modelPath('sentiment.bin'), bytes);
  const rows = { smsa: indonesian.length, nusax: others.length, own: own.length };
  const figures = evaluateSentimentDevelopment(data);
  const service = evaluateSentimentFiles([ownSet('service-posts.test.tsv')]);
  writeFileSync(modelPath('sentiment.md'), sentimentCard(bytes, rows, figures, service));
  return {
    ...rows,
    bytes: bytes.length,
    macroF1: figures.macroF1,
    path: modelPath('sentiment.bin').pathname,
  };
}
