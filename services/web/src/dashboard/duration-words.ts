const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A duration in words: `3 jam`, or with two parts `3 jam 20 menit`. Rounded down: nobody waits longer than said. */
export function durationWords(seconds: number, language: string, partsMax: 1 | 2 = 1): string {
  const first = units.findIndex(([, size]) => seconds >= size);
  const shown = units.slice(first < 0 ? units.length - 1 : first).slice(0, partsMax);
  let rest = Math.max(0, seconds);
  const parts: string[] = [];
  for (const [unit, size] of shown) {
    const value = Math.floor(rest / size);
    rest -= value * size;
    if (value === 0 && parts.length > 0) continue;
    parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value));
  }
  return parts.join(' ');
}
