import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './quality-page.module.css';
import type { PartRates, WeekColumn } from './weekly-rates.js';

/** A number per thousand is easier to grasp than a small percentage. */
const thousand = 1_000;

/** One part: how often it was corrected, of how many, and week by week. */
export function PartChart({ rates: { part, columns, corrections, ceiling, n, rate } }: { rates: PartRates }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const unit = part === 'agency' ? 'issues' : 'posts';
  const known = rate === null ? null : rateWords();
  return (
    <li className={styles.part}>
      <h3 className={styles.name}>{t(`part.${part}`)}</h3>
      <p className={styles.figure}>
        {t('corrections.count', { count: corrections, number: format.number(corrections) })}
      </p>
      <p className={styles.of}>
        {known && `${known} · `}
        {n === null ? t('corrections.nUnknown') : t(`corrections.n.${unit}`, { number: format.number(n) })}
      </p>
      {corrections > 0 && (
        <>
          <div className={styles.chart} aria-hidden="true">
            <span className={styles.ceiling}>{format.number(ceiling)}</span>
            {columns.map((column) => (
              <Column key={column.start} column={column} unit={unit} />
            ))}
          </div>
          <p className={styles.axis} aria-hidden="true">
            <span>{format.day(columns[0]?.start ?? 0)}</span>
            <span>{t('corrections.thisWeek')}</span>
          </p>
        </>
      )}
    </li>
  );

  function rateWords(): string {
    if (unit === 'issues') return format.percent(rate ?? 0, 0);
    return t('corrections.perThousand', { number: format.number((rate ?? 0) * thousand, 1) });
  }
}

function Column({ column, unit }: { column: WeekColumn; unit: 'posts' | 'issues' }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const n =
    column.n === null
      ? t('corrections.nUnknown')
      : t(`corrections.n.${unit}`, { number: format.number(column.n) });
  const title = t('corrections.week', {
    date: format.date(column.start),
    corrections: format.number(column.corrections),
    n,
  });
  return (
    <span className={styles.column} title={title} data-running={column.isRunning}>
      <span style={{ height: `${column.height * 100}%` }} data-none={column.corrections === 0} />
    </span>
  );
}
