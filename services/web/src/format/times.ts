import type { Language } from '../i18n/language.js';
import { localeOf, zoneName } from './zones.js';

export type Time = string | number | Date;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language}:${timeZone}:${JSON.stringify(options)}`;
  const found = formats.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(localeOf(language), { timeZone, hourCycle: 'h23', ...options });
  formats.set(key, made);
  return made;
}

/** `13.05 WIB`; `13:05 WIB` in English. */
export function formatTime(time: Time, language: Language, timeZone: string): string {
  const clock = format(language, timeZone, { hour: '2-digit', minute: '2-digit' }).format(new Date(time));
  return `${clock} ${zoneName(timeZone, language)}`;
}

/** `Minggu, 22 Nov 2026` */
export const formatDate = (time: Time, language: Language, timeZone: string): string =>
  format(language, timeZone, { weekday: 'long', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(time),
  );

/** `2026` */
export const formatYear = (time: Time, language: Language, timeZone: string): string =>
  format(language, timeZone, { year: 'numeric' }).format(new Date(time));

/** `22 Nov` */
export const formatDay = (time: Time, language: Language, timeZone: string): string =>
  format(language, timeZone, { day: 'numeric', month: 'short' }).format(new Date(time));

/** `Minggu, 22 Nov 2026 13.05 WIB` */
export const formatDateTime = (time: Time, language: Language, timeZone: string): string =>
  `${formatDate(time, language, timeZone)} ${formatTime(time, language, timeZone)}`;

/** `22 Nov 13.05 WIB`: where the year and the weekday are plain from the context. */
export const formatShortDateTime = (time: Time, language: Language, timeZone: string): string =>
  `${formatDay(time, language, timeZone)} ${formatTime(time, language, timeZone)}`;

/** `13`: the hour of the clock in the zone. */
export const formatHour = (time: Time, language: Language, timeZone: string): string =>
  format(language, timeZone, { hour: '2-digit' }).format(new Date(time));

const units = {
  id: { minute: ['mnt', 'menit'], hour: ['jam', 'jam'], day: ['hari', 'hari'] },
  en: { minute: ['min', 'minute'], hour: ['h', 'hour'], day: ['d', 'day'] },
} as const;

type Unit = keyof (typeof units)['id'];

function inUnit(milliseconds: number): { unit: Unit; count: number } {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return { unit: 'minute', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hour', count: Math.floor(minutes / 60) };
  return { unit: 'day', count: Math.floor(minutes / (24 * 60)) };
}

/** `42 mnt`, `3 jam`, `2 hari`: a length of time where there is little room. */
export function formatSpan(milliseconds: number, language: Language): string {
  const { unit, count } = inUnit(milliseconds);
  return `${Math.max(1, count)} ${units[language][unit][0]}`;
}

/** `8 menit lalu`, `baru saja`; `2 jam lagi` for what is to come. */
export function formatRelative(time: Time, now: number, language: Language): string {
  const difference = now - new Date(time).getTime();
  const { unit, count } = inUnit(difference);
  if (unit === 'minute' && count < 1) return language === 'id' ? 'baru saja' : 'just now';
  const word = units[language][unit][1];
  if (language === 'id') return `${count} ${word} ${difference >= 0 ? 'lalu' : 'lagi'}`;
  const plural = count === 1 ? word : `${word}s`;
  return difference >= 0 ? `${count} ${plural} ago` : `in ${count} ${plural}`;
}
