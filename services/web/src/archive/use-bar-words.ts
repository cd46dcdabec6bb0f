import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import type { Bar } from './histogram-bars.js';
import type { HistogramUnit } from './time-range.js';

/** A bar in words: for the reader, the tip under the mouse and the screen reader. */
export function useBarWords(unit: HistogramUnit): {
  time: (bar: Bar) => string;
  whole: (bar: Bar) => string;
} {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const time = (bar: Bar): string => {
    if (unit === 'hour') return format.shortDateTime(bar.start);
    if (unit === 'day') return format.date(bar.start);
    return `${format.day(bar.start)} – ${format.day(bar.end - 1)}`;
  };
  const whole = (bar: Bar): string => {
    if (bar.count === null) return t('histogram.barUnknown', { time: time(bar) });
    const words = t('histogram.bar', { time: time(bar), count: bar.count });
    return bar.isPartial ? `${words} (${t('histogram.barPartial')})` : words;
  };
  return { time, whole };
}
