import type { OverviewView } from '@kentongan/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Block, BlockEmpty } from './block.js';
import { untakenCount } from './sentence.js';
import { byUrgency } from './stage-bar.js';
import styles from './work-block.module.css';
import { WorkLine } from './work-line.js';

const shownFirst = 6;

/** What the desk works on, where it is stuck, and whether its clock ran out. */
export function WorkBlock({
  overview,
  agencyName,
  now,
}: {
  overview: OverviewView;
  agencyName: (agencyId: string) => string;
  now: number;
}) {
  const { t } = useTranslation('dashboard');
  const [isAll, setAll] = useState(false);
  const items = [...overview.inWork].sort(byUrgency(now));
  return (
    <Block title={t('work.title')}>
      <Counts overview={overview} />
      {items.length === 0 && (
        <BlockEmpty title={t(overview.counts.open > 0 ? 'work.untakenTitle' : 'work.emptyTitle')}>
          {t('work.empty')}
        </BlockEmpty>
      )}
      <ul className={styles.list}>
        {(isAll ? items : items.slice(0, shownFirst)).map((item) => (
          <WorkLine key={item.issueId} item={item} agencyName={agencyName} now={now} />
        ))}
      </ul>
      {items.length > shownFirst && !isAll && (
        <button type="button" className={`${styles.all} k-no-print`} onClick={() => setAll(true)}>
          {t('work.showAll', { count: items.length })}
        </button>
      )}
    </Block>
  );
}

function Counts({ overview }: { overview: OverviewView }) {
  const { counts, before } = overview;
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const untaken = untakenCount(overview);
  const figures = [
    { name: 'opened', count: counts.opened, note: t('work.before', { count: before.opened }) },
    { name: 'closed', count: counts.closed, note: t('work.before', { count: before.closed }) },
    { name: 'open', count: counts.open, note: untaken ? t('work.untaken', { count: untaken }) : '' },
    { name: 'lateCount', count: counts.late, note: '' },
  ] as const;
  return (
    <dl className={styles.counts}>
      {figures.map((figure) => (
        <div key={figure.name} data-late={figure.name === 'lateCount' && figure.count > 0}>
          <dt>{t(`work.${figure.name}`)}</dt>
          <dd>
            {format.number(figure.count)}
            {figure.note !== '' && <span className={styles.before}>{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
