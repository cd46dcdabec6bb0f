import { tokenize } from '@kentongan/language';
import { accuracy, macroF1, macroF1Interval, scoresOf } from '@kentongan/language/training';
import { shippedPostTypeModel } from './language-models.js';
import { readTypedPosts } from './typed-posts.js';

interface ClassFigures {
  readonly precision: number;
  readonly recall: number;
  readonly n: number;
}

export interface PostTypeFigures {
  readonly n: number;
  readonly accuracy: number;
  readonly macroF1: number;
  /** 95 % bootstrap of `macroF1`. */
  readonly interval: readonly [number, number];
  readonly perClass: Readonly<Record<string, ClassFigures>>;
  /** Share of posts on which the rules abstain (counted as wrong above), and accuracy on the others. */
  readonly undecidedPercent: number;
  readonly decidedAccuracy: number;
}

const percent = (value: number): number => Math.round(value * 10_000) / 100;

/** Precision and recall of each label that is expected. */
export function perClass(
  expected: readonly string[],
  predicted: readonly string[],
): Record<string, ClassFigures> {
  const labels = [...new Set(expected)].sort();
  return Object.fromEntries(
    labels.map((label) => {
      const { precision, recall, n } = scoresOf(label, expected, predicted);
      return [label, { precision: percent(precision), recall: percent(recall), n }];
    }),
  );
}

/**
 * Post types of a TSV with `label`, `source` and `text`. An abstention counts as wrong. A file that knows no
 * `officialInfo` counts an announcement as news.
 * @param pressSources names in the source column that are press publishers
 */
export function evaluatePostTypes(
  file: string,
  pressSources: ReadonlySet<string> = new Set(),
): PostTypeFigures {
  const rows = readTypedPosts(file);
  const model = shippedPostTypeModel();
  const expected = rows.map(({ label }) => label);
  const hasOfficialInfo = expected.includes('officialInfo');
  const predicted = rows.map(({ text, source }): string => {
    const { label } = model.decide(tokenize(text), pressSources.has(source) ? { authorKind: 'press' } : {});
    return label === 'officialInfo' && !hasOfficialInfo ? 'news' : label;
  });
  const decided = predicted.flatMap((label, at) => (label === 'undecided' ? [] : [at]));
  const [low, high] = macroF1Interval(expected, predicted);
  return {
    n: rows.length,
    accuracy: percent(accuracy(expected, predicted)),
    macroF1: percent(macroF1(expected, predicted)),
    interval: [percent(low), percent(high)],
    perClass: perClass(expected, predicted),
    undecidedPercent: percent(1 - decided.length / Math.max(1, rows.length)),
    decidedAccuracy: percent(
      accuracy(
        decided.map((at) => expected[at]!),
        decided.map((at) => predicted[at]!),
      ),
    ),
  };
}
