/** The value below which `percent` of the values lie, one decimal more than their unit needs; 100 = the largest. */
export function percentile(values: readonly number[], percent: number, decimals = 1): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}
