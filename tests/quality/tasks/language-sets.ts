import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageCode, Sentiment } from '@kentongan/language';
import type { LabelledText, ParallelText, TranslatedWord } from '@kentongan/language/training';
import { type LabelledRow, readCsv, readLabelled, readTextFile } from './labelled-files.js';

/** NusaX's folder names and what they stand for. */
export const nusaxLanguages = {
  acehnese: 'ace',
  balinese: 'ban',
  banjarese: 'bjn',
  buginese: 'bug',
  english: 'en',
  indonesian: 'id',
  javanese: 'jv',
  madurese: 'mad',
  minangkabau: 'min',
  ngaju: 'nij',
  sundanese: 'su',
  toba_batak: 'bbc',
} as const satisfies Record<string, LanguageCode>;

type Split = 'train' | 'valid';
export type NusaxRow = LabelledRow & { readonly language: LanguageCode };

function needed(path: string): string {
  if (existsSync(path)) return path;
  throw new Error(
    `${path} is missing; --data names the folder that holds smsa, nusax-senti, nusax-lexicon and indonlu-extra`,
  );
}

/** Row numbers or ids of an overlap list (`split<TAB>value`, with a header). */
function overlaps(path: string, split: Split): Set<string> {
  const lines = readTextFile(needed(path)).split(/\r?\n/).slice(1);
  return new Set(
    lines.map((line) => line.split('\t')).flatMap(([of, value]) => (of === split && value ? [value] : [])),
  );
}

/**
 * SmSA without the rows that NusaX's valid and test sentences were translated from: with them, a figure on NusaX is a leak.
 * @param keepOverlaps for scoring on SmSA itself
 */
export function readSmsa(data: string, split: Split, keepOverlaps = false): LabelledText[] {
  const file = needed(join(data, 'smsa', split === 'train' ? 'train.tsv.gz' : 'valid.tsv'));
  const dropped = overlaps(join(data, 'smsa/nusax_overlap_rows.tsv'), split);
  return sentiments(readLabelled(file).filter((_, row) => keepOverlaps || !dropped.has(String(row))));
}

/** NusaX, all languages, without the sentences that repeat SmSA valid or test rows (same reason, the other way round). */
export function readNusax(data: string, split: Split, keepOverlaps = false): NusaxRow[] {
  const dropped = overlaps(join(data, 'nusax-senti/smsa_overlap_ids.tsv'), split);
  return Object.entries(nusaxLanguages).flatMap(([name, language]) =>
    readLabelled(needed(join(data, 'nusax-senti', name, `${split}.csv`)))
      .filter(({ id }) => keepOverlaps || !dropped.has(id ?? ''))
      .map((row) => ({ ...row, language })),
  );
}

/** NusaX rows for training: the rows of one id are translations of each other. */
export function parallelTexts(data: string, split: Split): ParallelText[] {
  return readNusax(data, split).map(({ id = '', text, label, language }) => ({
    text,
    label: sentiment(label),
    sentence: `${split} ${id}`,
    language,
  }));
}

export function readLexicon(data: string): TranslatedWord[] {
  return Object.entries(nusaxLanguages)
    .filter(([, language]) => language !== 'id')
    .flatMap(([name, language]) =>
      readCsv(readTextFile(needed(join(data, 'nusax-lexicon', `${name}.csv`))))
        .slice(1)
        .map(([, indonesian = '', foreign = '']) => ({
          indonesian: indonesian.trim(),
          foreign: foreign.trim(),
          language,
        })),
    )
    .filter(({ indonesian, foreign }) => indonesian !== '' && foreign !== '');
}

/** Colloquial Indonesian posts of EmoT. */
export function readEmot(data: string, split: Split): string[] {
  const rows = readCsv(readTextFile(needed(join(data, 'indonlu-extra', `emot_${split}.csv`)))).slice(1);
  return rows.map(([, text = '']) => text.replaceAll('[USERNAME]', ' ').replaceAll('[URL]', ' '));
}

const known = new Set<string>(['negative', 'neutral', 'positive']);

/** @throws Error when the label is not one of the three */
function sentiment(label: string): Sentiment {
  if (!known.has(label))
    throw new Error(`"${label}" is no sentiment; expected negative, neutral or positive`);
  return label as Sentiment;
}

/** @throws Error when a label is not one of the three */
export function sentiments(rows: readonly LabelledRow[]): LabelledText[] {
  return rows.map(({ text, label }) => ({ text, label: sentiment(label) }));
}
