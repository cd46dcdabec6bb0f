import type { FactVariants, FactView } from '@kentongan/contracts';
import { Skeleton } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useRegion } from '../session/region.js';
import styles from './memory.module.css';
import { factViewQuery, variantsQuery } from './memory-queries.js';

/** A hoax that came back more often than this is told by its first and newest tellings. */
const variantsShownMax = 8;

/** The same hoax as it came back from year to year, or as another fact-checker told it; nothing when it is the only one. */
export function Variants({ view }: { view: FactView }) {
  const { t } = useTranslation('memory');
  const { regionId } = useRegion();
  const found = useQuery(variantsQuery(regionId, view.fact.factId));
  // What was merged stands among the duplicates already.
  const merged = new Set([view.mergedInto, ...view.duplicates.map(({ factId }) => factId)]);
  const variants = shown((found.data?.variants ?? []).filter(({ factId }) => !merged.has(factId)));
  const facts = useQueries({ queries: variants.map(({ factId }) => factViewQuery(regionId, factId)) });
  if (variants.length === 0) return null;
  return (
    <section className={`${styles.panel} k-panel`}>
      <h2 className={styles.subTitle}>{t('variants.title')}</h2>
      <p className="k-muted">{t('variants.hint')}</p>
      <ol className={styles.versions}>
        {variants.map(({ factId, publishedAt }, at) => (
          <li key={factId} className={styles.row}>
            {facts[at]?.isPending ? (
              <Skeleton height={28} width="70%" />
            ) : (
              <Telling factId={factId} publishedAt={publishedAt} told={facts[at]?.data?.fact} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Variant = FactVariants['variants'][number];

function Telling({ factId, publishedAt, told }: Variant & { told: FactView['fact'] | undefined }) {
  const format = useFormat();
  return (
    <p>
      <Link to="/memori/$factId" params={{ factId }}>
        <bdi>{told?.title ?? factId}</bdi>
      </Link>{' '}
      <span className="k-muted">
        {[publishedAt && format.date(publishedAt), told?.publisher].filter(Boolean).join(' · ')}
      </span>
    </p>
  );
}

/** The first, for how old the hoax is, and the newest ones. */
function shown(variants: readonly Variant[]): readonly Variant[] {
  if (variants.length <= variantsShownMax) return variants;
  return [variants[0]!, ...variants.slice(1 - variantsShownMax)];
}
