import type { PrecisionMonths } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useCodeWords } from '../i18n/codes.js';
import { useRegion } from '../session/region.js';
import { Empty } from '../ui/empty.js';
import { Failure } from '../ui/failure.js';
import styles from './memory.module.css';
import { precisionQuery } from './memory-queries.js';

const levels = ['same', 'matched', 'related'] as const;
/** Fewer than this many judgements carry no percentage: one more would turn it over. */
const judgedMin = 5;

/** How often people agreed that a match was about the fact, by level and month. */
export function PrecisionSection() {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const precision = useQuery(precisionQuery(regionId));
  if (precision.isPending) return <Skeleton height={240} radius={12} />;
  if (precision.isError) return <Failure error={precision.error} onRetry={() => precision.refetch()} />;
  if (precision.data.months.length === 0)
    return <Empty title={t('precision.empty.title')}>{t('precision.empty.words')}</Empty>;
  return (
    <div className={`${styles.panel} k-panel`}>
      <p className="k-muted">{t('precision.words', { number: judgedMin })}</p>
      <PrecisionTable months={precision.data.months} />
    </div>
  );
}

function PrecisionTable({ months }: Pick<PrecisionMonths, 'months'>) {
  const { t } = useTranslation('memory');
  const words = useCodeWords();
  const format = useFormat();
  const name = new Intl.DateTimeFormat(format.language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('precision.month')}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {words('hoaxLevel', level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((each) => (
            <tr key={each.month}>
              <th scope="row">{name.format(new Date(`${each.month}-01T00:00:00Z`))}</th>
              {levels.map((level) => (
                <Cell key={level} counted={each.levels.find((one) => one.level === level)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ counted }: { counted: { agreed: number; disagreed: number } | undefined }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const all = counted ? counted.agreed + counted.disagreed : 0;
  if (!counted || all === 0) return <td className="k-muted">{t('precision.none')}</td>;
  const share = t('matches.share', { agreed: format.number(counted.agreed), all: format.number(all) });
  return (
    <td>
      {all >= judgedMin && <strong>{format.percent(counted.agreed / all, 0)} </strong>}
      <span className={all >= judgedMin ? 'k-muted' : ''}>{share}</span>
    </td>
  );
}
