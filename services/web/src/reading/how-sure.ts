/** In words, because a decimal looks more exact than it is. Each part has its own scale; the steps are shared. */
export type Sureness = 'low' | 'medium' | 'high';

const highMin = 0.8;
const mediumMin = 0.55;

export function howSure(confidence: number): Sureness {
  if (confidence >= highMin) return 'high';
  return confidence >= mediumMin ? 'medium' : 'low';
}
