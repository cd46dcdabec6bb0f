import { useMemo } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { useTimeZone } from '../session/region.js';
import { formatBytes, formatNumber, formatPercent } from './numbers.js';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatHour,
  formatRelative,
  formatShortDateTime,
  formatSpan,
  formatTime,
  formatYear,
  type Time,
} from './times.js';

/** Every number and time on the screen goes through these, in the reader's language and the region's zone. */
export function useFormat() {
  const language = useLanguage();
  const timeZone = useTimeZone();
  return useMemo(
    () => ({
      language,
      timeZone,
      number: (value: number, digitsMax?: number) => formatNumber(value, language, digitsMax),
      percent: (share: number, digitsMax?: number) => formatPercent(share, language, digitsMax),
      bytes: (bytes: number) => formatBytes(bytes, language),
      time: (time: Time) => formatTime(time, language, timeZone),
      hour: (time: Time) => formatHour(time, language, timeZone),
      day: (time: Time) => formatDay(time, language, timeZone),
      date: (time: Time) => formatDate(time, language, timeZone),
      year: (time: Time) => formatYear(time, language, timeZone),
      dateTime: (time: Time) => formatDateTime(time, language, timeZone),
      shortDateTime: (time: Time) => formatShortDateTime(time, language, timeZone),
      relative: (time: Time, now: number) => formatRelative(time, now, language),
      span: (milliseconds: number) => formatSpan(milliseconds, language),
    }),
    [language, timeZone],
  );
}
export type Format = ReturnType<typeof useFormat>;
