import type { SignalHour } from '@kentongan/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Hatch } from '../ui/hatch.js';
import styles from './spark.module.css';
import { usualRange } from './usual-range.js';

const hoursShown = 24;
const step = 10;
const height = 44;
const width = hoursShown * step;

/** The last 24 hours: a bar an hour, the usual range behind it, hatched where nothing is known. */
export function Spark({ hours }: { hours: readonly SignalHour[] }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const hatch = useId();
  const shown = hours.slice(-hoursShown);
  const missing = hoursShown - shown.length;
  const highest = Math.max(
    3,
    ...shown.map(({ count, norm }) => Math.max(count, norm === null ? 0 : usualRange(norm)[1])),
  );
  const y = (count: number) => height - (count / highest) * height;
  const peak = shown.reduce<SignalHour | null>(
    (best, hour) => (!best || hour.count > best.count ? hour : best),
    null,
  );
  const label = peak
    ? t('spark.label', { count: peak.count, time: format.time(peak.start) })
    : t('spark.unknown');
  return (
    <figure className={styles.figure}>
      <svg className={styles.spark} viewBox={`0 0 ${width} ${height + 1}`} role="img" aria-label={label}>
        <defs>
          <Hatch id={hatch} />
        </defs>
        {missing > 0 && <rect width={missing * step} height={height} fill={`url(#${hatch})`} />}
        {shown.map(({ start, count, norm }, index) => (
          <Hour
            key={start}
            x={(missing + index) * step}
            count={count}
            range={norm === null ? null : usualRange(norm)}
            hatch={hatch}
            y={y}
          />
        ))}
        <line x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} className={styles.ground} />
      </svg>
      <figcaption className={styles.caption} aria-hidden="true">
        <span>{t('spark.day')}</span>
        <span>
          <i className={styles.key} /> {t('spark.usual')}
        </span>
      </figcaption>
    </figure>
  );
}

function Hour({
  x,
  count,
  range,
  hatch,
  y,
}: {
  x: number;
  count: number;
  range: readonly [number, number] | null;
  hatch: string;
  y: (count: number) => number;
}) {
  const isOver = range !== null && count > range[1];
  return (
    <g>
      {range === null ? (
        <rect x={x} y={0} width={step} height={height} fill={`url(#${hatch})`} opacity="0.6" />
      ) : (
        <rect x={x} y={y(range[1])} width={step} height={height - y(range[1])} className={styles.norm} />
      )}
      {count > 0 && (
        <rect
          x={x + 2}
          y={Math.min(y(count), height - 1.5)}
          width={step - 4}
          height={Math.max(1.5, height - y(count))}
          rx="1"
          className={isOver ? styles.over : styles.bar}
        />
      )}
    </g>
  );
}
