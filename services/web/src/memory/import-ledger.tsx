import type { FactImport } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import { Empty } from '../ui/empty.js';
import { Failure } from '../ui/failure.js';
import styles from './memory.module.css';
import { importsQuery } from './memory-queries.js';

/** Who brought what in, when, from whom and under which licence. */
export function ImportLedger() {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const imports = useQuery(importsQuery(regionId, false));
  if (imports.isPending) return <Skeleton height={180} radius={12} />;
  if (imports.isError) return <Failure error={imports.error} onRetry={() => imports.refetch()} />;
  if (imports.data.imports.length === 0)
    return <Empty title={t('imports.empty.title')}>{t('imports.empty.words')}</Empty>;
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('imports.ledger')}</h2>
      <ul>
        {imports.data.imports.map((each) => (
          <ImportRow key={each.importId} item={each} />
        ))}
      </ul>
    </section>
  );
}

function ImportRow({ item }: { item: FactImport }) {
  const { t } = useTranslation('memory');
  const format = useFormat();
  const counts = {
    recorded: format.number(item.recorded),
    unchanged: format.number(item.unchanged),
    refused: format.number(item.refused),
  };
  return (
    <li className={styles.row}>
      <p>
        <strong>
          <bdi>{item.source ?? item.fileName ?? t('imports.unnamed')}</bdi>
        </strong>{' '}
        {item.state !== 'finished' && <span className={styles.mark}>{t(`imports.state.${item.state}`)}</span>}
        {item.regionId === '*' && <span className={styles.mark}>{t('standing.national')}</span>}
      </p>
      <p className={styles.meta}>
        <span>
          {item.by.name} · {format.shortDateTime(item.startedAt)}
        </span>
        <span>{item.licence ?? t('noLicence')}</span>
        {item.forms.length > 0 && (
          <span>{item.forms.map((form) => t(`imports.form.${form}`)).join(', ')}</span>
        )}
      </p>
      <p className="k-muted">{t('imports.done', counts)}</p>
    </li>
  );
}
