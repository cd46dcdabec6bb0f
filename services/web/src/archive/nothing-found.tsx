import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { Empty } from '../ui/empty.js';
import { useNearestQueries } from './archive-queries.js';
import type { Widening } from './nearest-queries.js';
import styles from './nothing-found.module.css';
import { filterCount, type SearchState } from './search-state.js';

/** Nothing matched: the searches next to it that find something, with how much. */
export function NothingFound({
  region,
  state,
  asOf,
  onChange,
}: {
  region: string;
  state: SearchState;
  asOf: number;
  onChange: (state: SearchState) => void;
}) {
  const { t } = useTranslation('archive');
  const format = useFormat();
  const { found, isAsking } = useNearestQueries(region, state, asOf);
  const wideningWords = (widening: Widening): string => {
    if (widening.kind === 'dropFilter')
      return t('empty.dropFilter', { name: t(`filters.names.${widening.filter}`).toLowerCase() });
    return t(`empty.${widening.kind}`, widening.kind === 'dropWord' ? { word: widening.word } : {});
  };
  if (state.q.trim() === '' && filterCount(state.filters) === 0 && state.period === 'all')
    return <ArchiveEmpty />;
  return (
    <Empty title={t('empty.title')}>
      {t('empty.words')}
      <span className={styles.near} role="status">
        {isAsking && (
          <>
            <Loader size="xs" /> {t('empty.asking')}
          </>
        )}
        {!isAsking && (found.length > 0 ? t('empty.near') : t('empty.none'))}
      </span>
      <span className={styles.list}>
        {found.map(({ widening, state: next, count }) => (
          <Button key={JSON.stringify(widening)} variant="default" onClick={() => onChange(next)}>
            {wideningWords(widening)}
            <span className={styles.count}>{t('empty.found', { count, number: format.number(count) })}</span>
          </Button>
        ))}
      </span>
    </Empty>
  );
}

function ArchiveEmpty() {
  const { t } = useTranslation('archive');
  const step = (
    <Button component={Link} to="/sistem" variant="default">
      {t('empty.archiveStep')}
    </Button>
  );
  return (
    <Empty title={t('empty.archiveTitle')} step={step}>
      {t('empty.archive')}
    </Empty>
  );
}
