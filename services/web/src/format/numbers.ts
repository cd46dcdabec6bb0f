import type { Language } from '../i18n/language.js';
import { localeOf } from './zones.js';

const formats = new Map<string, Intl.NumberFormat>();

function format(language: Language, digitsMax: number): Intl.NumberFormat {
  const key = `${language}:${digitsMax}`;
  const found = formats.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: digitsMax });
  formats.set(key, made);
  return made;
}

/** `1.234`, `0,5`: at most `digitsMax` digits after the comma. */
export const formatNumber = (value: number, language: Language, digitsMax = 0): string =>
  format(language, digitsMax).format(value);

/** `12,5 %` in Indonesian, `12.5%` in English. @param share 0–1 */
export const formatPercent = (share: number, language: Language, digitsMax = 1): string =>
  `${format(language, digitsMax).format(share * 100)}${language === 'id' ? '\u00a0%' : '%'}`;

const byteSteps = ['B', 'kB', 'MB', 'GB', 'TB'];

export function formatBytes(bytes: number, language: Language): string {
  const step = Math.min(byteSteps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1_000 ** step;
  return `${formatNumber(value, language, value < 10 && step > 0 ? 1 : 0)}\u00a0${byteSteps[step]}`;
}
