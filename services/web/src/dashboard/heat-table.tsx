import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { emptySearch, type Filters, recordOfState } from '../archive/search-state.js';
import { type Format, useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { type Change, changeOf, type HeatMap, timesOf } from './heat-map.js';
import styles from './talk-block.module.css';

const marks: Readonly<Record<Change, string>> = { new: '▲', risen: '▲', fallen: '▼', same: '' };

/** The heat map as a table: every shade has its number in it, and each number leads to its posts. */
export function HeatTable({
  map,
  days,
  placeName,
}: {
  map: HeatMap;
  days: number;
  placeName: (code: string) => string;
}) {
  const { t } = useTranslation('dashboard');
  const codeWords = useCodeWords();
  const changeWords = useChangeWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('talk.subject')}
            </th>
            <th scope="col" className={styles.total}>
              <span className={styles.upright}>{t('talk.all')}</span>
            </th>
            {map.places.map(({ place }) => (
              <th key={place} scope="col">
                <bdi className={styles.upright} title={placeName(place)}>
                  {placeName(place)}
                </bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.subjects.map(({ subject, posts, before }, row) => (
            <tr key={subject}>
              <th scope="row">
                {codeWords('subject', subject)}
                <span className={styles.change}>{map.hasBefore && changeWords(posts, before)}</span>
              </th>
              <td className={styles.total}>
                <Figure posts={posts} filters={{ subject: [subject] }} days={days} />
              </td>
              {map.places.map(({ place }, column) => {
                const cell = map.rows[row]?.[column];
                if (!cell) return null;
                const values = { subject: codeWords('subject', subject), place: placeName(place) };
                const label = t('talk.cell', { ...values, posts: cell.posts, before: cell.before });
                return (
                  <td key={place} data-step={cell.step} title={label}>
                    {cell.posts > 0 ? (
                      <Figure
                        posts={cell.posts}
                        mark={marks[cell.change]}
                        label={label}
                        filters={{ subject: [subject], place: [place] }}
                        days={days}
                      />
                    ) : (
                      <span className="k-hidden">{t('talk.none')}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({
  posts,
  mark = '',
  label,
  filters,
  days,
}: {
  posts: number;
  mark?: string;
  label?: string;
  filters: Filters;
  days: number;
}) {
  const format = useFormat();
  const period = ({ 1: 'day', 7: 'week', 30: 'month' } as const)[days] ?? 'week';
  return (
    <Link
      to="/arsip"
      search={recordOfState({ ...emptySearch, period, filters })}
      className={styles.figure}
      aria-label={label}
    >
      {shortNumber(posts, format)}
      {mark && <span className={styles.mark}>{mark}</span>}
    </Link>
  );
}

/** `1.234` does not fit into a cell on a phone: from ten thousand on it reads `12 rb`. */
function shortNumber(posts: number, format: Format): string {
  if (posts < 10_000) return format.number(posts);
  const locale = format.language === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 0 }).format(posts);
}

function useChangeWords(): (posts: number, before: number) => string {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  return (posts, before) => {
    const change = changeOf(posts, before);
    if (change === 'same') return '';
    const times = timesOf(posts, before);
    return t(`talk.change.${change}`, { times: times === null ? '' : format.number(times, 1) });
  };
}
