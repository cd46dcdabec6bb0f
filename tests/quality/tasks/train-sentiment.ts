import { mkdirSync, writeFileSync } from 'node:fs';
import { trainSentiment } from '@kentongan/language/training';
import { evaluateSentimentDevelopment } from './eval-sentiment.js';
import { modelPath } from './language-models.js';
import { parallelTexts, readLexicon, readSmsa } from './language-sets.js';
import { sentimentCard } from './model-cards.js';

/** Trains the shipped sentiment model on SmSA and NusaX, training and validation rows, and writes it with its card. */
export function trainSentimentModel(data: string): Record<string, unknown> {
  const indonesian = [...readSmsa(data, 'train'), ...readSmsa(data, 'valid')];
  const others = [...parallelTexts(data, 'train'), ...parallelTexts(data, 'valid')];
  const bytes = trainSentiment(indonesian, others, readLexicon(data));
  mkdirSync(modelPath('.'), { recursive: true });
  writeFileSync(modelPath('sentiment.bin'), bytes);
  const rows = { smsa: indonesian.length, nusax: others.length };
  const figures = evaluateSentimentDevelopment(data);
  writeFileSync(modelPath('sentiment.md'), sentimentCard(bytes, rows, figures));
  return {
    ...rows,
    bytes: bytes.length,
    macroF1: figures.macroF1,
    path: modelPath('sentiment.bin').pathname,
  };
}
