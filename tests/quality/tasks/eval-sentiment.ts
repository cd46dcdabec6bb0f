import { basename, dirname, join } from 'node:path';
import { loadSentimentModel, type SentimentModel, tokenize } from '@kentongan/language';
import {
  accuracy,
  type LabelledText,
  macroF1,
  macroF1Interval,
  trainSentiment,
} from '@kentongan/language/training';
import { perClass } from './eval-posttypes.js';
import { percent, readLabelled } from './labelled-files.js';
import { languageInPath, languageNamed } from './language-files.js';
import { shippedLanguageModel, shippedSentimentModel } from './language-models.js';
import {
  type NusaxRow,
  parallelTexts,
  readLexicon,
  readNusax,
  readSmsa,
  sentiments,
} from './language-sets.js';
import { ownSentimentRows } from './own-sentiment-rows.js';

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

/** Mean distance between belief and share of right answers, in tenths of belief (expected calibration error). */
const beliefBins = 10;

interface Scored {
  readonly label: string;
  readonly confidence: number;
}

/** @param language of all texts; without it each is read in the language it is identified as, as the analyzer does */
function predictions(
  model: SentimentModel,
  rows: readonly LabelledText[],
  language: string | undefined,
): Scored[] {
  const languages = language ? undefined : shippedLanguageModel();
  return rows.map(({ text }) => {
    const tokens = tokenize(text);
    return model.score(tokens, language ?? languages?.identify(tokens).code);
  });
}

/** Below it a label is a guess that should be shown as one. */
const sureConfidenceMin = 0.6;

/** How many rows the model is sure of, and how many of those it labels right. */
function sureOnes(rows: readonly LabelledText[], scored: readonly Scored[]) {
  const sure = scored.flatMap(({ label, confidence }, i) =>
    confidence >= sureConfidenceMin ? [label === rows[i]!.label] : [],
  );
  const right = sure.filter(Boolean).length;
  return {
    coveragePercent: percent(sure.length / Math.max(1, rows.length)),
    accuracy: percent(right / Math.max(1, sure.length)),
  };
}

function calibrationError(rows: readonly LabelledText[], scored: readonly Scored[]): number {
  const gaps = new Float64Array(beliefBins);
  scored.forEach(({ label, confidence }, i) => {
    const bin = Math.min(beliefBins - 1, Math.floor(confidence * beliefBins));
    gaps[bin]! += confidence - (label === rows[i]!.label ? 1 : 0);
  });
  return percent(gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, rows.length));
}

function scores(rows: readonly LabelledText[], scored: readonly Scored[]): SentimentScores {
  const expected = rows.map(({ label }) => label);
  const predicted = scored.map(({ label }) => label);
  return {
    n: rows.length,
    accuracy: percent(accuracy(expected, predicted)),
    macroF1: percent(macroF1(expected, predicted)),
  };
}

function figures(rows: readonly LabelledText[], scored: readonly Scored[]): SentimentFigures {
  const [low, high] = macroF1Interval(
    rows.map(({ label }) => label),
    scored.map(({ label }) => label),
  );
  return {
    ...scores(rows, scored),
    interval: [percent(low), percent(high)],
    calibrationErrorPercent: calibrationError(rows, scored),
    sure: sureOnes(rows, scored),
  };
}

const mean = (values: readonly number[]): number =>
  Math.round((values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)) * 100) / 100;

/** The shipped model on labelled files; over all rows, and per file with the mean of the files. */
export function evaluateSentimentFiles(files: readonly string[], language?: string): SentimentFigures {
  const model = shippedSentimentModel();
  const named = language === undefined ? undefined : languageNamed(language);
  if (language !== undefined && !named) throw new Error(`"${language}" is no known language`);
  const read = files.map((file) => {
    const rows = sentiments(readLabelled(file));
    return { file, rows, predicted: predictions(model, rows, named ?? languageInPath(file)) };
  });
  const perFile = read.map(
    ({ file, rows, predicted }) =>
      [join(basename(dirname(file)), basename(file)), scores(rows, predicted)] as const,
  );
  const rows = read.flatMap((each) => each.rows);
  const predicted = read.flatMap((each) => each.predicted);
  return {
    ...figures(rows, predicted),
    perClass: perClass(
      rows.map(({ label }) => label),
      predicted.map(({ label }) => label),
    ),
    evaluatedModel: 'shipped',
    // A figure on these rows is no measure: the shipped model has learned them.
    trainedOn: 'SmSA and NusaX, train and valid; our own *.train.tsv',
    meanMacroF1: mean(perFile.map(([, { macroF1: f1 }]) => f1)),
    files: Object.fromEntries(perFile),
  };
}

/**
 * Development figures. The shipped model has learned the validation rows too, so they are scored with a model that the same
 * recipe trains on the training rows alone; cross-validation uses SmSA and our own posts, because NusaX repeats SmSA's sentences.
 */
export function evaluateSentimentDevelopment(data: string): SentimentFigures {
  const lexicon = readLexicon(data);
  const smsaTrain = readSmsa(data, 'train');
  const smsaValid = readSmsa(data, 'valid', true);
  const own = ownSentimentRows();
  const trainOnly = loadSentimentModel(
    trainSentiment([...smsaTrain, ...own], parallelTexts(data, 'train'), lexicon),
  );
  const crossValidation = crossValidate(readSmsa(data, 'train', true), (rows) =>
    trainSentiment([...rows, ...own], [], lexicon),
  );
  const valid = readNusax(data, 'valid');
  const nusax = perLanguage(trainOnly, valid);
  return {
    ...figures(smsaValid, predictions(trainOnly, smsaValid, 'id')),
    evaluatedModel: 'same recipe, trained on the training rows only',
    crossValidationMacroF1: crossValidation.macroF1,
    crossValidationInterval: crossValidation.interval,
    crossValidationN: crossValidation.n,
    crossValidationCalibrationErrorPercent: crossValidation['calibrationErrorPercent'],
    nusaxMeanMacroF1: mean(Object.values(nusax).map(({ macroF1: f1 }) => f1)),
    nusaxMacroF1: Object.fromEntries(Object.entries(nusax).map(([code, { macroF1: f1 }]) => [code, f1])),
    nusaxIntervals: Object.fromEntries(Object.entries(nusax).map(([code, { interval }]) => [code, interval])),
  };
}

function crossValidate(
  rows: readonly LabelledText[],
  train: (rows: readonly LabelledText[]) => Uint8Array,
): SentimentFigures {
  const predicted: Scored[] = new Array(rows.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const model = loadSentimentModel(train(rows.filter((_, i) => i % folds !== fold)));
    rows.forEach(({ text }, i) => {
      if (i % folds === fold) predicted[i] = model.score(tokenize(text));
    });
  }
  return figures(rows, predicted);
}

function perLanguage(model: SentimentModel, valid: readonly NusaxRow[]): Record<string, SentimentFigures> {
  return Object.fromEntries(
    [...new Set(valid.map(({ language }) => language))].map((language) => {
      const rows = sentiments(valid.filter((row) => row.language === language));
      return [language, figures(rows, predictions(model, rows, language))];
    }),
  );
}
