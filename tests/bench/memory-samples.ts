import type { ProcessMemory } from './inspector.js';

/** The main process after a forced collection of garbage. Heap includes what lies outside V8's own heap. */
export interface MemorySample {
  readonly minutes: number;
  readonly heapMegabytes: number;
  readonly rssMegabytes: number;
}

export function megabytes({ heapUsed, external, rss }: ProcessMemory) {
  const rounded = (bytes: number) => Math.round((bytes / 2 ** 20) * 10) / 10;
  return { heapMegabytes: rounded(heapUsed + external), rssMegabytes: rounded(rss) };
}

/** Least squares over time, in megabytes per minute. */
export function slopePerMinute(
  samples: readonly MemorySample[],
  reading: (sample: MemorySample) => number,
): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const minutesMean = mean(samples.map(({ minutes }) => minutes));
  const valueMean = mean(samples.map(reading));
  let covariance = 0;
  let variance = 0;
  for (const sample of samples) {
    covariance += (sample.minutes - minutesMean) * (reading(sample) - valueMean);
    variance += (sample.minutes - minutesMean) ** 2;
  }
  return Math.round((covariance / variance) * 1_000) / 1_000;
}
