import { basename, dirname, join } from 'node:path';
import { loadSentimentModel, type SentimentModel, tokenize } from '@kentongan/language';
import {
  accuracy,
  type LabelledText,
  macroF1,
  macroF1Interval,
  trainSentiment,
} from '@kentongan/language/training';
import { percent, readLabelled } from './labelled-files.js';
import { shippedSentimentModel } from './language-models.js';
import { readLexicon, readNusax, readSmsa, sentiments } from './language-sets.js';

export interface SentimentScores {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

export interface SentimentFigures extends SentimentScores {
  /** 95 % bootstrap of `macroF1`. */
  readonly interval: readonly [number, number];
  readonly [more: string]: unknown;
}

const folds = 5;

function predictions(model: SentimentModel, rows: readonly LabelledText[]): string[] {
  return rows.map(({ text }) => model.score(tokenize(text)).label);
}

function scores(rows: readonly LabelledText[], predicted: readonly string[]): SentimentScores {
  const expected = rows.map(({ label }) => label);
  return {
    n: rows.length,
    accuracy: percent(accuracy(expected, predicted)),
    macroF1: percent(macroF1(expected, predicted)),
  };
}

function figures(rows: readonly LabelledText[], predicted: readonly string[]): SentimentFigures {
  const [low, high] = macroF1Interval(
    rows.map(({ label }) => label),
    predicted,
  );
  return { ...scores(rows, predicted), interval: [percent(low), percent(high)] };
}

const mean = (values: readonly number[]): number =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)) * 100) / 100;

/** The shipped model on labelled files; over all rows, and per file with the mean of the files. */
export function evaluateSentimentFiles(files: readonly string[]): SentimentFigures {
  const model = shippedSentimentModel();
  const read = files.map((file) => {
    const rows = sentiments(readLabelled(file));
    return { file, rows, predicted: predictions(model, rows) };
  });
  const perFile = read.map(
    ({ file, rows, predicted }) =>
      [join(basename(dirname(file)), basename(file)), scores(rows, predicted)] as const,
  );
  return {
    ...figures(
      read.flatMap(({ rows }) => rows),
      read.flatMap(({ predicted }) => predicted),
    ),
    evaluatedModel: 'shipped',
    // A figure on these rows is no measure: the shipped model has learned them.
    trainedOn: 'SmSA and NusaX, train and valid',
    meanMacroF1: mean(perFile.map(([, { macroF1: f1 }]) => f1)),
    files: Object.fromEntries(perFile),
  };
}

/**
 * Development figures. The shipped model has learned the validation rows too, so they are scored with a model that the same
 * recipe trains on the training rows alone; cross-validation uses SmSA alone, because NusaX repeats its sentences.
 */
export function evaluateSentimentDevelopment(data: string): SentimentFigures {
  const lexicon = readLexicon(data);
  const smsaTrain = readSmsa(data, 'train');
  const smsaValid = readSmsa(data, 'valid', true);
  const trainOnly = loadSentimentModel(
    trainSentiment(smsaTrain, sentiments(readNusax(data, 'train')), lexicon),
  );
  const crossValidation = crossValidate(readSmsa(data, 'train', true), (rows) =>
    trainSentiment(rows, [], lexicon),
  );
  const nusax = perLanguage(trainOnly, data);
  return {
    ...figures(smsaValid, predictions(trainOnly, smsaValid)),
    evaluatedModel: 'same recipe, trained on the training rows only',
    crossValidationMacroF1: crossValidation.macroF1,
    crossValidationN: crossValidation.n,
    nusaxMeanMacroF1: mean(Object.values(nusax)),
    nusaxMacroF1: nusax,
  };
}

function crossValidate(
  rows: readonly LabelledText[],
  train: (rows: readonly LabelledText[]) => Uint8Array,
): SentimentScores {
  const predicted: string[] = new Array(rows.length).fill('');
  for (let fold = 0; fold < folds; fold += 1) {
    const model = loadSentimentModel(train(rows.filter((_, i) => i % folds !== fold)));
    rows.forEach(({ text }, i) => {
      if (i % folds === fold) predicted[i] = model.score(tokenize(text)).label;
    });
  }
  return scores(rows, predicted);
}

function perLanguage(model: SentimentModel, data: string): Record<string, number> {
  const valid = readNusax(data, 'valid');
  return Object.fromEntries(
    [...new Set(valid.map(({ language }) => language))].map((language) => {
      const rows = sentiments(valid.filter((row) => row.language === language));
      return [language, scores(rows, predictions(model, rows)).macroF1];
    }),
  );
}
