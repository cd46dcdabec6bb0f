import { existsSync, readFileSync } from 'node:fs';
import {
  type LanguageModel,
  loadLanguageModel,
  loadPostTypeModel,
  loadSentimentModel,
  type PostTypeModel,
  type SentimentModel,
} from '@kentongan/language';

const folder = new URL('../../../../libs/language/models/', import.meta.url);

/** Where `npm run train` leaves a model and its card. */
export function modelPath(name: string): URL {
  return new URL(name, folder);
}

function bytesOf(name: string, task: string): Uint8Array {
  const path = modelPath(name);
  if (!existsSync(path))
    throw new Error(`there is no ${path.pathname} yet: npm run train -- ${task} --data DIR`);
  return readFileSync(path);
}

export function shippedSentimentModel(): SentimentModel {
  return loadSentimentModel(bytesOf('sentiment.bin', 'sentiment'));
}

export function shippedLanguageModel(): LanguageModel {
  return loadLanguageModel(bytesOf('language.bin', 'language'));
}

export function shippedPostTypeModel(): PostTypeModel {
  return loadPostTypeModel(bytesOf('post-types.bin', 'post-types'));
}
