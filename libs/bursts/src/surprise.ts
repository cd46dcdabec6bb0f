/**
 * How surprising `count` posts are in one window, as -log10 P(X ≥ count) under a negative binomial.
 * @param mean expected posts in this window, > 0
 * @param dispersion variance / mean of the norm, ≥ 1; 1 is Poisson
 * Source: tail as a regularised incomplete beta function, NIST DLMF §8.17; Poisson tail as a regularised
 * incomplete gamma function, §8.2. Works in logarithms, so it stays finite for any count.
 */
export function surprise(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 0;
  if (!(mean > 0)) return Number.POSITIVE_INFINITY;
  if (dispersion < 1 + poissonTolerance) return -poissonTailLog(count, mean) / Math.LN10;
  const size = mean / (dispersion - 1);
  const share = (dispersion - 1) / dispersion;
  return -betaTailLog(count, size, share) / Math.LN10;
}

/** The smallest count, from `from` on, whose surprise reaches `threshold`. */
export function criticalCount(threshold: number, mean: number, dispersion: number, from: number): number {
  let low = from;
  if (surprise(low, mean, dispersion) >= threshold) return low;
  let high = low * 2;
  while (high < countMax && surprise(high, mean, dispersion) < threshold) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (surprise(middle, mean, dispersion) >= threshold) high = middle;
    else low = middle;
  }
  return high;
}

const poissonTolerance = 1e-6;
const countMax = 2 ** 30;
const iterationsMax = 10_000;

/** ln P(X ≥ a) of a Poisson variable: ln of the regularised lower incomplete gamma function P(a, x). */
function poissonTailLog(a: number, x: number): number {
  const frontLog = a * Math.log(x) - x - logGamma(a + 1);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; n < iterationsMax && term > sum * 1e-16; n += 1) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(0, frontLog + Math.log(sum));
  }
  const fraction = gammaFraction(a, x);
  return Math.log1p(-Math.min(1, Math.exp(a * Math.log(x) - x - logGamma(a)) * fraction));
}

/** Lentz's evaluation of the continued fraction of Γ(a, x), DLMF §8.9. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < iterationsMax; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / guarded(an * d + b);
    c = guarded(b + an / c);
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-14) break;
  }
  return h;
}

/** ln I_x(a, b), the regularised incomplete beta function. */
function betaTailLog(a: number, b: number, x: number): number {
  const frontLog = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  if (x < (a + 1) / (a + b + 2)) return Math.min(0, frontLog + Math.log(betaFraction(a, b, x) / a));
  return Math.log1p(-Math.min(1, (Math.exp(frontLog) * betaFraction(b, a, 1 - x)) / b));
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function, DLMF §8.17(v). */
function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < iterationsMax; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const delta = d * c;
    h *= delta;
    if (Math.abs(delta - 1) < 1e-14) break;
  }
  return h;
}

function guarded(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0 (Lanczos, g = 7, nine terms; relative error below 1e-13). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = lanczos[0]!;
  for (let i = 1; i < lanczos.length; i += 1) sum += lanczos[i]! / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}
