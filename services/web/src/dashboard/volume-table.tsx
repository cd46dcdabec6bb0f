import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import type { DayColumn } from './day-columns.js';
import styles from './volume-block.module.css';

/** The chart's figures, for whoever cannot or does not want to read columns. */
export function VolumeTable({ columns }: { columns: readonly DayColumn[] }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const codeWords = useCodeWords();
  return (
    <details className={`${styles.details} k-no-print`}>
      <summary>{t('volume.table')}</summary>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('volume.date')}</th>
              <th scope="col">{t('volume.posts')}</th>
              <th scope="col">{codeWords('sentiment', 'negative')}</th>
              <th scope="col">{codeWords('sentiment', 'neutral')}</th>
              <th scope="col">{codeWords('sentiment', 'positive')}</th>
              <th scope="col">{t('volume.before')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.toReversed().map((column) => (
              <tr key={column.start}>
                <th scope="row">{format.date(column.start)}</th>
                <td>{format.number(column.posts)}</td>
                <td>{format.number(column.negative)}</td>
                <td>{format.number(column.neutral)}</td>
                <td>{format.number(column.positive)}</td>
                <td>{column.before === null ? t('volume.unknown') : format.number(column.before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
