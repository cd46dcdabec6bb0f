import type { PlaceMention } from '@kentongan/contracts';
import { type Gazetteer, levelDistrict } from '../gazetteer.js';
import { placeAncestry, rowOf } from '../place-codes.js';
import type { OwnRun } from './own-names.js';

const listedConfidence = 0.9;
/** An officer spoke of another post. */
const learnedConfidence = 0.85;
const regencyCodeLength = '33.74'.length;

/**
 * Rows of the places in which listed names lie: they tell namesakes apart as any place in the text does. A correction is no
 * evidence for itself.
 */
export function ownContext(gazetteer: Gazetteer, own: readonly OwnRun[]): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { code, isLearned } of own)
    for (const each of code === null || isLearned ? [] : placeAncestry(gazetteer, code)) {
      const row = rowOf(gazetteer, each);
      if (gazetteer.levels[row]! <= levelDistrict) rows.add(row);
    }
  return rows;
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end;

const regencyOf = (code: string): string => code.slice(0, regencyCodeLength);

/**
 * A lesson holds where it fits: in a text that names another regency (*Genteng, Banyuwangi*), and there finds a place of that
 * name, that one is meant.
 */
function isContradicted(run: OwnRun, mentions: readonly PlaceMention[]): boolean {
  if (!run.isLearned || run.code === null) return false;
  const elsewhere = mentions
    .filter((mention) => overlap(mention, run))
    .flatMap(({ codes }) => codes.slice(0, 1));
  return mentions.some(
    ({ codes, ...mention }) =>
      codes.length === 1 &&
      codes[0]!.length === regencyCodeLength &&
      codes[0] !== regencyOf(run.code!) &&
      !overlap(mention, run) &&
      elsewhere.some((code) => regencyOf(code) === codes[0]),
  );
}

/** The mentions with the region's own names in the place of what they cover; a name that means no place here takes it away. */
export function withOwnPlaces(
  gazetteer: Gazetteer,
  mentions: readonly PlaceMention[],
  own: readonly OwnRun[],
): PlaceMention[] {
  const holding = own.filter((run) => !isContradicted(run, mentions));
  const kept = mentions.filter((mention) => !holding.some((run) => takes(run, mention)));
  const named = holding.flatMap(({ start, end, code, isLearned }): PlaceMention[] =>
    code === null || rowOf(gazetteer, code) < 0
      ? []
      : [{ start, end, codes: [code], confidence: isLearned ? learnedConfidence : listedConfidence }],
  );
  return [...kept, ...named].sort((a, b) => a.start - b.start);
}

/** Behind *kecamatan* or *desa* the same words are another name, which a word about the bare one does not reach. */
const takes = (run: OwnRun, mention: PlaceMention): boolean =>
  overlap(run, mention) && mention.end - mention.start <= run.end - run.start;
