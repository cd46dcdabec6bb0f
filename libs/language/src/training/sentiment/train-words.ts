import { BucketCounts } from '../../hashing/bucket-counts.js';
import { addWordFeatures } from '../../sentiment/features.js';
import { sentimentLabels } from '../../sentiment/sentiment-file.js';
import { numbersOfTerms } from '../../sentiment/terms.js';
import { trainLogisticRegression } from '../logistic-regression.js';
import { solveClass } from '../one-vs-rest.js';
import { sparseRows } from '../sparse-rows.js';
import { type ClassWeights, featureBits, type LearnedPost, solverSeed } from './learned-post.js';
import { classWeights, withPolarity } from './polarity-columns.js';
import { standardised } from './standardised.js';

const cost = 1;

/**
 * NB-SVM over words (Wang & Manning 2012: binary features times log-count ratio, here with logistic regression), its margins
 * brought to a share of `1 / models`.
 */
export function trainWords(posts: readonly LearnedPost[], models: number, bits = featureBits): ClassWeights {
  const buckets = bucketsOf(posts, bits);
  const labels = posts.map(({ label }) => label);
  const solved = sentimentLabels.map((label) => {
    const ratios = logCountRatios(buckets, labels, label, bits);
    const rows = sparseRows(
      buckets.map((indexes, i) =>
        withPolarity({ indexes, values: Array.from(indexes, (bucket) => ratios[bucket]!) }, posts[i]!, bits),
      ),
      2 ** bits + posts[0]!.polarity.length,
    );
    const problem = { rows, labels, label, cost, seed: solverSeed };
    const { weights, bias } = solveClass(trainLogisticRegression, problem);
    return { weights: weights.map((weight, bucket) => weight * (ratios[bucket] ?? 1)), bias };
  });
  return standardised(
    classWeights(solved, bits),
    buckets.map((indexes) => ({ indexes, values: Array.from(indexes, () => 1) })),
    posts.map(({ polarity }) => polarity),
    models,
  );
}

function bucketsOf(posts: readonly LearnedPost[], bits: number): Uint32Array[] {
  const counts = new BucketCounts(bits);
  return posts.map(({ terms, foreign }) => {
    counts.clear();
    addWordFeatures(terms, numbersOfTerms(terms), foreign, counts);
    return counts.touched().slice();
  });
}

/** log of (share of the class's feature occurrences) / (share of the others'), add-one smoothed. */
function logCountRatios(
  buckets: readonly Uint32Array[],
  labels: readonly string[],
  label: string,
  bits: number,
): Float64Array {
  const inside = new Float64Array(2 ** bits).fill(1);
  const outside = new Float64Array(2 ** bits).fill(1);
  buckets.forEach((row, i) => {
    const counts = labels[i] === label ? inside : outside;
    for (const bucket of row) counts[bucket]! += 1;
  });
  const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
  const [insideSum, outsideSum] = [sum(inside), sum(outside)];
  return inside.map((count, bucket) => Math.log(count / insideSum / (outside[bucket]! / outsideSum)));
}
