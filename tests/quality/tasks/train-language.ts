import { mkdirSync, writeFileSync } from 'node:fs';
import { trainLanguage } from '@kentongan/language/training';
import { evaluateLanguage } from './eval-language.js';
import { modelPath } from './language-models.js';
import { readEmot, readNusax, readSmsa } from './language-sets.js';
import { languageCard } from './model-cards.js';

/** Trains the shipped language model on NusaX, SmSA and EmoT training rows, and writes it with its card. */
export function trainLanguageModel(data: string): Record<string, unknown> {
  const parallel = readNusax(data, 'train', true);
  const colloquial = [...readSmsa(data, 'train').map(({ text }) => text), ...readEmot(data, 'train')];
  const bytes = trainLanguage(parallel, colloquial);
  mkdirSync(modelPath('.'), { recursive: true });
  writeFileSync(modelPath('language.bin'), bytes);
  const rows = { parallel: parallel.length, colloquial: colloquial.length };
  const figures = evaluateLanguage({ files: [], opinion: [], data });
  writeFileSync(modelPath('language.md'), languageCard(bytes, rows, figures));
  return {
    ...rows,
    bytes: bytes.length,
    accuracy: figures.accuracy,
    path: modelPath('language.bin').pathname,
  };
}
