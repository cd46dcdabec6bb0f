import { mkdirSync, writeFileSync } from 'node:fs';
import { colloquialWords, trainLanguage, type WordOfLanguage } from '@kentongan/language/training';
import { ownSet } from '../measure/own-sets.js';
import { evaluateLanguage } from './eval-language.js';
import { modelPath } from './language-models.js';
import { readEmot, readLexicon, readNusax, readSmsa } from './language-sets.js';
import { languageCard } from './model-cards.js';

/** Trains the shipped language model on NusaX, SmSA and EmoT training rows, and writes it with its card. */
export function trainLanguageModel(data: string): Record<string, unknown> {
  const parallel = readNusax(data, 'train', true);
  const colloquial = [...readSmsa(data, 'train').map(({ text }) => text), ...readEmot(data, 'train')];
  const bytes = trainLanguage(parallel, colloquial, wordLists(data));
  mkdirSync(modelPath('.'), { recursive: true });
  writeFileSync(modelPath('language.bin'), bytes);
  const rows = { parallel: parallel.length, colloquial: colloquial.length };
  const figures = evaluateLanguage({ files: [], opinion: [], data });
  const malay = evaluateLanguage({ files: [], opinion: [], file: [ownSet('malay-indonesian.test.csv')] });
  writeFileSync(modelPath('language.md'), languageCard(bytes, rows, figures, malay));
  return {
    ...rows,
    bytes: bytes.length,
    accuracy: figures.accuracy,
    path: modelPath('language.bin').pathname,
  };
}

/** A lexicon's word counts less than one post; a colloquial word of Indonesian is not to be taken for a regional one. */
const lexiconPosts = 0.3;
const indonesianPosts = 1;
const colloquialPosts = 30;

function wordLists(data: string): WordOfLanguage[] {
  const isOneWord = (word: string) => !/\s/.test(word);
  const lexicon = readLexicon(data);
  return [
    ...lexicon
      .filter(({ foreign }) => isOneWord(foreign))
      .map(({ foreign, language }) => ({ word: foreign, language, posts: lexiconPosts })),
    ...lexicon
      .filter(({ indonesian }) => isOneWord(indonesian))
      .map(({ indonesian }) => ({ word: indonesian, language: 'id' as const, posts: indonesianPosts })),
    ...colloquialWords().map((word) => ({ word, language: 'id' as const, posts: colloquialPosts })),
  ];
}
