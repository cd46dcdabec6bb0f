/** Share of ordinary windows that the range holds on each side: 5 % lie below, 5 % above. */
const tail = 0.05;
/** From here on the normal curve is as good and the sum would take too long. */
const exactUpTo = 200;
const tailDeviations = 1.645;

/**
 * The counts that are usual when `norm` posts are expected: the middle 90 % of a Poisson distribution.
 * Posts that come in clumps spread wider, so the range is a guide for the eye; the detector's own test decides.
 */
export function usualRange(norm: number): readonly [number, number] {
  if (norm <= 0) return [0, 0];
  if (norm > exactUpTo) {
    const spread = tailDeviations * Math.sqrt(norm);
    return [Math.max(0, Math.floor(norm - spread)), Math.ceil(norm + spread)];
  }
  let probability = Math.exp(-norm);
  let sum = probability;
  let low = sum > tail ? 0 : -1;
  let count = 0;
  while (sum < 1 - tail) {
    count += 1;
    probability *= norm / count;
    sum += probability;
    if (low < 0 && sum > tail) low = count;
  }
  return [Math.max(0, low), count];
}
