/** `scale × margin + bias of the class` goes into a softmax. */
interface Calibration {
  readonly scale: number;
  readonly biases: readonly number[];
}

const steps = 240;
const rate = 0.3;
const biasRate = 1.5;
const biasDecay = 0.002;
/** Between the classes as they are (0) and all alike (1): with 0.4 rare ones gain and frequent ones hardly lose. */
const balance = 0.4;

/**
 * Chances from the margins of one-against-the-rest models: one scale for all and a bias for each class, by gradient descent on the
 * log-loss (Platt scaling, for several classes; Guo et al. 2017 call it temperature scaling with biases).
 * @param margins a row for each text that the models did not learn from
 * @param labels the class of each row
 */
export function calibrateMargins(margins: readonly Float64Array[], labels: readonly number[]): Calibration {
  const classes = margins[0]?.length ?? 0;
  const deviation = deviationOf(margins);
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label]! += 1;
  const weights = Array.from(counts, (count) => (labels.length / classes / Math.max(1, count)) ** balance);
  const total = labels.reduce((sum, label) => sum + weights[label]!, 0) || 1;
  let scale = 2 / deviation;
  const biases = new Float64Array(classes);
  for (let step = 0; step < steps; step += 1) {
    const slopes = new Float64Array(classes);
    let slope = 0;
    margins.forEach((row, at) => {
      const right = labels[at]!;
      const chances = softmax(row.map((margin, k) => margin * scale + biases[k]!));
      for (let k = 0; k < classes; k += 1) {
        const error = ((k === right ? 1 : 0) - chances[k]!) * weights[right]!;
        slopes[k]! += error;
        slope += (error * row[k]!) / deviation;
      }
    });
    scale = Math.max(0, scale + (rate * slope) / total / deviation);
    for (let k = 0; k < classes; k += 1)
      biases[k]! += biasRate * (slopes[k]! / total - biasDecay * biases[k]!);
  }
  return { scale, biases: Array.from(biases) };
}

function softmax(scores: Float64Array): Float64Array {
  const best = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - best));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function deviationOf(margins: readonly Float64Array[]): number {
  let [count, sum, squares] = [0, 0, 0];
  for (const row of margins)
    for (const margin of row) {
      count += 1;
      sum += margin;
      squares += margin * margin;
    }
  return Math.sqrt(squares / Math.max(1, count) - (sum / Math.max(1, count)) ** 2) || 1;
}
