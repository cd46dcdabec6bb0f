import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRegion } from '../session/region.js';
import { ExactTime } from '../ui/exact-time.js';
import { Failure } from '../ui/failure.js';
import { isWebAddress, OuterLink } from '../ui/outer-link.js';
import { useCopies } from './archive-queries.js';
import styles from './result-card.module.css';
import { emptySearch, recordOfState } from './search-state.js';

/** Where else one text stands. The texts are (nearly) the same, so only place and time are told. */
export function CopiesList({
  id,
  nearCopyKey,
  shownPostId,
  platformName,
}: {
  id: string;
  nearCopyKey: string | null;
  shownPostId: string;
  platformName: (platform: string) => string;
}) {
  const { t } = useTranslation('archive');
  const region = useRegion();
  const { data, error, refetch } = useCopies(region.regionId, nearCopyKey);
  const all = recordOfState({ ...emptySearch, period: 'all', filters: { nearCopy: [nearCopyKey ?? ''] } });
  return (
    <section id={id} className={styles.copies} aria-label={t('post.copiesTitle')}>
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : !data && <Skeleton height={36} />}
      <ul>
        {data?.hits
          .filter(({ post }) => post.postId !== shownPostId)
          .map(({ post }) => (
            <li key={post.postId} className={styles.copy}>
              <bdi>{post.authorName ?? platformName(post.platform)}</bdi>
              <ExactTime at={post.createdAt} isHistorical={region.mode === 'historical'} />
              {post.url !== undefined && isWebAddress(post.url) && (
                <OuterLink href={post.url}>{t('post.original')}</OuterLink>
              )}
            </li>
          ))}
      </ul>
      {data?.nextCursor && (
        <Link to="/arsip" search={all} className={styles.all}>
          {t('post.copiesAll')}
        </Link>
      )}
    </section>
  );
}
