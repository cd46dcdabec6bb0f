import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import styles from './quality-page.module.css';
import type { PartRates } from './weekly-rates.js';

/** The charts' figures, for whoever cannot or does not want to read columns. */
export function RatesTable({ rates }: { rates: readonly PartRates[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const weeks = rates[0]?.columns ?? [];
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? t('corrections.unknown') : format.number(value);
  return (
    <details className={styles.details}>
      <summary>{t('corrections.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('corrections.table')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('corrections.weekFrom')}</th>
              {rates.map(({ part }) => (
                <th key={part} scope="col">
                  {t(`part.${part}`)}
                </th>
              ))}
              <th scope="col">{t('corrections.posts')}</th>
              <th scope="col">{t('corrections.issues')}</th>
            </tr>
          </thead>
          <tbody>
            {weeks
              .map((week, index) => (
                <tr key={week.start}>
                  <th scope="row">{format.date(week.start)}</th>
                  {rates.map(({ part, columns }) => (
                    <td key={part}>{number(columns[index]?.corrections)}</td>
                  ))}
                  <td>{number(week.n)}</td>
                  <td>{number(rates.find(({ part }) => part === 'agency')?.columns[index]?.n)}</td>
                </tr>
              ))
              .toReversed()}
          </tbody>
        </table>
      </section>
    </details>
  );
}
