import type { SignalHour } from '@kentongan/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usualRange } from '../../desk/usual-range.js';
import { useFormat } from '../../format/use-format.js';
import { Hatch } from '../../ui/hatch.js';
import { type ChartScale, chartScale } from './chart-scale.js';
import styles from './hours-chart.module.css';

const size = { width: 460, height: 190, left: 34, right: 6, top: 10, bottom: 26 } as const;
const hoursPerLabel = 4;

/** Posts an hour against the usual range of that hour; the same figures as a table for those who read it. */
export function HoursChart({ hours }: { hours: readonly SignalHour[] }) {
  const { t } = useTranslation('issue');
  const hatch = useId();
  const highest = Math.max(
    ...hours.map(({ count, norm }) => Math.max(count, norm === null ? 0 : usualRange(norm)[1])),
  );
  const scale = chartScale(highest, hours.length, size);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t('chart.label')}>
        <defs>
          <Hatch id={hatch} />
        </defs>
        <Grid scale={scale} />
        {hours.map((hour, index) => (
          <HourColumn key={hour.start} hour={hour} index={index} scale={scale} hatch={hatch} />
        ))}
        <line
          x1={size.left}
          x2={size.width - size.right}
          y1={scale.y(0)}
          y2={scale.y(0)}
          className={styles.axis}
        />
      </svg>
      <Legend hatch={hatch} hasUnknown={hours.some(({ norm }) => norm === null)} />
      <HoursTable hours={hours} />
    </figure>
  );
}

function Grid({ scale }: { scale: ChartScale }) {
  const format = useFormat();
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line
        x1={size.left}
        x2={size.width - size.right}
        y1={scale.y(tick)}
        y2={scale.y(tick)}
        className={styles.grid}
      />
      <text x={size.left - 6} y={scale.y(tick) + 4} textAnchor="end" className={styles.tick}>
        {format.number(tick)}
      </text>
    </g>
  ));
}

function HourColumn({
  hour: { start, count, norm },
  index,
  scale,
  hatch,
}: {
  hour: SignalHour;
  index: number;
  scale: ChartScale;
  hatch: string;
}) {
  const format = useFormat();
  const range = norm === null ? null : usualRange(norm);
  const x = scale.x(index);
  const floor = scale.y(0);
  return (
    <g>
      <title>{`${format.shortDateTime(start)}: ${format.number(count)}`}</title>
      {range ? (
        <rect
          x={x}
          y={scale.y(range[1])}
          width={scale.step}
          height={floor - scale.y(range[1])}
          className={styles.norm}
        />
      ) : (
        <rect
          x={x}
          y={size.top}
          width={scale.step}
          height={floor - size.top}
          fill={`url(#${hatch})`}
          opacity="0.5"
        />
      )}
      {count > 0 && (
        <rect
          x={x + scale.step * 0.18}
          y={scale.y(count)}
          width={scale.step * 0.64}
          height={floor - scale.y(count)}
          rx="2"
          className={range && count > range[1] ? styles.over : styles.bar}
        />
      )}
      {index % hoursPerLabel === 0 && (
        <text x={x + scale.step / 2} y={size.height - 8} textAnchor="middle" className={styles.tick}>
          {format.hour(start)}
        </text>
      )}
    </g>
  );
}

function Legend({ hatch, hasUnknown }: { hatch: string; hasUnknown: boolean }) {
  const { t } = useTranslation('issue');
  return (
    <figcaption className={styles.legend}>
      <span>
        <i className={styles.keyOver} /> {t('chart.over')}
      </span>
      <span>
        <i className={styles.keyBar} /> {t('chart.count')}
      </span>
      <span>
        <i className={styles.keyNorm} /> {t('chart.usual')}
      </span>
      {hasUnknown && (
        <span>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" fill={`url(#${hatch})`} />
          </svg>{' '}
          {t('chart.unknown')}
        </span>
      )}
    </figcaption>
  );
}

function HoursTable({ hours }: { hours: readonly SignalHour[] }) {
  const { t } = useTranslation('issue');
  const format = useFormat();
  return (
    // A table is as wide as its words whatever its style says: hidden by itself, it would widen a phone's page.
    <div className="k-hidden">
      <table>
        <caption>{t('chart.label')}</caption>
        <thead>
          <tr>
            <th>{t('chart.hour')}</th>
            <th>{t('chart.count')}</th>
            <th>{t('chart.usual')}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map(({ start, count, norm }) => (
            <tr key={start}>
              <td>{format.shortDateTime(start)}</td>
              <td>{format.number(count)}</td>
              <td>{norm === null ? t('unknown') : usualRange(norm).join('–')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
